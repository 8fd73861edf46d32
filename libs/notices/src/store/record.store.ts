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
