import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import styles from './reminders.module.css';
import type { ToldLine, ToldPerson } from './timeline.graphql.ts';

const tones: Readonly<Record<ToldPerson['standing'], Tone>> = { OWES: 'waiting', ANSWERED: 'done', TOLD: 'still' };

/** « Qui a été prévenu, quand », of one thing. */
export function ToldPeople({ people }: { people: readonly ToldPerson[] }) {
  const say = useSay();
  return (
    <ul className={styles.told}>
      {people.map(({ personId, displayName, party, standing, failed, lines }) => (
        <li key={personId} className={styles.person}>
          <span className={styles.who}>
            <span>
              <bdi>{displayName}</bdi>
            </span>
            {party && <bdi className={styles.quiet}>{party}</bdi>}
            <Status tone={failed ? 'stopped' : tones[standing]}>{say(failed ? 'webReminders.failed' : `webReminders.standing.${standing}`)}</Status>
          </span>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Line({ line: { row, matter, state, day, problem, silencedUntil } }: { line: ToldLine }) {
  const say = useSay();
  return (
    <li>
      {row === null ? matter : row === 'AGAIN' ? say('webReminders.again') : <bdi dir="ltr">{row}</bdi>}, {say(`webReminders.line.${state}`)} <CivilDate on={day} length="short" />
      {silencedUntil && (
        <span className={styles.quiet}>
          {' '}
          ({say('webReminders.silenced')} <CivilDate on={silencedUntil} length="short" />)
        </span>
      )}
      {problem && state === 'FAILED' && (
        <bdi dir="ltr" className={styles.problem}>
          {problem}
        </bdi>
      )}
    </li>
  );
}
