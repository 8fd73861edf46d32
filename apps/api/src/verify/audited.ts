/** A table to whose rows the journal commits: its key, what the digest covers (key included), and its free text. */
export interface AuditedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly words: readonly string[];
}

const parse = (line: string): AuditedTable => {
  const [name, key, columns, words] = line.split('|').map((part) => part.trim().split(' ').filter(Boolean)) as [string[], string[], string[], string[]];
  return { name: name[0] as string, key, columns: [...key, ...columns], words: words ?? [] };
};

/** Format 2, as `docs/journal-format.md` writes it: table | key | covered columns | free text. Compared with the triggers by a test. */
export const auditedTables: readonly AuditedTable[] = `
partnership | id | name recorded_at |
party | partnership_id id | organisation_id short_name president_title president_title_ar place |
seat | partnership_id id | party_id category office office_ar member |
mandate | partnership_id id | seat_id person_id from until interim_dated | ended_motive interim_document
agreement | partnership_id id | kind display_name authoritative_language effective_on since |
article | partnership_id id | agreement_id number place title text |
rule | partnership_id agreement_id key | value source_kind source_reference quote |
axis | partnership_id id | agreement_id kind number place title title_ar text active proposed_party proposed_at decision_id adopted_at opened_at withdrawn_at |
operation | partnership_id id | axis_id number title |
action_lead | partnership_id id | operation_id number title targets |
meeting | partnership_id id | agreement_id kind mode host_party_id civil_date time zone place state convened_by_seat_id convened_at opened_at closed_at sequence version | turn_reason cancel_reason
agenda_item | partnership_id id | meeting_id place title subject_kind subject_id duration_minutes presenter_seat_id |
attendance | partnership_id meeting_id seat_id | presence recorded_at |
decision | partnership_id id | meeting_id agenda_item_id place title text text_hash subject_kind subject_id state adopted_at |
ballot | partnership_id id | decision_id place text text_hash roll rules opened_at closed_at outcome |
vote | partnership_id ballot_id seat_id | person_id choice text_hash cast_at | reason
minutes | partnership_id id | meeting_id number version state content_hash drafted_at finalised_at executory_at observations_until rectifies_minutes_id | rectifies_reason
minutes_version | partnership_id minutes_id version | content content_hash pdfs finalised_at voided_at | void_reason
signature | partnership_id id | minutes_id version party_id seat_id person_id office content_hash pdf_sha256 statement method level place civil_date signed_at |
project_sheet_version | partnership_id sheet_id version | content person_id submitted_at |
project_sheet_validation | partnership_id sheet_id version party_id | person_id validated_at |
action_plan | partnership_id id | agreement_id year version state content content_hash frozen_at decision_id adopted_at on_time |
action_plan_validation | partnership_id plan_id party_id | person_id validated_at |
planned_action | partnership_id id | plan_id sheet_id place |
attachment | partnership_id id subject_kind subject_id | party_id person_id name content_type sha256 size occurred_at recorded_at removed_at |
life_entry | partnership_id id version | agreement_id kind party_id content person_id occurred_at recorded_at | motive
rule_book | partnership_id agreement_id | in_service_at text_edition |
service_confirmation | partnership_id agreement_id party_id edition | person_id confirmed_at |
rule_version | partnership_id id | agreement_id key value source_kind source_reference quote act party_id person_id asked_at agreed_party agreed_by decision_id adopted_at in_effect_at closed_at | motive
milestone_move | partnership_id id | milestone days_before party_id person_id moved_at |
reminder_row_move | partnership_id id | rule days party_id person_id moved_at |
exchange_rate | partnership_id id | from_currency to_currency pair value day source party_id person_id recorded_at withdrawn_at withdrawn_by |
followed_action | partnership_id id | decision_id sheet_id year title starts_on planned_end state percent opened_at |
followed_action_entry | partnership_id action_id place | kind content party_id person_id occurred_at recorded_at | note
party_revision | partnership_id id | party_id version changes person_id occurred_at recorded_at |
entered_act | partnership_id id | act subject_kind subject_id version party_id person_id office office_ar by_party_id by_person_id channel said_on proof_sha256 state_before entered_at contest_until contested_at contested_by undone | note contest_reason
paper_minutes | partnership_id id | agreement_id number held_on kind host_party_id place decisions signatures content_hash state entered_party entered_by entered_at confirmed_party confirmed_by confirmed_at scan_id scan_sha256 notes | withdraw_reason
taken_up_plan | partnership_id id | year decision_id sheets party_id person_id taken_at withdrawn_at plan_id confirmed_party confirmed_person confirmed_at |
past_import | partnership_id id | party_id person_id sha256 count imported_at withdrawn_at | file_name
past_project | partnership_id id | import_id line title starts_year ends_year place domain description amount_minor currency source |
hand_signature | partnership_id id | minutes_id version content_hash party_id seat_id person_id office place signed_on scan_id scan_sha256 state entered_by entered_at answered_party answered_by answered_at | decline_reason
minutes_observation | partnership_id id | minutes_id version prose_version kind passage party_id seat_id person_id made_at taken_up answered_by answered_at | quoted text answer
convocation_answer | partnership_id meeting_id seat_id | person_id reply sequence answered_at | note
convocation_call | partnership_id id | meeting_id kind sequence person_id called was_date was_time was_place called_at | reason
agenda_proposal | partnership_id id | meeting_id seat_id person_id title state agenda_item_id settled_by proposed_at settled_at | why reason
safety_sheet | partnership_id meeting_id | advice advice_on person_id version kept_at | host_contact emergency insurance notes
proxy | partnership_id meeting_id seat_id | holder_seat_id recorded_at |
meeting_guest | partnership_id id | meeting_id noted_at taken_off_at | name capacity
hands | partnership_id id | meeting_id rounds state entered_by entered_party entered_at confirmed_by confirmed_party confirmed_at | withdraw_reason
hands_contest | partnership_id hands_id ballot_id seat_id | person_id contested_at | reason
attendance_movement | partnership_id id | meeting_id seat_id kind agenda_item_id was noted_at taken_back_at |
meeting_incident | partnership_id id | meeting_id seat_id person_id civil_date time zone corrects_id noted_at | place what done
signature_contest | partnership_id signature_id | minutes_id seat_id person_id contested_at | reason
`.trim().split('\n').map(parse);
