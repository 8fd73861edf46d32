import type { Deed } from '../../base/act.ts';

/** A row of the calendar of reminders, as it stands here. */
export interface ReminderRow {
  readonly rule: string;
  readonly debt: RowDebt;
  /** « J-60 ». */
  readonly row: string;
  readonly to: readonly RowAudience[];
  /** From the day that is counted from, negative before it. */
  readonly days: number;
  readonly ours: number;
  /** Why it stays where it is; `null` when it may be moved. */
  readonly fixed: 'DAY' | 'MONTHS' | 'PLAN_OF_WORK' | 'STOPPED' | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly movedBy: string | null;
  readonly movedAt: string | null;
}

export type RowDebt = 'PLAN' | 'SESSION' | 'SHEETS' | 'FREEZE' | 'PROPOSALS' | 'MEETING' | 'ANSWER' | 'DRAFTING' | 'MINUTES' | 'RECEIPT' | 'PUBLICATION' | 'CONTROL' | 'VISA' | 'RENEWAL' | 'TACIT' | 'WIND_DOWN' | 'MANDATE' | 'ACTION' | 'CHAIN';
export type RowAudience = 'CO_PRESIDENTS' | 'COORDINATORS' | 'MEMBERS' | 'CABINETS' | 'SECRETARIES' | 'IN_CHARGE' | 'DEBTOR' | 'OWN_CO_PRESIDENTS' | 'OWN_COORDINATORS' | 'OWN_CABINETS';

export const reminderRowsDocument = 'query ReminderRows($id: ID!) { reminderRows(partnershipId: $id) { rule debt row to days ours fixed first last movedBy movedAt } }';

export const rowsPath = '/reminders/rows';
export const rowPath = (rule: string): string => `${rowsPath}/${encodeURIComponent(rule)}`;

/** `days` as people say it, before or after; empty: our own. */
export const moveReminderRow: Deed<{ rule: string }> = {
  document: 'mutation MoveReminderRow($input: MoveReminderRowInput!) { moveReminderRow(input: $input) { ... on ReminderRow { rule } ...refused } }',
  variables: (form) => {
    const days = form.text('days');
    return { input: { partnershipId: form.text('partnershipId'), rule: form.text('rule'), days: days === '' ? null : Number(days) * Number(form.text('side')) } };
  },
  done: () => `${rowsPath}?done=moved`,
};
