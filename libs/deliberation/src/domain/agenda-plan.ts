import { accepted, type Answer } from '#kernel';
import { agendaDurationOutside, notFound } from './refusals.js';

/** How long an item should take (minutes), and the seat of who presents it. Both may stay open. */
export interface AgendaPlan {
  readonly durationMinutes: number | null;
  readonly presenterSeatId: string | null;
}

/** A day of work: whatever takes longer is not one point of an agenda. */
export const longestItem = 480;

/** Judges what is planned of an item. Refused: AGENDA_DURATION_OUTSIDE, NOT_FOUND for a seat of elsewhere. */
export function planItem(plan: AgendaPlan, seatIds: readonly string[]): Answer<AgendaPlan> {
  const { durationMinutes: minutes, presenterSeatId } = plan;
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= longestItem)) return agendaDurationOutside(minutes, longestItem);
  return presenterSeatId === null || seatIds.includes(presenterSeatId) ? accepted(plan) : notFound();
}
