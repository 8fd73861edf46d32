import type { Json } from '#kernel';
import type { ReadTx } from '#platform';
import { digestRule } from '../domain/ladder.js';

/** A line of the ledger, with what it is about. */
export interface ToldLine {
  readonly id: string;
  readonly rule: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly period: string;
  readonly personId: string;
  /** Name under which the letter left; `null` before. */
  readonly recipientName: string | null;
  readonly occurrence: number;
  readonly dueOn: string;
  readonly sendAt: Date;
  readonly sentAt: Date | null;
  readonly state: string;
  readonly problem: string | null;
  readonly details: { readonly [key: string]: Json };
}

const columns = `id, rule, object_kind as "objectKind", object_id as "objectId", period, person_id as "personId", details->>'recipient' as "recipientName", occurrence,
  due_on::text as "dueOn", send_at as "sendAt", sent_at as "sentAt", state, last_problem as problem, details`;

/** What became of the digest that carries a line: what is gathered is told when it leaves. */
const ofDigest = (column: 'state' | 'sent_at'): string =>
  `(select digest.${column} from reminder digest where digest.partnership_id = reminder.partnership_id and digest.person_id = reminder.person_id and digest.rule = '${digestRule}'
     and digest.state in ('PLANNED', 'SENDING', 'SENT', 'FAILED') and digest.details->'lines' ? reminder.id::text order by digest.send_at desc limit 1)`;

/**
 * What was told, and what is planned, of one partnership between two instants; overtaken and cancelled lines told nobody anything. What a
 * digest carries is told with it, and the digest itself is no matter. A call to a remark is the two's affair: it may be beside a draft of
 * the other side.
 */
export const toldBetween = (tx: ReadTx, partnershipId: string, span: { from: Date; to: Date }): Promise<ToldLine[]> =>
  tx.query<ToldLine>(
    `select ${toldColumns} from reminder
     where partnership_id = $1 and rule not in ('SHEET_CALL', '${digestRule}') and state not in ('SUPERSEDED', 'CANCELLED') and coalesce(sent_at, send_at) between $2 and $3
     order by coalesce(sent_at, send_at), id limit 2000`,
    [partnershipId, span.from, span.to],
  );

const toldColumns = columns.replace('sent_at as "sentAt"', `coalesce(sent_at, ${ofDigest('sent_at')}) as "sentAt"`).replace(', state,', `, case when state = 'GATHERED' then coalesce(${ofDigest('state')}, 'PLANNED') else state end as state,`);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One line in the reader's reach; `null` when there is none. */
export async function toldLine(tx: ReadTx, id: string): Promise<(ToldLine & { readonly partnershipId: string | null }) | null> {
  if (!uuid.test(id)) return null;
  const [line] = await tx.query<ToldLine & { partnershipId: string | null }>(`select partnership_id as "partnershipId", ${columns} from reminder where id = $1`, [id]);
  return line ?? null;
}

/** The last letter that left to each person about each matter, and the silence she asked for; keys are `person|object|period`. */
export async function heardSoFar(tx: ReadTx, partnershipId: string): Promise<ReadonlyMap<string, { lastAt: Date | null; silencedUntil: Date | null }>> {
  const rows = await tx.query<{ key: string; lastAt: Date | null; silencedUntil: Date | null }>(
    `select concat_ws('|', person_id, object_kind, object_id, period) as key, max(coalesce(sent_at, case when state = 'GATHERED' then send_at end)) as "lastAt",
            max(send_at) filter (where state = 'PLANNED' and details ? 'silencedUntil') as "silencedUntil"
     from reminder where partnership_id = $1 group by 1`,
    [partnershipId],
  );
  return new Map(rows.map(({ key, ...heard }) => [key, heard]));
}
