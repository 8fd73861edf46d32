import { useSay } from '../../base/language.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { MinutesState } from './minutes.graphql.ts';

const tones: Readonly<Record<MinutesState, Tone>> = { DRAFT: 'underway', REVIEW: 'underway', FINAL: 'waiting', PARTIALLY_SIGNED: 'waiting', EXECUTORY: 'done' };

/** Where a PV stands, in a word. */
export function MinutesStateMark({ state }: { state: MinutesState }) {
  const say = useSay();
  return <Status tone={tones[state]}>{say(`webMinutes.state.${state}`)}</Status>;
}
