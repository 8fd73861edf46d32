/** How a table stands in a partnership's archive. `$1` is the partnership. */
export interface Archived {
  readonly name: string;
  /** Which rows; what a partnership owns unless said otherwise. */
  readonly where: string;
  /** The order of its lines: one history, one archive. */
  readonly order: readonly string[];
  /** The columns that leave; all when absent. */
  readonly columns?: readonly string[];
}

const owned = (name: string, ...key: string[]): Archived => ({ name, where: 'partnership_id = $1', order: key });
const chained = (name: string, ...order: string[]): Archived => ({ name, where: 'chain = $1', order });
const itsParties = 'select organisation_id from party where partnership_id = $1';
const itsPeople = ['mandate', 'vote', 'hands_contest', 'signature', 'hand_signature', 'reading', 'project_sheet_version', 'project_sheet_validation', 'action_plan_validation', 'entered_act', 'milestone_move', 'reminder_row_move', 'life_entry', 'rule_version', 'service_confirmation', 'exchange_rate', 'party_revision', 'taken_up_plan', 'past_import', 'minutes_observation', 'convocation_answer', 'convocation_call', 'agenda_proposal', 'safety_sheet', 'meeting_incident', 'signature_contest'].map((table) => `select person_id from ${table} where partnership_id = $1`);
const sharedSheets = 'select id from project_sheet where partnership_id = $1 and submitted_at is not null';
const sharedPieces = `partnership_id = $1 and (subject_kind in ('agendaItem', 'councilResolution', 'mandate', 'enteredAct', 'paperMinutes', 'handSignature') or subject_id in (${sharedSheets}))`;
const itsAuthors = `select entered_by from hands where partnership_id = $1 union select confirmed_by from hands where partnership_id = $1 union select entered_by from hand_signature where partnership_id = $1 union select answered_by from hand_signature where partnership_id = $1 union select author_person_id from project_sheet where partnership_id = $1 and submitted_at is not null union select person_id from attachment where ${sharedPieces} union select agreed_by from rule_version where partnership_id = $1 union select answered_by from minutes_observation where partnership_id = $1 union select settled_by from agenda_proposal where partnership_id = $1 union select by_person_id from entered_act where partnership_id = $1 union select contested_by from entered_act where partnership_id = $1 union select withdrawn_by from exchange_rate where partnership_id = $1 union select entered_by from paper_minutes where partnership_id = $1 union select confirmed_by from paper_minutes where partnership_id = $1 union select confirmed_person from taken_up_plan where partnership_id = $1`;
const itsFiles = `select pdf.value from minutes_version, jsonb_each_text(pdfs) as pdf where partnership_id = $1 union select sha256 from attachment where ${sharedPieces}`;
const shared = (table: string): Archived => ({
  name: table,
  where: `partnership_id = $1 and sheet_id in (${sharedSheets})`,
  order: ['sheet_id', 'version', ...(table === 'project_sheet_validation' ? ['party_id'] : [])],
});

/**
 * What a partnership's archive holds, parents first: its own rows, and of the rows it refers to what is public. Of a person that is the name
 * under which an office was held: neither address nor language leaves.
 */
