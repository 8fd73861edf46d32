import { instanceChain, isInstance, isPublic, partnershipRow, preparedRow, seenWith, viewer, viewerKeeping, viewerParties, viewerPartnerships, viewerPreparing, type TableAccess } from '#platform';
import { withPublicRows } from './public-access.js';

const orInstance = (condition: string): string => `(${condition} or ${isInstance})`;
/** Read by every registered actor of the partnership, written by those who prepare. */
const owned = (table: string, ...app: string[]): TableAccess => ({ table, read: partnershipRow, write: preparedRow, app });

/** A chain of facts is its partnership's; everybody's acts about themselves are in the instance's own. */
const ownChain = `(chain = '${instanceChain}' or chain = ${viewerPartnerships})`;
/** What is found is what may be read: the audience of a document follows its row's own policy below, act by act (`found-as-read.db.spec.ts`). */
const foundRow = `${partnershipRow} and (audience in ('PUBLIC', 'PARTNERSHIP') or (partnership_id = ${viewerPreparing} and (audience = 'PREPARING' or (audience = 'PARTY' and party_id = ${viewerParties}))) or (audience = 'KEEPING' and partnership_id = ${viewerKeeping}))`;
const platform: TableAccess[] = [
  { table: 'journal', read: orInstance(partnershipRow), write: `(partnership_id is null or ${partnershipRow})`, app: ['insert'], worker: ['insert'] },
  { table: 'journal_words', read: orInstance(partnershipRow), write: `(partnership_id is null or ${partnershipRow})`, app: ['insert', 'delete'], worker: ['insert'] },
  { table: 'journal_head', read: orInstance(ownChain), write: ownChain, app: ['insert', 'update (sequence, hash)'], worker: ['insert', 'update (sequence, hash)'] },
  { table: 'outbox', read: 'false', write: `(partnership_id is null or ${partnershipRow})`, app: ['insert'], worker: ['insert', 'delete', 'update (id)'] },
  { table: 'idempotency', read: `person_id = ${viewer}`, app: ['insert', 'update (outcome)', 'delete'] },
  { table: 'legal_clock', read: 'true', write: isInstance, app: ['insert', 'update'] },
  { table: 'blob', read: partnershipRow, app: ['insert'] },
  { table: 'access_stamp', read: 'false', app: [] },
  { table: 'search_document', read: foundRow, write: preparedRow, app: ['insert', 'update', 'delete'] },
  { table: 'epoch', read: 'true', write: isInstance, app: ['update (sending_resumed_at, resumed_by)'] },
];

const sharesPartnership = `exists (select from mandate where mandate.person_id = person.id and mandate.partnership_id = ${viewerPartnerships})`;
const identity: TableAccess[] = [
  { table: 'person', read: orInstance(`id = ${viewer} or ${sharesPartnership}`), write: isInstance, app: ['insert', 'update (display_name, language, mail_address, mail_rhythm, recovered_at)'] },
  { table: 'address_change', read: isInstance, app: ['insert', 'update (tries, confirmed_at)', 'delete'] },
  { table: 'session', read: orInstance(`person_id = ${viewer}`), app: ['insert', 'update (token_hash, last_seen_at, step_up_at, step_up_method, ended_at, browser, platform)'] },
  { table: 'sign_in_code', read: isInstance, app: ['insert', 'update (tries, used_at)', 'delete'] },
  { table: 'passkey', read: orInstance(`person_id = ${viewer}`), app: ['insert', 'update (counter, last_used_at, revoked_at, browser, platform, aaguid)'] },
  { table: 'passkey_challenge', read: isInstance, app: ['insert', 'update (used_at)', 'delete'] },
  { table: 'step_up', read: orInstance(`person_id = ${viewer}`), app: ['insert', 'update (used_at)'] },
];

