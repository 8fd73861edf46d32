/** A table whose rows the journal commits to, as migration 0007 installed it. Frozen with it. */
export interface Audited {
  readonly table: string;
  /** The column that names the chain. */
  readonly chain: string;
  readonly key: readonly string[];
  /** What the digest covers, the key included. */
  readonly columns: readonly string[];
  /** Free text: committed to by salted commitments of its own, never by the digest. */
  readonly words: readonly string[];
}

const list = (words: string): string[] => words.split(' ').filter(Boolean);

/** A partnership's own table; `columns` besides the key. */
const owned = (table: string, key: string, [columns, words = '']: readonly [string, string?]): Audited => {
  const keys = ['partnership_id', ...list(key)];
  return { table, chain: 'partnership_id', key: keys, columns: [...keys, ...list(columns)], words: list(words) };
};

export const audited: readonly Audited[] = [
  { table: 'partnership', chain: 'id', key: ['id'], columns: list('id name recorded_at'), words: [] },
  owned('party', 'id', ['organisation_id short_name president_title president_title_ar place']),
  owned('seat', 'id', ['party_id category office office_ar member']),
  owned('mandate', 'id', ['seat_id person_id from until', 'ended_motive interim_document']),
  owned('agreement', 'id', ['kind display_name authoritative_language effective_on']),
  owned('article', 'id', ['agreement_id number place title text']),
  owned('rule', 'agreement_id key', ['value source_kind source_reference quote']),
  owned('axis', 'id', ['agreement_id kind number place title title_ar text active']),
  owned('operation', 'id', ['axis_id number title']),
  owned('action_lead', 'id', ['operation_id number title targets']),
  owned('meeting', 'id', ['agreement_id kind mode host_party_id civil_date time zone place state convened_by_seat_id convened_at opened_at closed_at sequence version', 'turn_reason cancel_reason']),
  owned('agenda_item', 'id', ['meeting_id place title subject_kind subject_id']),
  owned('attendance', 'meeting_id seat_id', ['presence recorded_at']),
  owned('decision', 'id', ['meeting_id agenda_item_id place title text text_hash subject_kind subject_id state adopted_at']),
  owned('ballot', 'id', ['decision_id place text text_hash roll rules opened_at closed_at outcome']),
  owned('vote', 'ballot_id seat_id', ['person_id choice text_hash cast_at', 'reason']),
  owned('minutes', 'id', ['meeting_id number version state content_hash drafted_at finalised_at executory_at']),
  owned('minutes_version', 'minutes_id version', ['content content_hash pdfs finalised_at voided_at', 'void_reason']),
  owned('signature', 'id', ['minutes_id version party_id seat_id person_id office content_hash pdf_sha256 statement method level place civil_date signed_at']),
  owned('project_sheet_version', 'sheet_id version', ['content person_id submitted_at']),
  owned('project_sheet_validation', 'sheet_id version party_id', ['person_id validated_at']),
  owned('action_plan', 'id', ['agreement_id year version state content content_hash frozen_at decision_id adopted_at on_time']),
  owned('action_plan_validation', 'plan_id party_id', ['person_id validated_at']),
  owned('planned_action', 'id', ['plan_id sheet_id place']),
];
