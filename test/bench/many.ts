import type pg from 'pg';

/** Tables whose rows a partnership's programme rests on, each with its key to the partnership. Its journal, its letters and its papers are not read by these pages. */
const ofPartnership = [
  'party', 'seat', 'mandate', 'agreement', 'rule', 'rule_book', 'rule_version', 'axis', 'operation', 'action_lead', 'life_entry', 'meeting', 'agenda_item', 'decision', 'ballot', 'minutes',
  'project_sheet', 'project_sheet_version', 'project_sheet_validation', 'sheet_comment', 'action_plan', 'action_plan_validation', 'planned_action', 'exchange_rate', 'milestone_move', 'followed_action', 'followed_action_entry',
] as const;

/** Every id of a row, in its columns and inside its JSON, moved by the number of the copy: its first eight figures say which copy it is, and name a time that no true id has. */
const moved = (row: string): string => `regexp_replace(to_jsonb(${row}.*)::text, '[0-9a-f]{8}((-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'f' || lpad(to_hex(copy), 7, '0') || '\\1', 'g')::jsonb`;

/** What must stay different between copies, beside ids. */
const apart: Readonly<Record<string, string>> = {
  person: ` || jsonb_build_object('mail_address', copy || '-' || source.mail_address)`,
};

const copyOf = (table: string, where: string): string =>
  `insert into ${table} select made.* from ${table} source cross join generate_series($2::int, $3::int) copy cross join lateral jsonb_populate_record(null::${table}, ${moved('source')}${apart[table] ?? ''}) made where ${where}`;

/** Copies of one partnership beside it: its organisations, its people and their offices, its axes, its fiches, its plans. Set by set, as a superuser; the triggers that seal acts have their own bench. */
export async function multiply(owner: pg.Client, partnershipId: string, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  await owner.query('set session_replication_role = replica');
  const organisations = 'select organisation_id from party where partnership_id = $1';
  const people = 'select person_id from mandate where partnership_id = $1 union select author_person_id from project_sheet where partnership_id = $1';
  const wanted: readonly (readonly [string, string])[] = [
    ['territory', `source.id in (select territory_id from organisation where id in (${organisations}))`],
    ['organisation', `source.id in (${organisations})`],
    ['person', `source.id in (${people})`],
    ['partnership', 'source.id = $1'],
    ...ofPartnership.map((table) => [table, 'source.partnership_id = $1'] as const),
  ];
  for (const [table, where] of wanted) await owner.query(copyOf(table, where), [partnershipId, from, to]);
  await owner.query('set session_replication_role = origin');
  await owner.query('analyze');
}