/** An invitation is seen by those who prepare, and by whom it invites. */
const invitationRow = `(${preparedRow} or person_id = ${viewer})`;
const parties: TableAccess[] = [
  { table: 'territory', read: 'true', write: isInstance, app: ['insert', 'update (currency, hierarchy, supervision, population, population_year, population_approximate, work_week, closed_days, worked_days)'] },
  { table: 'organisation', read: 'true', write: isInstance, app: ['insert', 'update (siren, networks, authority_note, authority_source, contact)'] },
  { table: 'partnership', read: `id = ${viewerPartnerships}`, write: isInstance, app: ['insert'] },
  { table: 'party', read: partnershipRow, write: isInstance, app: ['insert', 'update (president_title, president_title_ar)'] },
  owned('party_revision', 'insert'),
  { table: 'seat', read: partnershipRow, write: preparedRow, app: ['insert', 'update (office, office_ar)'] },
  { table: 'instance_admin', read: isInstance, app: ['insert', 'update ("until")'] },
  { table: 'mandate', read: orInstance(`${partnershipRow} or person_id = ${viewer}`), write: preparedRow, app: ['insert', 'update ("until", ended_motive)'] },
  { table: 'invitation', read: invitationRow, write: preparedRow, app: ['insert', 'update (accepted_at, confirmed_by, confirmed_at, withdrawn_at, begun_at, expires_at, sent, declined_at, declined_motive)'] },
  { table: 'recovery', read: `(${preparedRow} or (${partnershipRow} and person_id = ${viewer}))`, app: ['insert', 'update (confirmed_by, confirmed_party, confirmed_at, stopped_at, applied_at, mail_address)'] },
];

/** A rule that was in force is for every registered actor (Annexe I, « transparence »); one that is asked for, for those who prepare. */
const ruleRow = `(${preparedRow} or (in_effect_at is not null and ${partnershipRow}))`;

/** An axis in use is for every registered actor; one that the committee is asked for, for those who prepare. */
const axisRow = `(${preparedRow} or (active and ${partnershipRow}))`;

const agreement: TableAccess[] = [
  owned('agreement', 'insert', 'update (effective_on, kind, display_name, since)'),
  owned('article', 'insert', 'delete'),
  owned('rule', 'insert', 'update (value, source_kind, source_reference, quote)'),
  owned('rule_book', 'insert', 'update (in_service_at, text_edition)'),
  owned('service_confirmation', 'insert'),
  { table: 'rule_version', read: ruleRow, write: preparedRow, app: ['insert', 'update (agreed_party, agreed_by, decision_id, adopted_at, in_effect_at, closed_at)'] },
  { table: 'axis', read: axisRow, write: preparedRow, app: ['insert', 'update (number, active, decision_id, adopted_at, opened_at, withdrawn_at)', 'delete'] },
  owned('operation', 'insert', 'delete'),
  owned('action_lead', 'insert', 'delete'),
  owned('life_entry', 'insert'),
];

/**
 * Final minutes are for every registered actor (Annexe I, « transparence »). A version in review, or one that replaces a final one, is
 * for those who prepare; the first draft for those who keep the minutes.
 */
