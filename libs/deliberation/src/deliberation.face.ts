import { loadBlob, type ReadTx, type StoredBlob } from '#platform';
import { isUuid } from './store/uuid.js';

export { handCard, type HandCard } from './store/hand-signature.store.js';
export { decisionSource, meetingSource, minutesSource } from './store/committee.searchable.js';
export { hasAnswered } from './store/convening.store.js';
export { keepReading } from './store/meeting.store.js';
export { publicMinutesOf } from './store/public-minutes.store.js';
export { lockPaperDecision, paperDecisions, type PaperDecisionLine } from './store/paper-minutes.store.js';

/** A decision of the committee about a subject of an upper room, with the only « exécutoire » there is: the minutes'. */
export interface DecisionOnSubject {
  readonly decisionId: string;
  readonly meetingId: string;
  readonly subjectId: string;
  readonly state: string;
  readonly adoptedAt: Date | null;
  /** Instant (UTC) of the last signature of the meeting's minutes; `null` before. */
  readonly executoryAt: Date | null;
}

const onSubjects = `
  select decision.id as "decisionId", decision.meeting_id as "meetingId", decision.subject_id as "subjectId", decision.state,
         decision.adopted_at as "adoptedAt", case when decision.state = 'ADOPTED' then minutes.executory_at end as "executoryAt"
  from decision
  left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null
  where decision.subject_kind = $1 and decision.subject_id = any ($2::uuid[])
  order by decision.id`;

/** Every decision put to the committee about these subjects of one kind, oldest first. */
export const decisionsOn = (tx: ReadTx, kind: string, subjectIds: readonly string[]): Promise<DecisionOnSubject[]> =>
  tx.query<DecisionOnSubject>(onSubjects, [kind, [...subjectIds]]);

/** A PDF and the number of its minutes, to name the file. */
export type NumberedPdf = StoredBlob & { readonly number: string };

/** The frozen PDF of a version of minutes, void or not, as it was signed; `null` when absent, foreign, or never sealed. */
export async function frozenMinutesPdf(tx: ReadTx, of: { minutesId: string; version: number; language: 'fr' | 'ar' }): Promise<NumberedPdf | null> {
  if (!isUuid(of.minutesId) || !Number.isSafeInteger(of.version) || of.version > 2_147_483_647) return null;
  const [line] = await tx.query<{ partnership_id: string; number: string; sha256: string | null }>(
    `select partnership_id, content ->> 'number' as number, pdfs ->> $3 as sha256 from minutes_version where minutes_id = $1 and version = $2`,
    [of.minutesId, of.version, of.language],
  );
  const blob = line?.sha256 ? await loadBlob(tx, line.partnership_id, line.sha256) : null;
  return line && blob ? { ...blob, number: line.number } : null;
}
