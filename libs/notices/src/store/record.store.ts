import type { ReadTx } from '#platform';

/** What the ledger remembers of one line, for whoever asks who was told, and when. */
export interface RecordedLine {
  readonly id: string;
  readonly rule: string;
  readonly personId: string;
  /** Name under which the letter left; `null` before. */
  readonly recipientName: string | null;
  readonly period: string;
  readonly occurrence: number;
  readonly dueOn: string;
  readonly sendAt: Date;
  readonly state: string;
  readonly sentAt: Date | null;
  readonly lastProblem: string | null;
}

/** The lines of a partnership in the reader's reach, the latest hour first; troubles before everything else. A call to a remark is the two's affair: it may be beside a draft of the other side. */
export const linesOfPartnership = (tx: ReadTx, partnershipId: string, first: number): Promise<RecordedLine[]> =>
  tx.query<RecordedLine>(
    `select id, rule, person_id as "personId", details->>'recipient' as "recipientName", period, occurrence, due_on::text as "dueOn", send_at as "sendAt",
            state, sent_at as "sentAt", last_problem as "lastProblem"
     from reminder where partnership_id = $1 and rule <> 'SHEET_CALL' order by (state = 'FAILED') desc, send_at desc, id limit $2`,
    [partnershipId, first],
  );

/** A letter of a convocation, whatever became of it. */
export interface ConvocationLetter {
  readonly personId: string;
  readonly state: string;
  readonly sentAt: Date | null;
}

/** The letters of a meeting's convocation since it last went out to everybody, the latest first. */
export const convocationLetters = (tx: ReadTx, meetingId: string, issuedAt: Date): Promise<ConvocationLetter[]> =>
  tx.query<ConvocationLetter>(
    `select person_id as "personId", state, sent_at as "sentAt" from reminder
     where rule in ('CONVOCATION', 'CONVOCATION_MOVED', 'CONVOCATION_AGAIN') and object_kind = 'meeting' and object_id = $1 and period >= $2 order by send_at desc, id`,
    [meetingId, issuedAt.toISOString()],
  );
