import { accepted, addDays, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import { dayOf, stepOf } from './ladder.js';
import { dueOn } from './lateness.js';
import type { Debt } from './planning.js';

/** Our default: no text of the partners speaks of silence; a legal deadline is never silenced past its day (design C1.5). */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, silence jusqu’au…' };

/** Nobody is silent for longer than a month. */
const longest = 30;

/** The rows at which others are told too: a silence ends by then. */
const beforeOthers: Readonly<Partial<Record<Debt['kind'], string>>> = { DRAFTING: 'DRAFTING_S+15', MINUTES: 'MINUTES_P+14', RECEIPT: 'RECEIPT_T+5', PUBLICATION: 'PUBLICATION_AR+7', VISA: 'VISA_V+20' };

/** The last day of silence whatever was chosen: the deadline of a legal duty, or the eve of the day on which others are told. `null` when there is none. */
export function silenceEnd(debt: Debt): CivilDate | null {
  const others = stepOf(beforeOthers[debt.kind] ?? '');
  return debt.kind === 'ACTION' ? null : others ? dayOf(others, debt) : dueOn(debt);
}

/** The last day to which its reminders may be put off: within a month, and never past the deadline of a legal duty. `null` when none is left. */
export function silenceLimit(debt: Debt, today: CivilDate): CivilDate | null {
  const legal = silenceEnd(debt);
  const month = addDays(today, longest);
  const limit = legal !== null && legal < month ? legal : month;
  return limit > today ? limit : null;
}

/** @returns refused SILENCE_NOT_POSSIBLE (its last day has come), SILENCE_IN_THE_PAST, SILENCE_TOO_LONG {until} */
export function silence(debt: Debt, until: CivilDate, today: CivilDate): Answer<CivilDate> {
  const limit = silenceLimit(debt, today);
  if (limit === null) return refused('SILENCE_NOT_POSSIBLE', {}, source);
  if (until <= today) return refused('SILENCE_IN_THE_PAST', {}, source);
  return until > limit ? refused('SILENCE_TOO_LONG', { until: limit }, source) : accepted(until);
}
