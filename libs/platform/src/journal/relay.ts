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

/** Takes one waiting fact that nobody else holds: never by « id > cursor », which loses a row that commits late. */
const takeOne = `
  delete from outbox where id = (
    select id from outbox where not (id = any ($1::uuid[])) order by id limit 1 for update skip locked)
  returning id, kind, partnership_id, subject_kind, subject_id, data, occurred_at`;

/**
 * Carries facts up: each is taken and told to its listeners in one transaction. A listener that fails leaves its fact in
 * the outbox; the others go on, and it is tried again at the next round.
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
    for (let told = 0; ; told += 1) {
      const outcome = await this.tellOne(failed);
      if (outcome === 'EMPTY') return told;
    }
  }

  private async tellOne(failed: string[]): Promise<'TOLD' | 'EMPTY'> {
    let taken: OutboxLine | undefined;
    try {
      const answer = await this.work.run(workerCtx('relay'), async (tx) => {
        [taken] = await tx.query<OutboxLine>(takeOne, [failed]);
        if (!taken) return accepted('EMPTY' as const);
        failpoint('relay.taken');
        for (const listener of this.listeners) await listener(tx, heard(taken));
        failpoint('relay.heard');
        return accepted('TOLD' as const);
      });
      return answer.refused ? 'EMPTY' : answer.value;
    } catch (error) {
      if (!taken) throw error;
      failed.push(taken.id);
      this.trouble(error, `${taken.kind} ${taken.id}`);
      return 'TOLD';
    }
  }
}
