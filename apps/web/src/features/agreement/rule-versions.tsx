import type { Here } from '../../base/here.ts';
import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { rulePath, type Rule, type RuleBook, type RuleVersion, type VersionState } from './rules.graphql.ts';
import styles from './rules.module.css';

/** What the page of a rule is made of. */
export interface RulePageProps {
  readonly rule: Rule;
  readonly book: RuleBook;
  readonly where: Here;
  readonly unproved: boolean;
  readonly pageKey: string;
}

const tones: Readonly<Record<VersionState, Tone>> = { AWAITING: 'waiting', ADOPTED: 'underway', IN_EFFECT: 'done', PAST: 'still', CLOSED: 'stopped' };
const isAwaiting = ({ state }: RuleVersion): boolean => state === 'AWAITING' || state === 'ADOPTED';

/** Why it was asked, in its own direction of writing inside the page's. */
function Motive({ words }: { words: string }) {
  const say = useSay();
  return <p>{say('webRules.motive', { motive: `\u2068${words}\u2069` })}</p>;
}

function Agree({ version, rule, unproved, pageKey }: { version: RuleVersion } & Pick<RulePageProps, 'rule' | 'unproved' | 'pageKey'>) {
  const say = useSay();
  const { viewerMayAgree: may } = version;
  if (version.act !== 'CORRECTION') return null;
  if (!may.allowed) return may.refusal && <WhyNot label={say('webRules.agree')} sentence={may.refusal.sentence} source={may.refusal.source} />;
  if (unproved) {
    return (
      <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', `${rulePath(rule.key)}#awaiting`)}>
        {say('webRules.prove')}
      </LinkButton>
    );
  }
  return <ActButton name={`agreeRuleCorrection:${version.id}`} icon="check" label={say('webRules.agree')} pageKey={pageKey} fields={{ versionId: version.id, key: rule.key }} />;
}

/** What is asked of this rule and not settled yet; for whoever may, the way to settle it. */
export function RuleAwaiting({ rule, where, unproved, pageKey }: RulePageProps) {
  const say = useSay();
  const waiting = rule.versions.filter(isAwaiting);
  const isCoordinator = where.myCategories.includes('COORDINATOR');
  return (
    <div id="awaiting" className="stack">
      {waiting.map((version) => (
        <Card
          key={version.id}
          title={version.sentence}
          mine={version.viewerMayAgree.allowed}
          eyebrow={say(`webRules.act.${version.act}`, { party: version.party?.shortName ?? '' })}
          status={<Status tone={tones[version.state]}>{say(`webRules.state.${version.state}`)}</Status>}
          actions={
            isCoordinator && version.state === 'AWAITING' && (
              <>
                <Agree version={version} rule={rule} unproved={unproved} pageKey={pageKey} />
                {version.act === 'DECISION' && (
                  <LinkButton icon="calendar" to="/meetings">
                    {say('webRules.toMeetings')}
                  </LinkButton>
                )}
                {version.viewerMayClose.allowed && (
                  <ActButton name={`closeRuleAsking:${version.id}`} kind="quiet" label={say('webRules.close')} pageKey={pageKey} fields={{ versionId: version.id, key: rule.key }} />
                )}
              </>
            )
          }
        >
          {version.motive && <Motive words={version.motive} />}
          {version.act === 'DECISION' && version.state === 'AWAITING' && <p>{say('webRules.agenda')}</p>}
        </Card>
      ))}
    </div>
  );
}

/** Every value the rule had, the one in force first. */
export function RuleHistory({ rule }: { rule: Rule }) {
  const say = useSay();
  const told = rule.versions.filter((version) => !isAwaiting(version));
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{say('webRules.rule.history')}</h2>
      {told.length === 0 && <p>{say('webRules.rule.noHistory')}</p>}
      <ol className={styles.history}>
        {told.map((version) => (
          <li key={version.id}>
            <p className="cluster">
              <Status tone={tones[version.state]}>{say(`webRules.state.${version.state}`)}</Status>
              <span className={styles.quiet}>
                <Moment at={version.inEffectAt ?? version.askedAt} />
              </span>
            </p>
            <p>{version.sentence}</p>
            <p className={styles.quiet}>
              {say(`webRules.act.${version.act}`, { party: version.party?.shortName ?? '' })}
              {version.agreedBy && ` · ${say('webRules.agreed', { party: version.agreedBy.shortName })}`}
            </p>
            {version.motive && <Motive words={version.motive} />}
            <Source source={version.source} />
          </li>
        ))}
      </ol>
    </section>
  );
}
