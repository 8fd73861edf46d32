/**
 * What erasure does with the rows of a person: `ERASE` removes them; `KEEP` leaves them as they are, being acts of an office or what
 * proves them (RGPD, art. 17, 3, b and d; code du patrimoine, art. L. 211-1); `MASK` empties the personal columns of the person's own row.
 */
export type OnErasure = 'ERASE' | 'KEEP' | 'MASK';

/** One table that speaks of people. */
export interface PersonalTable {
  readonly table: string;
  /** Column that holds the person's id: her rows are those where it is hers. */
  readonly person: string;
  /** Columns that tell something of the person whose row it is; every one appears in her export. */
  readonly personal: readonly string[];
  /** Columns that do not: keys, and facts of the house. Secrets and their hashes open doors: they are not exported either. */
  readonly other: readonly string[];
  readonly onErasure: OnErasure;
}

const table = (name: string, { person, onErasure, personal, other }: { person: string; onErasure: OnErasure; personal: string; other: string }): PersonalTable => ({
  table: name, person, onErasure, personal: personal.split(' ').filter(Boolean), other: other.split(' ').filter(Boolean),
});

/**
 * Reviewed by hand, column by column, against the catalogue: a new column of any table that is in no list fails the build
 * (`personal-columns.db.spec.ts`). Rows that leave are erased in this order, so that keys between them hold.
 */
