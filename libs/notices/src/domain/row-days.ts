import { accepted, refused, type Answer, type RuleSource } from '#kernel';
import { ladder, stepOf, type DebtKind, type Step } from './ladder.js';

/** The days that partners gave to rows, by the rows' names; a row that is not there keeps ours. */
export type RowDays = ReadonlyMap<string, number>;

/**
 * Why a row stays where it is. DAY: it stands on the very day that a text names, or the last one before it. MONTHS: it is counted in calendar
 * months, as the agreement counts (C1.6). PLAN_OF_WORK: the day itself is moved, in the plan of work. STOPPED: the day on which something stopped,
 * which no text names and nobody chose.
 */
export type Fixed = 'DAY' | 'MONTHS' | 'PLAN_OF_WORK' | 'STOPPED';

/** Rows that stand on a day of the plan of work; and the last valid day of a plan, « avant le 31 décembre ». */
const preparation: readonly DebtKind[] = ['SHEETS', 'FREEZE'];
const lastValidDay = 'PLAN_J-1';

/** `null` for a row that partners may move: our calendar, no text of theirs. */
export function fixedBy({ rule, debt, offset, months, onceCome }: Step): Fixed | null {
  if (months !== undefined) return 'MONTHS';
  if (onceCome) return 'STOPPED';
  if (offset === 0) return preparation.includes(debt) ? 'PLAN_OF_WORK' : 'DAY';
  return rule === lastValidDay ? 'DAY' : null;
}

/** No row goes further from our own day. */
const slack = 30;
/** Two rows of one thing do not fall within the 48 hours of silence after a request (F13), but where ours do. */
const apart = (one: Step, other: Step): number => Math.min(2, Math.abs(one.offset - other.offset));

/** Between which days a row may stand: on its side of the day, after the row before it and before the row after it, no further than a month from ours. */
export function rangeOf(step: Step, days: RowDays): { readonly first: number; readonly last: number } {
  const row = ladder.filter((one) => one.debt === step.debt && one.from === step.from && one.months === undefined);
  const place = row.findIndex(({ rule }) => rule === step.rule);
  const [before, after] = [row[place - 1], row[place + 1]];
  const at = (one: Step): number => daysOf(one, days);
  const side = step.offset < 0 ? { first: -Infinity, last: -1 } : { first: 1, last: Infinity };
  return {
    first: Math.max(step.offset - slack, side.first, before ? at(before) + apart(before, step) : -Infinity),
    last: Math.min(step.offset + slack, side.last, after ? at(after) - apart(step, after) : Infinity),
  };
}

/** Days from the day that a row is counted from, as it stands. */
export const daysOf = ({ rule, offset }: Pick<Step, 'rule' | 'offset'>, days: RowDays | undefined): number => days?.get(rule) ?? offset;

const signed = (days: number): string => (days === 0 ? '' : `${days > 0 ? '+' : ''}${days}`);

/** « J-58 »: how a row is called once it is moved; by its own name otherwise. */
export function rowNamed({ rule, debt, offset }: Pick<Step, 'rule' | 'debt' | 'offset'>, days: RowDays | undefined): string {
  const name = rule.slice(debt.length + 1);
  const [, letter = name, number = '0'] = /^([A-Z]+)([+-]\d+)?$/.exec(name) ?? [];
  return days?.has(rule) ? `${letter}${signed(Number(number) + daysOf({ rule, offset }, days) - offset)}` : name;
}

/** Our default: no text of the partners speaks of when somebody is reminded. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, calendrier des rappels' };

/** @returns the day to keep, `null` for ours; refused NOT_FOUND for no such row, ROW_FIXED, ROW_OUT_OF_RANGE {first, last} */
export function moveRow(rule: string, days: number | null, current: RowDays): Answer<number | null> {
  const step = ladder.some((one) => one.rule === rule) ? stepOf(rule) : undefined;
  if (!step) return refused('NOT_FOUND');
  if (fixedBy(step)) return refused('ROW_FIXED', {}, source);
  const { first, last } = rangeOf(step, current);
  const asked = days ?? step.offset;
  if (asked < first || asked > last) return refused('ROW_OUT_OF_RANGE', { first, last }, source);
  return accepted(asked === step.offset ? null : asked);
}
