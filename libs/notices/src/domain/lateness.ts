import { addDays, type CivilDate } from '#kernel';
import { dayOf, ladder, type DebtKind } from './ladder.js';
import type { Debt } from './planning.js';

const dayIn = ({ details }: Pick<Debt, 'details'>, name: string): CivilDate | null => {
  const value = details[name];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? (value as CivilDate) : null;
};

/** Counted down to: its reminders come before the day, and only then is somebody late. */
const countedDown: readonly DebtKind[] = ['PLAN', 'SESSION', 'SHEETS', 'FREEZE', 'RENEWAL', 'WIND_DOWN', 'MANDATE'];
/** A day promised or convened for: shown as the last one, though reminders follow it or come before. */
const dated: readonly DebtKind[] = ['MEETING', 'ANSWER', 'ACTION'];
/** News, which nobody owes. */
const news: readonly DebtKind[] = ['PROPOSALS', 'CONTROL', 'TACIT'];
export const isOwed = ({ kind }: Pick<Debt, 'kind'>): boolean => !news.includes(kind);

/** The day by which a debt is to be settled, as people say it: a plan's last valid day, a meeting's own; `null` where no text names one. */
export function dueOn(debt: Pick<Debt, 'kind' | 'details'>): CivilDate | null {
  if (debt.kind === 'PLAN') return dayIn(debt, 'lastValidDay');
  return countedDown.includes(debt.kind) || dated.includes(debt.kind) ? dayIn(debt, 'day') : null;
}

/**
 * From which day on somebody is late with it: the day after the last one for what is counted down to; for the rest, the day of the first
 * reminder, for nothing else is reminded before it should have been done.
 */
export function lateFrom(debt: Debt): CivilDate {
  if (countedDown.includes(debt.kind)) return addDays(dueOn(debt) ?? debt.base, 1);
  const first = ladder.find((step) => step.debt === debt.kind);
  return (first && dayOf(first, debt)) ?? debt.base;
}

export const isLate = (debt: Debt, today: CivilDate): boolean => debt.standing !== 'SETTLED' && isOwed(debt) && lateFrom(debt) <= today;
