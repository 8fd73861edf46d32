import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';
import { RuleForm } from './rule-form.tsx';
import { SourceBadge } from './rule-source.tsx';
import { RuleWarnings } from './rule-warnings.tsx';
import type { Rule } from './rules.graphql.ts';
import rules from './rules.module.css';
import { Service } from './rules-service.tsx';
import type { SetUpProps } from './set-up-props.ts';
import { stepPath } from './set-up.graphql.ts';
import styles from './set-up.module.css';

function RuleLine({ line, page }: { line: Rule; page: SetUpProps }) {
  const say = useSay();
  const { book, where, pageKey } = page;
  const open = page.rule === line.key && line.viewerMaySet.allowed;
  return (
    <li className={rules.rule} id={`rule-${line.key}`} tabIndex={-1}>
      <p className={rules.name}>{line.title}</p>
      <p className={rules.sentence}>{line.sentence}</p>
      <RuleWarnings warnings={line.warnings} />
      <p className="cluster">
        {line.source && <SourceBadge source={line.source} articles={book?.articles ?? []} />}
        {line.viewerMaySet.allowed && !open && (
          <Link className={rules.quietLink} to={`?rule=${line.key}#rule-${line.key}`} aria-label={`${say('webSetUp.rules.fix')} : ${line.title}`}>
            <Icon name="pen" /> {say('webSetUp.rules.fix')}
          </Link>
        )}
      </p>
      {open && (
        <>
          {line.question && <p>{line.question}</p>}
          <RuleForm act="setRule" rule={line} articles={book?.articles ?? []} partnershipId={where.partnershipId} pageKey={pageKey} />
          <p>
            <Link to={`/setup/rules#rule-${line.key}`}>{say('webSetUp.rules.back')}</Link>
          </p>
        </>
      )}
    </li>
  );
}

/** The questions this kind of agreement has; those whose answer is not our usual one, comes from a text, or clashes with another, stand first. */
export function SetUpRules(page: SetUpProps) {
  const say = useSay();
  const asked = page.book?.rules ?? [];
  const isFirst = ({ key, usual, source, warnings }: Rule): boolean => !usual || warnings.length > 0 || source?.kind !== 'PRODUCT_DEFAULT' || page.rule === key;
  const groups = [
    { title: say('webSetUp.rules.first'), lines: asked.filter(isFirst) },
    { title: say('webSetUp.rules.other'), lines: asked.filter((rule) => !isFirst(rule)) },
  ];
  return groups.map(
    ({ title, lines }) =>
      lines.length > 0 && (
        <section key={title} className="stack" aria-label={title}>
          <h2>{title}</h2>
          <ul className={rules.rules}>
            {lines.map((line) => (
              <RuleLine key={line.key} line={line} page={page} />
            ))}
          </ul>
        </section>
      ),
  );
}

/** Who is to be invited: each coordination offers the seats of its party on its own page. */
export function SetUpPeople({ step, where }: SetUpProps) {
  const say = useSay();
  return (
    <>
      <p>{step.summary}</p>
      <p className="cluster">
        {where.myCategories.includes('COORDINATOR') && (
          <LinkButton icon="mail" to="/people/invite">
            {say('webSetUp.people.invite')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" icon="people" to="/people">
          {say('webSetUp.people.see')}
        </LinkButton>
      </p>
    </>
  );
}

/** A cooperation older than Passerelle: what existed is taken up on its own page. */
export function Existing() {
  const say = useSay();
  return (
    <section className="stack" aria-label={say('webJoining.title')}>
      <p>{say('webSetUp.existing')}</p>
      <LinkButton kind="quiet" icon="clock" to="/joining">
        {say('webJoining.title')}
      </LinkButton>
    </section>
  );
}

/** What remains, then the word of each side. */
export function SetUpService(page: SetUpProps) {
  const say = useSay();
  const { setUp, step, book } = page;
  return (
    <>
      <p>
        <strong>{step.summary}</strong>
      </p>
      <ul className={styles.remains}>
        {setUp.steps.filter(({ key }) => key !== 'SERVICE').map(({ key, title, done, summary }) => (
          <li key={key}>
            <Link to={stepPath(key)} className={rules.quietLink}>
              {title}
            </Link>
            <Status tone={done ? 'done' : 'waiting'}>{say(done ? 'webSetUp.stepDone' : 'webSetUp.stepTodo')}</Status>
            <bdi>{summary}</bdi>
          </li>
        ))}
      </ul>
      <LinkButton kind="quiet" to="/rules">{say('webSetUp.rules.seeAll')}</LinkButton>
      {book && !book.inServiceAt && <Service {...page} book={book} back={stepPath('SERVICE')} />}
    </>
  );
}
