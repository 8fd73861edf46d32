import { accepted, type Answer } from '#kernel';
import { told, type DeliberationFact } from './facts.js';
import type { Meeting } from './meeting.js';
import { aboutMinutes, draft, type Minutes } from './minutes.js';
import type { MinutesFacts } from './minutes-content.js';
import { minutesAlreadyRectified, minutesNotExecutory, reasonRequired } from './refusals.js';
import { longest, worded } from './wording.js';

/** What opens rectifying minutes. */
export interface Rectify {
  readonly id: string;
  /** The meeting's facts, as they still are: a decision is corrected by a new decision alone. */
  readonly facts: MinutesFacts;
  readonly reason: string;
  /** Is there already a PV that rectifies this one? */
  readonly rectified: boolean;
  readonly at: Date;
}

/** May these minutes be rectified? Executory ones alone, and once: a second mistake is corrected in the rectifying PV's own rectification. */
export function mayRectify(minutes: Pick<Minutes, 'state' | 'number'>, rectified: boolean): Answer<true> {
  if (minutes.state !== 'EXECUTORY') return minutesNotExecutory(minutes.state);
  return rectified ? minutesAlreadyRectified(minutes.number ?? '') : accepted(true);
}

/**
 * A new draft that names the executory PV it rectifies and starts from its words (C4: after EXECUTORY only rectifying minutes). It has its own
 * number and its own signatures; the first one stays as it is, in force.
 */
export function rectify(minutes: Minutes, meeting: Meeting, { id, facts, reason, rectified, at }: Rectify): Answer<{ readonly state: Minutes; readonly reason: string; readonly facts: DeliberationFact[] }> {
  const may = mayRectify(minutes, rectified);
  if (may.refused) return may;
  const why = worded(reason, longest.reason);
  if (why.refused) return why;
  if (why.value === '') return reasonRequired();
  const drawn = draft(meeting, { id, facts, prose: minutes.prose, rectifiesMinutesId: minutes.id, at });
  if (drawn.refused) return drawn;
  const opened = told('MinutesRectificationOpened', aboutMinutes(minutes), { minutesId: id, reason: why.value, at: at.toISOString() });
  return accepted({ state: drawn.value.state, reason: why.value, facts: [opened, ...(drawn.value.facts as DeliberationFact[])] });
}
