import type { MeetingState } from './meeting.js';
import type { MinutesState } from './minutes.js';
import { isHeldAt, type Seat, type SeatCategory } from './seat.js';

/** What a meeting or its PV waits for, and from which offices: of one party, or of any. */
export interface NextStep {
  readonly verb: 'CONVENE' | 'OPEN' | 'CLOSE' | 'DRAFT' | 'CALL_AGAIN' | 'HAND_OVER' | 'FINALISE' | 'SIGN';
  readonly offices: readonly SeatCategory[];
  /** `null`: whichever side. */
  readonly partyId: string | null;
}

/** Those who run a meeting, and those who hold the sitting and the pen (C4). */
const stewards: readonly SeatCategory[] = ['CO_PRESIDENT', 'COORDINATOR'];
const sitting: readonly SeatCategory[] = [...stewards, 'SESSION_SECRETARY'];
const byAnySide = (verb: NextStep['verb'], offices: readonly SeatCategory[]): readonly NextStep[] => [{ verb, offices, partyId: null }];

/** What a meeting waits for; nothing once it is cancelled, or its PV carries it on. */
export function nextOfMeeting({ state, hostPartyId }: { readonly state: MeetingState; readonly hostPartyId: string }): readonly NextStep[] {
  const steps: Readonly<Record<MeetingState, readonly NextStep[]>> = {
    // Only the host's representative convenes (Art. 5).
    SCHEDULED: [{ verb: 'CONVENE', offices: ['CO_PRESIDENT'], partyId: hostPartyId }],
    CONVENED: byAnySide('OPEN', sitting),
    OPEN: byAnySide('CLOSE', sitting),
    CLOSED: byAnySide('DRAFT', sitting),
    MINUTED: [],
    NO_QUORUM: byAnySide('CALL_AGAIN', stewards),
    POSTPONED: byAnySide('CALL_AGAIN', stewards),
    CANCELLED: [],
  };
  return steps[state];
}

/** What a PV waits for, `missing` being the parties that have not signed; nothing once it is executory. */
export function nextOfMinutes({ state, missing }: { readonly state: MinutesState; readonly missing: readonly string[] }): readonly NextStep[] {
  const signing = missing.map((partyId): NextStep => ({ verb: 'SIGN', offices: ['CO_PRESIDENT'], partyId }));
  const steps: Readonly<Record<MinutesState, readonly NextStep[]>> = {
    DRAFT: byAnySide('HAND_OVER', sitting),
    REVIEW: byAnySide('FINALISE', stewards),
    FINAL: signing,
    PARTIALLY_SIGNED: signing,
    EXECUTORY: [],
  };
  return steps[state];
}

/** Does this seat, held now, answer for this step? */
export const answersFor = (step: NextStep, seat: Seat, at: Date): boolean =>
  step.offices.includes(seat.category) && (step.partyId === null || step.partyId === seat.partyId) && isHeldAt(seat, at);

/** Steps for which nobody holds an office now: the chain waits for nobody, and says so (F33). */
export const stranded = (steps: readonly NextStep[], seats: readonly Seat[], at: Date): readonly NextStep[] =>
  steps.filter((step) => !seats.some((seat) => answersFor(step, seat, at)));
