import { useSay } from '../../base/language.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { SheetState } from './plan-board.graphql.ts';

const tones: Readonly<Record<SheetState, Tone>> = {
  DRAFT: 'underway',
  SUBMITTED: 'waiting',
  RETURNED: 'stopped',
  CO_VALIDATED: 'done',
  ADOPTED: 'done',
  REJECTED: 'stopped',
  POSTPONED: 'still',
  WITHDRAWN: 'still',
};

/** Where a fiche stands: a draft never looks like a submitted one. */
export function SheetStatus({ state }: { state: SheetState }) {
  const say = useSay();
  return <Status tone={tones[state]}>{say(`webProgramme.state.${state}`)}</Status>;
}
