import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Status } from '../../ui/status.tsx';
import { Annexes } from './annexes.tsx';
import type { DecisionShown, MinutesShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

/** What was decided, as numbered cards: the text that was voted, every round, who voted what. */
export function MinutesDecisions({ decisions, extracts }: Pick<MinutesShown, 'extracts'> & { decisions: readonly DecisionShown[] }) {
  const say = useSay();
  return (
    <section className={styles.section} aria-labelledby="minutes-decisions">
      <h2 id="minutes-decisions">{say('webMinutes.decisions.title', { count: decisions.length })}</h2>
      {decisions.length === 0 && <p>{say('webMinutes.decisions.none')}</p>}
      {decisions.map((decision) => (
        <Card
          key={decision.number}
          level={3}
          eyebrow={say('webMinutes.decisions.number', { number: decision.number })}
          title={decision.title}
          actions={extracts.length > 0 && <Extract of={extracts.find(({ number }) => number === decision.number)} />}
          status={<Status tone={decision.adopted ? 'done' : 'stopped'}>{say(decision.adopted ? 'webMinutes.decisions.adopted' : 'webMinutes.decisions.notAdopted')}</Status>}
        >
          <p className={styles.written} dir="auto">
            {decision.text}
          </p>
          {decision.ballots.map((ballot) => (
            <Ballot key={ballot.ordinal} ballot={ballot} among={decision.ballots.length} />
          ))}
          <Annexes title={say('webMinutes.decisions.annexes')} annexes={decision.annexes} />
          <p className={styles.fingerprint}>
            <span className={styles.small}>{say('webMinutes.decisions.textHash')}</span>
            <bdi dir="ltr" className={styles.hash}>
              {decision.textHash}
            </bdi>
          </p>
        </Card>
      ))}
    </section>
  );
}

/** The decision alone, for whoever must be shown that one. */
function Extract({ of }: { of: MinutesShown['extracts'][number] | undefined }) {
  const say = useSay();
  if (!of) return null;
  return (
    <LinkButton kind="quiet" icon="document" to={of.url} reloadDocument>
      {say('webMinutes.decisions.extract', { number: of.number })}
    </LinkButton>
  );
}

function Ballot({ ballot: { ordinal, verdict, reasons, voices }, among }: { ballot: DecisionShown['ballots'][number]; among: number }) {
  const say = useSay();
  return (
    <div className={styles.ballot}>
      <p className={styles.verdict}>
        {among > 1 && <strong>{say('webMinutes.decisions.round', { ordinal })}</strong>}
        <span>{verdict}</span>
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      )}
      <details className={styles.fold}>
        <summary>{say('webMinutes.decisions.voices', { count: voices.length })}</summary>
        <ul className={styles.voices}>
          {voices.map(({ seatId, office, choice, words, heldBy }) => (
            <li key={seatId}>
              <bdi>{office}</bdi>
              <strong>{say(`webMinutes.choice.${choice}`)}</strong>
              {heldBy && <span className={styles.small}>({say('webMeetings.attendance.carries', { name: heldBy })})</span>}
              {words && (
                <span className={styles.words} dir="auto">
                  {words}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
