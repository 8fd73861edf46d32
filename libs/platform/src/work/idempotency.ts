import type { Ctx } from './context.js';
import type { Tx } from './work.js';

/** The n-th act of a request has its own key: one request may carry several mutations. */
const acts = new WeakMap<Ctx, number>();

/** The key of the next act of this request; `null` when the caller gave none. Taken once, before any replay of the act. */
export function nextIdempotencyKey(ctx: Ctx): string | null {
  if (!ctx.idempotencyKey || !ctx.actor) return null;
  const place = (acts.get(ctx) ?? 0) + 1;
  acts.set(ctx, place);
  return `${ctx.idempotencyKey}:${place}`;
}

/**
 * Claims `key` for this act. The same key with the same request gives the earlier outcome; with another request
 * it is refused. A claim that meets one still under way waits for it (unique key).
 */
export async function claimIdempotencyKey(tx: Tx, key: string): Promise<null | 'OTHER_REQUEST' | { outcome: unknown }> {
  const { actor, requestHash } = tx.ctx;
  const claimed = await tx.query(
    `insert into idempotency (person_id, key, request_hash, outcome, recorded_at) values ($1, $2, $3, null, $4)
     on conflict do nothing returning key`,
    [actor?.personId, key, requestHash ?? '', tx.recordedAt()],
  );
  if (claimed.length > 0) return null;
  const [earlier] = await tx.query<{ request_hash: string; outcome: unknown }>(
    'select request_hash, outcome from idempotency where person_id = $1 and key = $2',
    [actor?.personId, key],
  );
  if (!earlier || earlier.request_hash !== (requestHash ?? '')) return 'OTHER_REQUEST';
  return { outcome: earlier.outcome };
}

/** Keeps the act's outcome beside its key, in the same transaction. */
export async function settleIdempotencyKey(tx: Tx, key: string, outcome: unknown): Promise<void> {
  const value = JSON.stringify(outcome ?? null);
  await tx.query('update idempotency set outcome = $3 where person_id = $1 and key = $2', [tx.ctx.actor?.personId, key, value]);
}