export const archived: readonly Archived[] = [
  { name: 'territory', where: `id in (select territory_id from organisation where id in (${itsParties}))`, order: ['id'] },
  { name: 'organisation', where: `id in (${itsParties})`, order: ['id'] },
  { name: 'person', where: `id in (${[...itsPeople, itsAuthors].join(' union ')})`, order: ['id'], columns: ['id', 'display_name'] },
  { name: 'partnership', where: 'id = $1', order: ['id'] },
  owned('party', 'id'),
  owned('party_revision', 'id'),
  owned('seat', 'id'),
  owned('mandate', 'id'),
  owned('agreement', 'id'),
  owned('article', 'id'),
  owned('rule', 'agreement_id', 'key'),
  owned('rule_book', 'agreement_id'),
  owned('service_confirmation', 'agreement_id', 'party_id', 'edition'),
  owned('rule_version', 'id'),
  owned('axis', 'id'),
  owned('operation', 'id'),
  owned('action_lead', 'id'),
  owned('life_entry', 'id', 'version'),
  owned('meeting', 'id'),
  owned('paper_minutes', 'id'),
  owned('agenda_item', 'id'),
  owned('attendance', 'meeting_id', 'seat_id'),
  owned('proxy', 'meeting_id', 'seat_id'),
  owned('meeting_guest', 'id'),
  owned('attendance_movement', 'id'),
  owned('hands', 'id'),
  owned('convocation_answer', 'meeting_id', 'seat_id'),
  owned('convocation_call', 'id'),
  owned('agenda_proposal', 'id'),
  owned('safety_sheet', 'meeting_id'),
  owned('meeting_incident', 'id'),
  owned('reading', 'subject_kind', 'subject_id', 'person_id'),
  owned('decision', 'id'),
  owned('ballot', 'id'),
  owned('vote', 'ballot_id', 'seat_id'),
  owned('hands_contest', 'hands_id', 'ballot_id', 'seat_id'),
  owned('minutes', 'id'),
  owned('minutes_version', 'minutes_id', 'version'),
  owned('signature', 'id'),
  owned('signature_contest', 'signature_id'),
  owned('hand_signature', 'id'),
  owned('minutes_observation', 'id'),
  { name: 'project_sheet', where: 'partnership_id = $1 and submitted_at is not null', order: ['id'] },
  shared('project_sheet_version'),
  shared('project_sheet_validation'),
  owned('action_plan', 'id'),
  owned('action_plan_validation', 'plan_id', 'party_id'),
  owned('planned_action', 'id'),
  owned('taken_up_plan', 'id'),
  owned('past_import', 'id'),
  owned('past_project', 'id'),
  owned('entered_act', 'id'),
  owned('followed_action', 'id'),
  owned('followed_action_entry', 'action_id', 'place'),
  owned('milestone_move', 'id'),
  owned('reminder_row_move', 'id'),
  owned('exchange_rate', 'id'),
  { name: 'blob', where: `partnership_id = $1 and sha256 in (${itsFiles})`, order: ['sha256'], columns: ['partnership_id', 'sha256', 'content_type', 'recorded_at'] },
  { name: 'attachment', where: sharedPieces, order: ['id'] },
  chained('journal', 'sequence'),
  chained('journal_words', 'sequence', 'path'),
  chained('journal_head', 'chain'),
];

/** Tables of which nothing leaves with a partnership, and why. A new table is written here or above, or a test fails. */
export const staysHere: Readonly<Record<string, string>> = {
  project_sheet_revision: 'drafts, which are their party’s alone: what was submitted leaves with project_sheet_version',
  sheet_comment: 'working talk beside drafts and sheets, part of it one party’s alone',
  printed_copy: 'which copies this instance printed: each is printed again from the minutes that leave',
  search_document: 'made again from the rows that leave',
  outbox: 'facts on their way inside this instance',
  idempotency: 'answers kept for requests of this instance',
  legal_clock: 'the demonstration’s clock',
  access_stamp: 'this database’s own rules',
  epoch: 'this database’s own restorations',
  session: 'a person’s devices',
  sign_in_code: 'secrets of this instance',
  passkey: 'keys bound to this instance’s address',
  calendar_feed: 'secrets of this instance',
  passkey_challenge: 'secrets of this instance',
  step_up: 'proofs bound to a session of this instance',
  address_change: 'addresses of people, and codes of this instance',
  instance_admin: 'who runs this instance',
  invitation: 'addresses of people, and invitations under way: they are made again where the archive is imported',
  recovery: 'addresses of people, given back by this instance',
  reminder: 'letters to people, planned by this instance',
  mailbox_message: 'letters to people',
  migrations: 'this database’s own history, named in the manifest',
};
