import { isInstance, partnershipRow, viewer, viewerParties, viewerPartnerships, type TableAccess } from '#platform';

const orInstance = (condition: string): string => `(${condition} or ${isInstance})`;
const owned = (table: string, ...app: string[]): TableAccess => ({ table, read: partnershipRow, app });

const platform: TableAccess[] = [
  { table: 'journal', read: orInstance(partnershipRow), write: `(partnership_id is null or ${partnershipRow})`, app: ['insert'], worker: ['insert'] },
  { table: 'journal_head', read: 'true', app: ['insert', 'update (sequence, hash)'], worker: ['insert', 'update (sequence, hash)'] },
  { table: 'outbox', read: 'false', write: `(partnership_id is null or ${partnershipRow})`, app: ['insert'], worker: ['insert', 'delete', 'update (id)'] },
  { table: 'idempotency', read: `person_id = ${viewer}`, app: ['insert', 'update (outcome)'] },
  { table: 'legal_clock', read: 'true', write: isInstance, app: ['insert', 'update'] },
  { table: 'blob', read: partnershipRow, app: ['insert'] },
  { table: 'access_stamp', read: 'false', app: [] },
];

const sharesPartnership = `exists (select from mandate where mandate.person_id = person.id and mandate.partnership_id = ${viewerPartnerships})`;
const identity: TableAccess[] = [
  { table: 'person', read: orInstance(`id = ${viewer} or ${sharesPartnership}`), write: isInstance, app: ['insert'] },
  { table: 'session', read: orInstance(`person_id = ${viewer}`), app: ['insert', 'update (last_seen_at, expires_at, step_up_at, ended_at)'] },
  { table: 'sign_in_code', read: isInstance, app: ['insert', 'update (tries, used_at)'] },
];

const parties: TableAccess[] = [
  { table: 'territory', read: 'true', write: isInstance, app: ['insert'] },
  { table: 'organisation', read: 'true', write: isInstance, app: ['insert'] },
  { table: 'partnership', read: `id = ${viewerPartnerships}`, write: isInstance, app: ['insert'] },
  { table: 'party', read: partnershipRow, write: isInstance, app: ['insert'] },
  { table: 'seat', read: partnershipRow, write: isInstance, app: ['insert'] },
  { table: 'instance_admin', read: isInstance, app: ['insert', 'update ("until")'] },
  { table: 'mandate', read: orInstance(`${partnershipRow} or person_id = ${viewer}`), write: isInstance, app: ['insert', 'update ("until")'] },
];

const agreement: TableAccess[] = [
  owned('agreement', 'insert'),
  owned('article', 'insert'),
  owned('rule', 'insert'),
  owned('axis', 'insert', 'update (active)'),
  owned('operation', 'insert'),
  owned('action_lead', 'insert'),
];

const deliberation: TableAccess[] = [
  owned('meeting', 'insert', 'update'),
  owned('agenda_item', 'insert', 'update (title, place)'),
  owned('attendance', 'insert', 'update'),
  owned('reading', 'insert'),
  owned('decision', 'insert', 'update (text, text_hash, state, adopted_at)'),
  owned('ballot', 'insert', 'update (closed_at, outcome)'),
  owned('vote', 'insert', 'update (choice, reason, person_id, cast_at)'),
  owned('minutes', 'insert', 'update'),
  owned('minutes_version', 'insert', 'update (voided_at, void_reason)'),
  owned('signature', 'insert'),
];

/** A sheet is internal to its author's party until it has been submitted once (trust.md, F59). */
const sheetRow = `${partnershipRow} and (submitted_at is not null or author_party_id = ${viewerParties})`;
const programme: TableAccess[] = [
  { table: 'project_sheet', read: sheetRow, app: ['insert', 'update'] },
  owned('project_sheet_version', 'insert'),
  owned('project_sheet_validation', 'insert'),
  owned('action_plan', 'insert', 'update'),
  owned('action_plan_validation', 'insert', 'delete'),
  owned('planned_action', 'insert', 'delete'),
];

const notices: TableAccess[] = [
  { table: 'reminder', read: `(${partnershipRow} or person_id = ${viewer})`, app: [], worker: ['insert', 'update'] },
  { table: 'mailbox_message', read: 'true', app: [], worker: ['insert', 'update (deliveries)'] },
];

/** Every table of the house, once: a table that is not here stays closed, and the boot check names it. */
export const access: readonly TableAccess[] = [...platform, ...identity, ...parties, ...agreement, ...deliberation, ...programme, ...notices];
