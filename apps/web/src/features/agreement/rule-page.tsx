import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { Prove } from './prove.tsx';
import { RuleForm } from './rule-form.tsx';
import { SourceBadge } from './rule-source.tsx';
import { RuleWarnings } from './rule-warnings.tsx';
import { RuleAwaiting, RuleHistory, type RulePageProps } from './rule-versions.tsx';
import { articleOf, rulePath, textPath, type Rule } from './rules.graphql.ts';
import styles from './rules.module.css';

function Readings({ rule }: { rule: Rule }) {
  const say = useSay();
  const parts = rule.parts.filter(({ readings }) => readings.length > 1);
  if (parts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="readings">
      <h2 id="readings">{say('webRules.rule.readings')}</h2>
      {rule.question && <p>{rule.question}</p>}
      {parts.map((part) => (
        <div key={part.name}>
          {part.label && <h3>{part.label}</h3>}
          <ul className={styles.readings}>
            {part.readings.map(({ code, words, offered }) => (
              <li key={code}>
                {words} {rule.source && part.held.includes(code) && <Status tone="done">{say('webRules.rule.current')}</Status>}
                {!offered && <small className={styles.quiet}>{say('webRules.rule.notOffered')}</small>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function From({ rule, book }: Pick<RulePageProps, 'rule' | 'book'>) {
  const say = useSay();
  const { source } = rule;
  const article = source && articleOf(source.reference, book.articles);
  return (
    <section className="stack" aria-labelledby="from">
      <h2 id="from">{say('webRules.rule.source')}</h2>
      {source ? <Source source={source} /> : <p>{say('webRules.rule.noSource')}</p>}
      {article && (
        <p>
          <Link to={textPath(article)} className={styles.quietLink}>
            <Icon name="document" /> {say('webRules.rule.readArticle', { article: article.number })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What the reader may do: set the rule in the set-up; in service, propose a change or have an error put right. */
function Acts({ rule, book, where, unproved, pageKey }: RulePageProps) {
  const say = useSay();
  const form = { rule, articles: book.articles, partnershipId: where.partnershipId, pageKey };
  const back = `${rulePath(rule.key)}#change`;
  return (
    <section className="stack" id="change" aria-labelledby="how">
      <h2 id="how">{say('webRules.rule.change')}</h2>
      <p>{rule.change}</p>
      {rule.viewerMaySet.allowed && (
        <div id="set">
          <RuleForm act="setRule" {...form} />
        </div>
      )}
      {rule.viewerMayPropose.allowed && (
        <Disclosure label={say('webRules.form.propose')} form="proposeRuleChange">
          <p>{say('webRules.form.proposeLead')}</p>
          {unproved ? <Prove back={back} /> : <RuleForm act="proposeRuleChange" {...form} />}
        </Disclosure>
      )}
      {rule.viewerMayCorrect.allowed && (
        <Disclosure label={say('webRules.form.correct')} form="correctRule">
          <p>{say('webRules.form.correctLead')}</p>
          {unproved ? <Prove back={back} /> : <RuleForm act="correctRule" {...form} />}
        </Disclosure>
      )}
    </section>
  );
}

/** One rule: its sentence, its source, its readings, what awaits, how it changes, what it was. */
export function RulePage(page: RulePageProps) {
  const { rule, book } = page;
  const say = useSay();
  return (
    <>
      <PageHeader
        title={rule.title}
        eyebrow={say(`rules.subject.${rule.subject}`)}
        lead={<p className={styles.sentence}>{rule.sentence}</p>}
        status={rule.source && <SourceBadge source={rule.source} articles={book.articles} />}
        actions={
          <LinkButton kind="quiet" to={`/rules#rule-${rule.key}`}>
            {say('webRules.readRules')}
          </LinkButton>
        }
      />
      <RuleWarnings warnings={rule.warnings} />
      <RuleAwaiting {...page} />
      <From rule={rule} book={book} />
      <Readings rule={rule} />
      <Acts {...page} />
      <RuleHistory rule={rule} />
    </>
  );
}