export const personalTables: readonly PersonalTable[] = [
  table('step_up', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id statement proved_at used_at', other: 'id challenge_id session_id passkey_id challenge assertion' }),
  table('passkey_challenge', { person: 'person_id', onErasure: 'ERASE', personal: 'person_id purpose statement asked_at used_at', other: 'id session_id challenge browser_hash origin_hash expires_at' }),
  table('passkey', { person: 'person_id', onErasure: 'MASK', personal: 'person_id browser platform aaguid synced added_how added_at signs_after last_used_at revoked_at', other: 'id credential_id public_key counter' }),
  table('sign_in_code', { person: 'person_id', onErasure: 'ERASE', personal: 'person_id mail_address asked_at used_at tries', other: 'id browser_hash origin_hash expires_at' }),
  table('address_change', { person: 'person_id', onErasure: 'ERASE', personal: 'person_id new_address old_address asked_at confirmed_at tries', other: 'id expires_at' }),
  table('session', { person: 'person_id', onErasure: 'MASK', personal: 'person_id method browser platform started_at last_seen_at expires_at step_up_at step_up_method ended_at', other: 'id token_hash' }),
  table('idempotency', { person: 'person_id', onErasure: 'ERASE', personal: 'person_id recorded_at', other: 'key request_hash outcome' }),
  table('reminder', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id rule period occurrence channel due_on send_at state attempts last_problem sent_at planned_at', other: 'id partnership_id object_kind object_id priority message_id details lease_until' }),
  table('calendar_feed', { person: 'person_id', onErasure: 'ERASE', personal: 'person_id opened_at closed_at', other: 'id' }),
  table('reading', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id subject_kind subject_id first_read_at', other: 'partnership_id' }),
  table('recovery', { person: 'person_id', onErasure: 'MASK', personal: 'person_id mail_address reason asked_at confirmed_at stopped_at applied_at', other: 'partnership_id id asked_by asked_party confirmed_by confirmed_party' }),
  table('invitation', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id category office office_ar display_name from until interim_document interim_dated confirmation resembles invited_at sent expires_at accepted_at confirmed_at withdrawn_at begun_at declined_at declined_motive', other: 'partnership_id id party_id seat_id invited_by confirmed_by' }),
  table('mandate', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id seat_id from until ended_motive interim_document interim_dated', other: 'partnership_id id' }),
  table('vote', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id choice reason cast_at', other: 'partnership_id ballot_id seat_id text_hash' }),
  table('hands', { person: 'entered_by', onErasure: 'KEEP', personal: 'entered_by entered_at', other: 'partnership_id id meeting_id rounds state entered_party confirmed_by confirmed_party confirmed_at withdraw_reason' }),
  table('hands_contest', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id reason contested_at', other: 'partnership_id hands_id ballot_id seat_id' }),
  table('signature', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id office statement method level place civil_date signed_at', other: 'partnership_id id minutes_id version party_id seat_id content_hash pdf_sha256' }),
  table('hand_signature', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id office place signed_on', other: 'partnership_id id minutes_id version content_hash party_id seat_id scan_id scan_sha256 state entered_by entered_at answered_party answered_by answered_at decline_reason' }),
  table('project_sheet', { person: 'author_person_id', onErasure: 'KEEP', personal: 'author_person_id title kind year submitted_at return_reason', other: 'partnership_id id agreement_id state author_party_id axis_id action_lead_id outside_axes_reason sections transversal_answers starts_on ends_on indicators budget version' }),
  table('project_sheet_version', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id submitted_at', other: 'partnership_id sheet_id version content' }),
  table('project_sheet_validation', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id validated_at', other: 'partnership_id sheet_id version party_id' }),
  table('project_sheet_revision', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id kind saved_at', other: 'partnership_id id sheet_id version base_version parts party_id' }),
  table('sheet_comment', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id field text written_at resolved_at', other: 'partnership_id id sheet_id answers_id party_id party_only version mentions resolved_by' }),
  table('minutes_observation', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id kind passage quoted text made_at', other: 'partnership_id id minutes_id version prose_version party_id seat_id taken_up answer answered_by answered_at' }),
  table('reminder_row_move', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id moved_at', other: 'partnership_id id rule days party_id' }),
  table('milestone_move', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id moved_at', other: 'partnership_id id milestone days_before party_id' }),
  table('entered_act', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id act office office_ar channel said_on note entered_at contest_until contested_at contest_reason undone', other: 'partnership_id id subject_kind subject_id version party_id by_party_id by_person_id proof_sha256 state_before contested_by' }),
  table('action_plan_validation', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id validated_at', other: 'partnership_id plan_id party_id' }),
  table('exchange_rate', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id source recorded_at', other: 'partnership_id id from_currency to_currency pair value day party_id withdrawn_at withdrawn_by' }),
  table('party_revision', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id occurred_at recorded_at', other: 'partnership_id id party_id version changes' }),
  table('followed_action_entry', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id kind note occurred_at recorded_at', other: 'partnership_id action_id place content party_id' }),
  table('rule_version', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id motive asked_at', other: 'partnership_id id agreement_id key value source_kind source_reference quote act party_id agreed_party agreed_by decision_id adopted_at in_effect_at closed_at' }),
  table('service_confirmation', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id confirmed_at', other: 'partnership_id agreement_id party_id edition' }),
  table('attachment', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id name content_type size occurred_at recorded_at removed_at', other: 'partnership_id id subject_kind subject_id party_id sha256' }),
  table('convocation_answer', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id reply note answered_at', other: 'partnership_id meeting_id seat_id sequence' }),
  table('convocation_call', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id reason called_at', other: 'partnership_id id meeting_id kind sequence called was_date was_time was_place' }),
  table('agenda_proposal', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id title why proposed_at', other: 'partnership_id id meeting_id seat_id state reason agenda_item_id settled_by settled_at' }),
  table('safety_sheet', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id kept_at', other: 'partnership_id meeting_id host_contact emergency insurance advice advice_on notes version' }),
  table('signature_contest', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id reason contested_at', other: 'partnership_id signature_id minutes_id seat_id' }),
  table('meeting_incident', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id place what done noted_at', other: 'partnership_id id meeting_id seat_id civil_date time zone corrects_id' }),
  table('life_entry', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id occurred_at recorded_at', other: 'partnership_id id version agreement_id kind party_id content motive' }),
  table('paper_minutes', { person: 'entered_by', onErasure: 'KEEP', personal: 'entered_by entered_at', other: 'partnership_id id agreement_id number held_on kind host_party_id place decisions signatures content_hash state entered_party confirmed_party confirmed_by confirmed_at scan_id scan_sha256 withdraw_reason notes' }),
  table('taken_up_plan', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id taken_at', other: 'partnership_id id year decision_id sheets party_id withdrawn_at plan_id confirmed_party confirmed_person confirmed_at' }),
  table('past_import', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id file_name imported_at withdrawn_at', other: 'partnership_id id party_id sha256 count' }),
  table('instance_admin', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id since until', other: '' }),
  table('journal', { person: 'person_id', onErasure: 'KEEP', personal: 'person_id kind subject_kind subject_id data occurred_at recorded_at', other: 'chain sequence partnership_id request_id salt leaf_hash hash format rows' }),
  table('person', { person: 'id', onErasure: 'MASK', personal: 'id display_name mail_address language mail_rhythm recorded_at recovered_at', other: '' }),
];

/** Tables without a person of their own (the mailbox is a demonstration's): texts of the parties, settings of the house. `epoch.resumed_by` and the like name an actor of the house, whose act is in the journal. */
export const impersonalTables: Readonly<Record<string, string>> = {
  access_stamp: 'id hash',
  action_lead: 'partnership_id id operation_id number title targets',
  action_plan: 'partnership_id id agreement_id year version state content content_hash frozen_at decision_id adopted_at on_time',
  agenda_item: 'partnership_id id meeting_id place title subject_kind subject_id duration_minutes presenter_seat_id',
  agreement: 'partnership_id id kind display_name authoritative_language effective_on since',
  article: 'partnership_id id agreement_id number place title text',
  attendance: 'partnership_id meeting_id seat_id presence recorded_at',
  proxy: 'partnership_id meeting_id seat_id holder_seat_id recorded_at',
  attendance_movement: 'partnership_id id meeting_id seat_id kind agenda_item_id was noted_at taken_back_at',
  meeting_guest: 'partnership_id id meeting_id name capacity noted_at taken_off_at',
  axis: 'partnership_id id agreement_id kind number place title title_ar text active proposed_party proposed_at decision_id adopted_at opened_at withdrawn_at',
  ballot: 'partnership_id id decision_id place text text_hash roll rules opened_at closed_at outcome',
  blob: 'partnership_id sha256 content_type bytes recorded_at',
  decision: 'partnership_id id meeting_id agenda_item_id place title text text_hash subject_kind subject_id state adopted_at',
  epoch: 'id number backup_id backup_taken_at restored_at resumed_by sending_resumed_at',
  followed_action: 'partnership_id id decision_id sheet_id year title starts_on planned_end state percent opened_at',
  journal_head: 'chain sequence hash',
  journal_words: 'chain sequence path partnership_id salt words',
  legal_clock: 'id offset_milliseconds',
  mailbox_message: 'message_id to_address subject language html text attachments deliveries content_hash received_at',
  meeting: 'partnership_id id agreement_id kind mode host_party_id civil_date time zone place state turn_reason cancel_reason convened_by_seat_id convened_at opened_at closed_at sequence version',
  migrations: 'id timestamp name',
  minutes: 'partnership_id id meeting_id number version state prose prose_version content_hash drafted_at finalised_at executory_at observations_until rectifies_minutes_id rectifies_reason wording',
  minutes_version: 'partnership_id minutes_id version content content_hash pdfs finalised_at voided_at void_reason',
  operation: 'partnership_id id axis_id number title',
  organisation: 'id name kind territory_id siren networks authority_note authority_source contact',
  outbox: 'id partnership_id kind subject_kind subject_id data occurred_at',
  partnership: 'id name recorded_at',
  party: 'partnership_id id organisation_id short_name president_title president_title_ar place',
  planned_action: 'partnership_id id plan_id sheet_id place',
  past_project: 'partnership_id id import_id line title starts_year ends_year place domain description amount_minor currency source',
  printed_copy: 'partnership_id sha256 minutes_id version kind language printed_at',
  rule: 'partnership_id agreement_id key value source_kind source_reference quote',
  rule_book: 'partnership_id agreement_id in_service_at text_edition',
  search_document: 'partnership_id kind id audience party_id page_id title text said_on tsv',
  seat: 'partnership_id id party_id category office office_ar member',
  territory: 'id name country zone locale currency hierarchy supervision population population_year population_approximate work_week closed_days worked_days',
};
