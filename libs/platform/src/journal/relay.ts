import { accepted, type Json, type Subject } from '#kernel';
import type { Ctx } from '../work/context.js';
import { Work, type Tx } from '../work/work.js';
import { failpoint } from '../failpoint/failpoint.js';

/** The unit of work under the `worker` role: it sees every partnership and writes only what the worker may. */
export abstract class WorkerWork extends Work {}

/** A fact as it is heard by the rooms above. */
export interface HeardFact {
  readonly kind: string;
  readonly partnershipId: string | null;
  readonly subject: Subject;
  readonly data: { readonly [key: string]: Json };
  readonly occurredAt: Date;
}

/** What a room does when it hears a fact, in the transaction that takes the fact off the outbox: both or neither. */
export type FactListener = (tx: Tx, fact: HeardFact) => Promise<void>;

export const workerCtx = (requestId: string): Ctx => ({
  actor: null,
  language: 'fr',
  requestId,
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: 'INSTANCE',
});

interface OutboxLine {
  id: string;
  kind: string;
  partnership_id: string | null;
  subject_kind: string;
  subject_id: string;
  data: { [key: string]: Json };
  occurred_at: Date;
}

const heard = (line: OutboxLine): HeardFact => ({
  kind: line.kind,
  partnershipId: line.partnership_id,
  subject: { kind: line.subject_kind, id: line.subject_id },
  data: line.data,
  occurredAt: line.occurred_at,
});

/** Takes waiting facts that nobody else holds: never by « id > cursor », which loses a row that commits late. */
const takeSome = `
  with taken as (
    delete from outbox where id = any (array (
      select id from outbox where not (id = any ($1::uuid[])) order by id limit $2 for update skip locked))
    returning id, kind, partnership_id, subject_kind, subject_id, data, occurred_at)
  select * from taken order by id`;
/** Facts told in one transaction, while none of them fails. */
const inOneHandful = 50;

/**
 * Carries facts up: each is taken and told to its listeners in one transaction, a handful together. When a listener fails nothing of the
 * handful is kept, and each fact is told by itself: the one that fails stays in the outbox and is tried again at the next round, the others go on.
 */
export class Relay {
  private readonly listeners: FactListener[] = [];

  constructor(
    private readonly work: WorkerWork,
    private readonly trouble: (error: unknown, fact: string) => void,
  ) {}

  onFact(listener: FactListener): void {
    this.listeners.push(listener);
  }

  /** Empties the outbox. Answers how many facts were told. */
  async drain(): Promise<number> {
    const failed: string[] = [];
    let limit = inOneHandful;
    for (let told = 0; ; ) {
      const outcome = await this.tellSome(failed, limit);
      if (outcome === 0) return told;
      if (outcome === 'NONE_KEPT') limit = 1;
      else told += outcome;
    }
  }

  private async tellSome(failed: string[], limit: number): Promise<number | 'NONE_KEPT'> {
    let taken: OutboxLine[] = [];
    try {
      const answer = await this.work.run(workerCtx('relay'), async (tx) => {
        taken = await tx.query<OutboxLine>(takeSome, [failed, limit]);
        if (taken.length === 0) return accepted(0);
        failpoint('relay.taken');
        for (const line of taken) for (const listener of this.listeners) await listener(tx, heard(line));
        failpoint('relay.heard');
        return accepted(taken.length);
      });
      return answer.refused ? 0 : answer.value;
    } catch (error) {
      const [first, second] = taken;
      if (!first) throw error;
      if (second) return 'NONE_KEPT';
      failed.push(first.id);
      this.trouble(error, `${first.kind} ${first.id}`);
      return 1;
    }
  }
}
