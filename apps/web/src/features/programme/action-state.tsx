import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { ActionLine, ActionState, Owner } from './actions.graphql.ts';
import styles from './actions.module.css';

const tones: Readonly<Record<ActionState, Tone>> = {
  PLANNED: 'still', STARTED: 'underway', ON_TRACK: 'underway', AT_RISK: 'waiting', BLOCKED: 'stopped', COMPLETED: 'done', REPORTED: 'done', EVALUATED: 'done', CANCELLED: 'still', RESCHEDULED: 'still',
};

/** Where an action stands, in the server's words; and whether it is late, which is another matter. */
export function ActionStatus({ action }: { action: Pick<ActionLine, 'state' | 'stateWords' | 'late' | 'lateSentence'> }) {
  const say = useSay();
  return (
    <span className="cluster">
      <Status tone={tones[action.state]}>{action.stateWords}</Status>
      {action.late && (
        <span className={styles.late}>
          <Icon name="alert" /> {action.lateSentence ?? say('webActions.late')}
        </span>
      )}
    </span>
  );
}

/** How far it is: drawn, and said. */
export function Percent({ percent }: { percent: number }) {
  const say = useSay();
  return (
    <span className={styles.percent}>
      <progress aria-hidden="true" className={styles.bar} max={100} value={percent} />
      <span>{say('webActions.percent', { percent: String(percent) })}</span>
    </span>
  );
}

/** Who answers for it on each side, by office. */
export function OwnersLine({ owners }: { owners: readonly Owner[] }) {
  const named = owners.filter(({ seat }) => seat !== null);
  if (named.length === 0) return null;
  return (
    <ul className={styles.owners}>
      {named.map(({ party, seat }) => (
        <li key={party.id}>
          <bdi>{party.shortName}</bdi> : <bdi>{seat?.office}</bdi>
        </li>
      ))}
    </ul>
  );
}
