/**
 * The rows of the design's C2 and C3, written once more from its tables and not from the code (`docs/reminders.md` says which are in reach).
 * `to`: P co-presidents, C coordinations, M members, K cabinets, S secretaries, of every side; d whoever owes it; c, k, p the coordination,
 * the cabinet, the co-president of a side that owes. `while`: O open, R in review, A adopted and not executory.
 */
export interface DesignRow {
  readonly rule: string;
  readonly debt: string;
  /** The day it counts from, then calendar months, then days. */
  readonly from: 'BASE' | 'END' | 'NOTICE';
  readonly months: number;
  readonly days: number;
  readonly moves: 'EARLIER' | 'LATER';
  /** Tells what has come to pass on its very day: never before it. */
  readonly hasCome: boolean;
  readonly to: string;
  readonly while: string;
}

type Short = readonly [rule: string, days: number, to: string, during: string, more?: Partial<DesignRow>];

const later = { moves: 'LATER' } as const;
const end = { from: 'END' } as const;

const rows: readonly Short[] = [
  ['PLAN_J-90', -90, 'C', 'O'], ['PLAN_J-60', -60, 'PC', 'O'], ['PLAN_J-30', -30, 'PC', 'O'], ['PLAN_J-21', -21, 'P', 'O'], ['PLAN_J-15', -15, 'PC', 'O'], ['PLAN_J-10', -10, 'P', 'A'],
  ['PLAN_J-7', -7, 'PC', 'OA'], ['PLAN_J-3', -3, 'PC', 'OA'], ['PLAN_J-1', -1, 'PC', 'OA'], ['PLAN_J', 0, 'MC', 'OA'],
  ['PLAN_J+1', 1, 'C', 'O', later], ['PLAN_J+7', 7, 'C', 'O', later], ['PLAN_J+15', 15, 'PC', 'O', later], ['PLAN_J+30', 30, 'PC', 'O', later],
  ['SESSION_J-240', -240, 'C', 'O'], ['SESSION_J-200', -200, 'PC', 'O'], ['SESSION_J-75', -75, 'K', 'O'], ['SESSION_J-30', -30, 'PC', 'O'],
  ['SHEETS_J-120', -45, 'd', 'O', later], ['SHEETS_J-105', -30, 'd', 'O'], ['SHEETS_J-75', 0, 'd', 'O'], ['SHEETS_J-70', 5, 'c', 'O'], ['SHEETS_J-65', 10, 'C', 'O'],
  ['FREEZE_J-45', 0, 'C', 'O'],
  ['PROPOSALS_S-45', -45, 'd', 'O'],
  ['MEETING_S-30', -30, 'd', 'O'], ['MEETING_S-20', -20, 'dc', 'O'], ['MEETING_S-10', -10, 'PC', 'O'], ['MEETING_J-50', -50, 'd', 'O', end],
  ['DRAFTING_S+2', 2, 'CS', 'O'], ['DRAFTING_S+5', 5, 'CS', 'O'], ['DRAFTING_S+15', 15, 'CS', 'OR'], ['DRAFTING_S+22', 22, 'PC', 'OR'],
  ['MINUTES_P+3', 3, 'd', 'O'], ['MINUTES_P+7', 7, 'd', 'O'], ['MINUTES_P+14', 14, 'dck', 'O'], ['MINUTES_P+21', 21, 'dC', 'O'], ['MINUTES_P+30', 30, 'PC', 'O'],
  ['RECEIPT_T+2', 2, 'd', 'O'], ['RECEIPT_T+5', 5, 'dc', 'O'],
  ['PUBLICATION_AR+1', 1, 'd', 'O'], ['PUBLICATION_AR+7', 7, 'd', 'O'], ['PUBLICATION_AR+15', 15, 'dk', 'O'],
  ['CONTROL_AR2M', 0, 'C', 'O', later],
  ['VISA_V+10', 10, 'd', 'O'], ['VISA_V+20', 20, 'dc', 'O'], ['VISA_V+30', 30, 'dcp', 'O'],
  ['RENEWAL_E-12M', 0, 'C', 'O', { ...end, months: -12 }], ['RENEWAL_E-6M', 0, 'PC', 'O'], ['RENEWAL_E-5M', 0, 'PC', 'O', { ...end, months: -5 }], ['RENEWAL_E-4M', 0, 'P', 'O', { ...end, months: -4 }],
  ['RENEWAL_E-3M-15', -15, 'P', 'O', { from: 'NOTICE' }], ['RENEWAL_E-3M', 0, 'P', 'O', { from: 'NOTICE' }],
  ['TACIT_E-1M', 0, 'MC', 'O', { ...later, months: -1 }], ['TACIT_E', 0, 'MC', 'OR', later],
  ['WIND_DOWN_N', 0, 'C', 'O', later], ['WIND_DOWN_N+1M', 0, 'C', 'O', { months: 1 }], ['WIND_DOWN_N+2M', 0, 'C', 'O', { months: 2 }], ['WIND_DOWN_N+3M-7', -7, 'PC', 'O', end],
  ['MANDATE_F-90', -90, 'c', 'O'], ['MANDATE_F-30', -30, 'C', 'O'], ['MANDATE_F', 0, 'Ck', 'O'],
  ['ACTION_M+1', 1, 'd', 'O', later], ['ACTION_M+7', 7, 'dC', 'O', later], ['ACTION_M+21', 21, 'dC', 'O', later],
  ['CHAIN_D', 0, 'C', 'O', { hasCome: true }], ['CHAIN_D+7', 7, 'C', 'O'],
];

export const designRows: readonly DesignRow[] = rows.map(([rule, days, to, during, more]) => ({ rule, debt: rule.slice(0, rule.lastIndexOf('_')), from: 'BASE', months: 0, days, moves: 'EARLIER', hasCome: false, to, while: during, ...more }));

/** A debt of these kinds ends with its day, or is news: it is not told every thirty days after its last row. */
export const endsWithItsDay: readonly string[] = ['PROPOSALS', 'MEETING', 'RENEWAL', 'SHEETS', 'FREEZE', 'CONTROL', 'TACIT', 'WIND_DOWN'];
/** News, which nobody owes: it may wait a fortnight for another letter to the same reader. */
export const news: readonly string[] = ['CONTROL', 'TACIT'];
