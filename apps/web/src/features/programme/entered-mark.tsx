import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { EnteredMark as Mark, EnteredState } from './entered.graphql.ts';
import styles from './entered.module.css';

const tones: Readonly<Record<EnteredState, Tone>> = { WAITING: 'waiting', READ: 'underway', CONTESTED: 'stopped', ELAPSED: 'done' };

/** Where an entered act stands in its person's eyes. */
export function EnteredStatus({ state }: { state: EnteredState }) {
  const say = useSay();
  return <Status tone={tones[state]}>{say(`webEntered.state.${state}`)}</Status>;
}

/** « Saisi pour X par Y, le …, d’après … »: beside the act, and one tap from all of it. */
export function EnteredMark({ mark: { id, sentence, standing } }: { mark: Mark }) {
  return (
    <span className={styles.mark}>
      <Icon name="pen" />
      <Link to={`/entered/${id}`}>{sentence}</Link>
      {standing.state === 'CONTESTED' && <EnteredStatus state="CONTESTED" />}
    </span>
  );
}