const finalMinutes = `state in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY')`;
const minutesRow = `${partnershipRow} and (${finalMinutes} or (partnership_id = ${viewerPreparing} and (state = 'REVIEW' or version > 1)) or partnership_id = ${viewerKeeping})`;
/** A paper that another party has confirmed is for every registered actor; before, for those who prepare. */
const paperRow = `(${preparedRow} or (state = 'CONFIRMED' and ${partnershipRow}))`;
const ownReading = `(${partnershipRow} and person_id = ${viewer})`;
/** A copy is registered by whoever may have it printed; of executory minutes the public copy is anybody's. */
const printedRow = `(${partnershipRow} or (${isPublic} and kind = 'PUBLIC_COPY' and exists (select from minutes signed where signed.partnership_id = printed_copy.partnership_id and signed.id = printed_copy.minutes_id and signed.executory_at is not null)))`;
const closedBallot = '(select partnership_id, id from ballot where closed_at is not null)';
/** Hands noted by one coordination are its draft and the other's question until they are confirmed; then they are as open as the votes they became. */
const handsRow = `(${preparedRow} or (confirmed_at is not null and ${partnershipRow}))`;
const deliberation: TableAccess[] = [
  owned('meeting', 'insert', 'update'),
  owned('agenda_item', 'insert', 'update (title, place, duration_minutes, presenter_seat_id)'),
  owned('convocation_call', 'insert'),
  // What members answer and propose, and whom to call on the spot, is between those who prepare the meeting.
  { table: 'convocation_answer', read: preparedRow, app: ['insert', 'update'] },
  { table: 'agenda_proposal', read: preparedRow, app: ['insert', 'update (state, reason, agenda_item_id, settled_by, settled_at)'] },
  { table: 'safety_sheet', read: preparedRow, app: ['insert', 'update'] },
  // What happened is read with the safety sheet, and never altered nor taken away.
  { table: 'meeting_incident', read: preparedRow, app: ['insert'] },
  owned('attendance', 'insert', 'update'),
  owned('proxy', 'insert', 'update'),
  owned('meeting_guest', 'insert', 'update (taken_off_at)'),
  owned('attendance_movement', 'insert', 'update (taken_back_at)'),
  { table: 'hands', read: handsRow, write: preparedRow, app: ['insert', 'update (state, confirmed_by, confirmed_party, confirmed_at, withdraw_reason)'] },
  owned('hands_contest', 'insert'),
  { table: 'reading', read: `(${preparedRow} or ${ownReading})`, write: ownReading, app: ['insert'] },
  owned('decision', 'insert', 'update (text, text_hash, state, adopted_at)'),
  owned('ballot', 'insert', 'update (closed_at, outcome)'),
  { table: 'vote', read: `(${preparedRow} or ${seenWith('vote', closedBallot, [['ballot_id', 'id']])})`, write: preparedRow, app: ['insert', 'update (choice, reason, person_id, cast_at)'] },
  { table: 'paper_minutes', read: paperRow, write: preparedRow, app: ['insert', 'update'] },
  // The worker locks the row of minutes whose signatories it follows, and changes nothing in it.
  { table: 'minutes', read: minutesRow, write: preparedRow, app: ['insert', 'update'], worker: ['update (id)'] },
  { table: 'minutes_version', read: seenWith('minutes_version', 'minutes', [['minutes_id', 'id']]), write: preparedRow, app: ['insert', 'update (voided_at, void_reason)'] },
  { table: 'printed_copy', read: partnershipRow, write: printedRow, app: ['insert'] },
  // What is said of a draft is the committee's working talk: it stays with those who prepare, even once the PV is everybody's.
  { table: 'minutes_observation', read: `${preparedRow} and ${seenWith('minutes_observation', 'minutes', [['minutes_id', 'id']])}`, write: preparedRow, app: ['insert', 'update (taken_up, answer, answered_by, answered_at)'] },
  { table: 'signature', read: seenWith('signature', 'minutes', [['minutes_id', 'id']]), write: preparedRow, app: ['insert'] },
  { table: 'signature_contest', read: `${preparedRow} and ${seenWith('signature_contest', 'minutes', [['minutes_id', 'id']])}`, write: preparedRow, app: ['insert'] },
  { table: 'hand_signature', read: seenWith('hand_signature', 'minutes', [['minutes_id', 'id']]), write: preparedRow, app: ['insert', 'update (state, answered_party, answered_by, answered_at, decline_reason)'] },
];

