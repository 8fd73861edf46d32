import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { Moment } from '../../base/dates.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { NoAgreement } from './no-agreement.tsx';
import { SourceBadge } from './rule-source.tsx';
import { RuleWarnings } from './rule-warnings.tsx';
import { Service } from './rules-service.tsx';
import { rulePath, textPath, type Rule, type RuleBook } from './rules.graphql.ts';
import styles from './rules.module.css';

interface RulesPageProps {
  readonly book: RuleBook | null;
  readonly where: Here;
  /** An act that binds the party asks first who is there. */
  readonly unproved: boolean;
  readonly pageKey: string;
}

/** In the order of the catalogue, each subject once. */
const subjectsOf = (rules: readonly Rule[]): Rule['subject'][] => [...new Set(rules.map(({ subject }) => subject))];

function RuleLine({ rule, book }: { rule: Rule; book: RuleBook }) {
  const say = useSay();
  const awaits = rule.versions.some(({ state }) => state === 'AWAITING' || state === 'ADOPTED');
  return (
    <li className={styles.rule} id={`rule-${rule.key}`}>
      <p className={styles.name}>
        <Link to={rulePath(rule.key)}>{rule.title}</Link>
      </p>
      <p className={styles.sentence}>{rule.sentence}</p>
      <RuleWarnings warnings={rule.warnings} />
      <p className="cluster">
        {rule.source && <SourceBadge source={rule.source} articles={book.articles} />}
        {awaits && <Status tone="waiting">{say('webRules.state.AWAITING')}</Status>}
        {rule.viewerMaySet.allowed && (
          <Link className={styles.quietLink} to={`${rulePath(rule.key)}#set`} aria-label={`${say('webRules.edit')} : ${rule.title}`}>
            <Icon name="pen" /> {say('webRules.edit')}
          </Link>
        )}
      </p>
    </li>
  );
}

function InService({ since }: { since: string }) {
  const say = useSay();
  return (
    <Banner tone="good">
      <p>
        {say('webRules.service.since')} <Moment at={since} />. {say('webRules.service.rule')}
      </p>
    </Banner>
  );
}

/** Every rule of the agreement, by subject: its sentence, and where it comes from. */
export function RulesPage({ book, ...page }: RulesPageProps) {
  const say = useSay();
  const eyebrow = <bdi>{page.where.partnershipName}</bdi>;
  if (!book) return <NoAgreement title={say('webRules.title')} where={page.where} />;
  const own = book.rules.filter(({ source }) => source && source.kind !== 'PRODUCT_DEFAULT').length;
  const ours = book.rules.filter(({ source }) => source?.kind === 'PRODUCT_DEFAULT').length;
  const status = book.inServiceAt ? <Status tone="done">{say('webRules.inService')}</Status> : <Status tone="underway">{say('webRules.setUp')}</Status>;
  return (
    <>
      <PageHeader
        title={say('webRules.title')}
        eyebrow={eyebrow}
        status={status}
        lead={
          <>
            <p>{say('webRules.lead')}</p>
            <p>{say('webRules.count', { own, ours })}</p>
          </>
        }
        actions={
          <>
            <LinkButton kind="secondary" icon="document" to={textPath()}>
              {say('webRules.readText')}
            </LinkButton>
            {!book.inServiceAt && (
              <LinkButton kind="secondary" icon="pen" to="/setup">
                {say('webSetUp.empty.open')}
              </LinkButton>
            )}
          </>
        }
      />
      {book.inServiceAt ? <InService since={book.inServiceAt} /> : <Service book={book} {...page} back="/rules#service" />}
      {subjectsOf(book.rules).map((subject) => (
        <section key={subject} className="stack" aria-labelledby={`subject-${subject}`}>
          <h2 id={`subject-${subject}`}>{say(`rules.subject.${subject}`)}</h2>
          <ul className={styles.rules}>
            {book.rules
              .filter((rule) => rule.subject === subject)
              .map((rule) => (
                <RuleLine key={rule.key} rule={rule} book={book} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
