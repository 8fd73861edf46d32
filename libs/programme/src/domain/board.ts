import { missingInAction, missingInSheet } from './completeness.js';
import type { SheetWorld } from './edit.js';
import { nameOf } from './hand.js';
import type { Plan } from './plan.js';
import type { Axis, Sheet, SheetValidation } from './sheet.js';

/** Proposée, Instruite, Retenue, Validée. */
export const columnNames = ['PROPOSED', 'EXAMINED', 'RETAINED', 'VALIDATED'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Sheets that no longer take part in the year. */
const gone: readonly Sheet['state'][] = ['WITHDRAWN', 'REJECTED', 'POSTPONED'];
export const isLiving = (sheet: Sheet): boolean => !gone.includes(sheet.state);

/** Proposed until every party validated it, examined then, retained once in the plan, validated with the committee's decision. */
export function columnOf(sheet: Sheet, retained: ReadonlySet<string>): ColumnName {
  if (sheet.state === 'ADOPTED') return 'VALIDATED';
  if (retained.has(sheet.id)) return 'RETAINED';
  return sheet.state === 'CO_VALIDATED' ? 'EXAMINED' : 'PROPOSED';
}

/** How the sheets of a year cover one axis. */
export interface Coverage {
  readonly axisId: string;
  /** Living sheets of the year on this axis. */
  readonly covered: number;
  /** Leads that the agreement gives to this axis. */
  readonly leads: number;
  /** No lead and no sheet: axes V and VI of the convention Villeneuve-la-Garenne – Tiznit (4-21). */
  readonly uncovered: boolean;
}

/** How the year covers the strategic axes, in their order. */
export const coverageOf = (axes: readonly Axis[], sheets: readonly Sheet[]): readonly Coverage[] =>
  axes
    .filter(({ kind }) => kind === 'STRATEGIC')
    .map(({ id, leads }) => {
      const covered = sheets.filter((sheet) => isLiving(sheet) && sheet.axisId === id).length;
      return { axisId: id, covered, leads: leads.length, uncovered: covered === 0 && leads.length === 0 };
    });

/** Something that still stands between today and an executory plan: a sentence's code, what it speaks about, its values. */
export interface Blocker {
  readonly code: 'NO_PLAN' | 'PLAN_EMPTY' | 'SHEET_TO_FINISH' | 'SHEET_TO_CO_VALIDATE' | 'SHEET_TO_RETAIN' | 'ACTION_LACKS' | 'PARTY_TO_VALIDATE' | 'PLAN_TO_FREEZE' | 'PLAN_TO_DECIDE' | 'MINUTES_TO_SIGN';
  readonly subject: { readonly kind: 'projectSheet' | 'actionPlan' | 'partnership'; readonly id: string };
  readonly values: Readonly<Record<string, string>>;
}

/** A year as it stands: its plan, its sheets, who has validated what. */
export interface BoardState {
  readonly partnershipId: string;
  readonly year: number;
  readonly plan: Plan | null;
  readonly executory: boolean;
  /** Living and other sheets of the year, with the validations of their current version. */
  readonly sheets: readonly (Sheet & { readonly validations: readonly SheetValidation[] })[];
  readonly retained: ReadonlySet<string>;
  readonly planValidations: readonly string[];
}

type Held = BoardState['sheets'][number];
const onSheet = (code: Blocker['code'], sheet: Sheet, values: Record<string, string> = {}): Blocker => ({
  code,
  subject: { kind: 'projectSheet', id: sheet.id },
  values: { title: sheet.title, ...values },
});

function sheetBlockers(sheet: Held, state: BoardState, { axes, parties }: SheetWorld): Blocker[] {
  const validated = sheet.validations.map(({ partyId }) => partyId);
  if (sheet.state === 'DRAFT' || sheet.state === 'RETURNED') {
    const [item] = missingInSheet(sheet, axes);
    return [onSheet('SHEET_TO_FINISH', sheet, { state: sheet.state, ...(item && { item }) })];
  }
  if (sheet.state === 'SUBMITTED') {
    return parties.filter(({ id }) => !validated.includes(id)).map(({ shortName }) => onSheet('SHEET_TO_CO_VALIDATE', sheet, { party: shortName }));
  }
  if (sheet.state !== 'CO_VALIDATED') return [];
  if (!state.retained.has(sheet.id)) return [onSheet('SHEET_TO_RETAIN', sheet)];
  return missingInAction(sheet, axes).map((item) => onSheet('ACTION_LACKS', sheet, { item }));
}

function planBlockers({ plan, retained, planValidations, executory, year, partnershipId }: BoardState, { parties }: SheetWorld): Blocker[] {
  const values = { year: String(year) };
  if (!plan) return [{ code: 'NO_PLAN', subject: { kind: 'partnership', id: partnershipId }, values }];
  const subject = { kind: 'actionPlan', id: plan.id } as const;
  if (plan.state === 'ADOPTED') return executory ? [] : [{ code: 'MINUTES_TO_SIGN', subject, values }];
  if (plan.state === 'FROZEN') return [{ code: 'PLAN_TO_DECIDE', subject, values }];
  if (plan.state === 'CO_VALIDATED') return [{ code: 'PLAN_TO_FREEZE', subject, values }];
  if (retained.size === 0) return [{ code: 'PLAN_EMPTY', subject, values }];
  const silent = parties.filter(({ id }) => !planValidations.includes(id));
  return silent.map(({ id }) => ({ code: 'PARTY_TO_VALIDATE', subject, values: { ...values, party: nameOf(parties, id) } }));
}

/** What still prevents the plan from being executory, sheets first while the plan is being composed. */
export function blockersOf(state: BoardState, world: SheetWorld): readonly Blocker[] {
  const composing = !state.plan || state.plan.state === 'DRAFT' || state.plan.state === 'CO_VALIDATED';
  const ofSheets = composing ? state.sheets.flatMap((sheet) => sheetBlockers(sheet, state, world)) : [];
  return [...ofSheets, ...planBlockers(state, world)];
}