/** A sheet is internal to its author's administration until it has been submitted once (trust.md, F59); once adopted, it is everybody's to read. */
const sheetRow = `${partnershipRow} and (state = 'ADOPTED' or (partnership_id = ${viewerPreparing} and (submitted_at is not null or author_party_id = ${viewerParties})))`;
/** A draft’s words and what was said of them stay its party’s alone, even once the sheet is everybody’s. */
const ownDraft = `${preparedRow} and party_id = ${viewerParties}`;
const sheetPart = (table: string): TableAccess => ({ table, read: seenWith(table, 'project_sheet', [['sheet_id', 'id']]), write: preparedRow, app: ['insert'] });
const planPart = (table: string): TableAccess => ({ table, read: seenWith(table, 'action_plan', [['plan_id', 'id']]), write: preparedRow, app: ['insert', 'delete'] });
/** An act entered for somebody is seen by those who prepare, and with what it was done to. */
const enteredRow = `(${preparedRow} or (subject_kind = 'projectSheet' and ${seenWith('entered_act', 'project_sheet', [['subject_id', 'id']])}) or (subject_kind = 'actionPlan' and ${seenWith('entered_act', 'action_plan', [['subject_id', 'id']])}))`;
const programme: TableAccess[] = [
  { table: 'project_sheet', read: sheetRow, write: `${preparedRow} and (submitted_at is not null or author_party_id = ${viewerParties})`, app: ['insert', 'update'] },
  sheetPart('project_sheet_version'),
  sheetPart('project_sheet_validation'),
  { table: 'project_sheet_revision', read: ownDraft, app: ['insert'] },
  { table: 'sheet_comment', read: `${seenWith('sheet_comment', 'project_sheet', [['sheet_id', 'id']])} and (not party_only or (${ownDraft}))`, app: ['insert', 'update (resolved_at, resolved_by)'] },
  { table: 'action_plan', read: `${partnershipRow} and (state = 'ADOPTED' or partnership_id = ${viewerPreparing})`, write: preparedRow, app: ['insert', 'update'] },
  planPart('action_plan_validation'),
  planPart('planned_action'),
  // Every registered actor follows what was decided (Annexe I, « transparence »); a story is only ever added to.
  owned('followed_action', 'insert', 'update (decision_id, state, percent)'),
  owned('followed_action_entry', 'insert'),
  // A plan proposed from its paper is for those who prepare, until another party has confirmed it.
  { table: 'taken_up_plan', read: `(${preparedRow} or (confirmed_at is not null and ${partnershipRow}))`, write: preparedRow, app: ['insert', 'update (withdrawn_at, plan_id, confirmed_party, confirmed_person, confirmed_at)'] },
  owned('past_import', 'insert', 'update (withdrawn_at)'),
  owned('past_project', 'insert'),
  { table: 'entered_act', read: enteredRow, write: preparedRow, app: ['insert', 'update (contested_at, contested_by, contest_reason, undone)'] },
  { table: 'milestone_move', read: preparedRow, app: ['insert'] },
  owned('exchange_rate', 'insert', 'update (withdrawn_at, withdrawn_by)'),
];

/**
 * A document is seen with the sheet it is joined to. On the agenda, those who prepare see it at once, the others from the convocation on
 * (trust.md T, F59). It is joined by a person for a party of hers, and only ever hidden again.
 */
const convenedItem = '(select item.partnership_id, item.id from agenda_item item join meeting on meeting.partnership_id = item.partnership_id and meeting.id = item.meeting_id where meeting.convened_at is not null)';
const attachmentRow = `((subject_kind in ('councilResolution', 'mandate') and ${partnershipRow}) or (subject_kind = 'enteredAct' and ${preparedRow}) or (subject_kind = 'handSignature' and (${preparedRow} or ${seenWith('attachment', 'hand_signature', [['subject_id', 'id']])})) or (subject_kind = 'paperMinutes' and ${seenWith('attachment', 'paper_minutes', [['subject_id', 'id']])}) or (subject_kind = 'projectSheet' and ${seenWith('attachment', 'project_sheet', [['subject_id', 'id']])}) or (subject_kind = 'agendaItem' and (${preparedRow} or ${seenWith('attachment', convenedItem, [['subject_id', 'id']])})))`;
const attachments: TableAccess[] = [
  { table: 'attachment', read: attachmentRow, write: `${preparedRow} and person_id = ${viewer} and party_id = ${viewerParties}`, app: ['insert', 'update (removed_at)'] },
];

const notices: TableAccess[] = [
  { table: 'reminder', read: `(${preparedRow} or person_id = ${viewer})`, app: [], worker: ['insert', 'update'] },
  { table: 'reminder_row_move', read: preparedRow, app: ['insert'] },
  { table: 'calendar_feed', read: orInstance(`person_id = ${viewer}`), write: `person_id = ${viewer}`, app: ['insert', 'update (closed_at)', 'delete'] },
  { table: 'mailbox_message', read: 'true', app: [], worker: ['insert', 'update (deliveries)'] },
];

/** Every table of the house, once: a table that is not here stays closed, and the boot check names it. */
export const access: readonly TableAccess[] = withPublicRows([...platform, ...identity, ...parties, ...agreement, ...deliberation, ...programme, ...attachments, ...notices]);
