import { accepted, refused, type Answer, type Clock, type Fact, type Ids } from '#kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import { sharedNow } from '../clock/machine-clock.js';
import { failpoint } from '../failpoint/failpoint.js';
import { appendFacts } from '../journal/append.js';
import { minutesKeepers, outsidePersonas, type Actor, type Ctx, type HeldSeat } from './context.js';
import { claimIdempotencyKey, nextIdempotencyKey, settleIdempotencyKey } from './idempotency.js';
import { inTurn } from './in-turn.js';
import { withoutWords } from './without-words.js';
import { Work, type ReadSession, type ReadTx, type Tx } from './work.js';

export interface WorkClocks {
  readonly legal: Clock;
  readonly machine: Clock;
  readonly ids: Ids;
}

const uuidArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Of these ids, those for which a seat of that kind is held. An id that no seat explains was given by the house itself, and stays. */
const heldFor = (ids: readonly string[], seats: readonly HeldSeat[], at: { of: 'partnershipId' | 'partyId'; kind: (seat: HeldSeat) => boolean }): string[] =>
  ids.filter((id) => {
    const held = seats.filter((seat) => seat[at.of] === id);
    return held.length === 0 || held.some(at.kind);
  });

const nobody: Pick<Actor, 'personId' | 'partnershipIds' | 'partyIds' | 'seats'> = { personId: '', partnershipIds: [], partyIds: [], seats: [] };

/**
 * The row-level-security settings of a transaction (decisions.md, « Data »); they end with it. `parties` and `preparing` leave out
 * those who are beside the administrations; `keeping` names the partnerships whose first drafts of minutes this person may read.
 */
function settings({ actor, audience }: Ctx): unknown[] {
  const { personId, partnershipIds, partyIds, seats } = actor ?? nobody;
  const inside = ({ persona }: HeldSeat): boolean => !outsidePersonas.includes(persona);
  const keeps = ({ persona }: HeldSeat): boolean => minutesKeepers.includes(persona);
  return [
    personId,
    uuidArray(partnershipIds),
    uuidArray(heldFor(partyIds, seats, { of: 'partyId', kind: inside })),
    audience,
    uuidArray(heldFor(partnershipIds, seats, { of: 'partnershipId', kind: inside })),
    uuidArray(heldFor(partnershipIds, seats, { of: 'partnershipId', kind: keeps })),
  ];
}

/**
 * What row-level security knows of this reader in a partnership, besides who she is and for which party: a reading by policies that ask
 * neither answers the same rows to two readers alike in it (`shared-meeting.db.spec.ts` holds both).
 */
export function rightsIn(ctx: Ctx, partnershipId: string): string {
  const [, partnerships, , audience, preparing, keeping] = settings(ctx);
  return [audience, ...[partnerships, preparing, keeping].map((ids) => String(ids).includes(partnershipId))].join(' ');
}
const named = ['person', 'partnerships', 'parties', 'audience', 'preparing', 'keeping'];
const setSettings = `select ${named.map((name, index) => `set_config('app.${name}', $${index + 1}, true)`).join(', ')}`;

/** Ids, lists of ids and an audience: nothing that would need an escape. Anything else stops the request. */
const plain = /^[\w{},-]*$/;
const literal = (value: unknown): string => {
  const text = String(value);
  if (!plain.test(text)) throw new Error('a setting of a transaction outside its grammar');
  return `'${text}'`;
};
/** A reading begins in one exchange with the server: its transaction and its settings together. */
const beginReading = (ctx: Ctx, isolation: string): string =>
  `begin ${isolation}read only; select ${settings(ctx).map((value, index) => `set_config('app.${named[index] ?? ''}', ${literal(value)}, true)`).join(', ')}`;

/** Serialization failure, deadlock, a lock waited for too long: nothing was written, the act may be played again. */
const playAgain = new Set(['40001', '40P01', '55P03']);
const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');

/** The act under its idempotency key: a key seen before answers the earlier outcome and does nothing. */
const onlyOnce =
  <T>(key: string, act: (tx: Tx) => Promise<Answer<T>>) =>
  async (tx: Tx): Promise<Answer<T>> => {
    const earlier = await claimIdempotencyKey(tx, key);
    if (earlier === 'OTHER_REQUEST') return refused('IDEMPOTENCY_KEY_REUSED');
    if (earlier) return accepted(earlier.outcome as T);
    const answer = await act(tx);
    if (!answer.refused) await settleIdempotencyKey(tx, key, answer.value);
    return answer;
  };

const failed = (error: unknown): never => {
  throw withoutWords(error);
};

export class PostgresWork extends Work {
  constructor(
    private readonly database: DataSource,
    private readonly clocks: WorkClocks,
  ) {
    super();
  }

  async run<T>(ctx: Ctx, act: (tx: Tx) => Promise<Answer<T>>): Promise<Answer<T>> {
    const key = nextIdempotencyKey(ctx);
    const once = key === null ? act : onlyOnce(key, act);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(ctx, once);
      } catch (error) {
        if (attempt >= 3 || !playAgain.has(codeOf(error))) throw error;
      }
    }
  }

  async read<T>(ctx: Ctx, look: (tx: ReadTx) => Promise<T>): Promise<T> {
    const session = await this.open(ctx);
    try {
      return await look(session.tx);
    } finally {
      await session.close();
    }
  }

  /** The read-only transaction of one request; whoever opens it closes it. */
  async open(ctx: Ctx, wish = { snapshot: false }): Promise<ReadSession> {
    const runner = inTurn(this.database.createQueryRunner());
    try {
      await runner.query(beginReading(ctx, wish.snapshot ? 'isolation level repeatable read ' : ''));
    } catch (error) {
      await runner.release();
      throw error;
    }
    const close = async (): Promise<void> => {
      await runner.query('rollback').finally(() => runner.release());
    };
    return { tx: this.readTx(ctx, runner), close };
  }

  private readTx(ctx: Ctx, runner: QueryRunner): ReadTx {
    return {
      ctx,
      now: () => this.clocks.legal.now(),
      sharedNow: () => sharedNow(this.clocks.machine),
      query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        (await runner.query(sql, [...parameters], true).catch(failed)).records as Row[],
    };
  }

  private async runOnce<T>(ctx: Ctx, act: (tx: Tx) => Promise<Answer<T>>): Promise<Answer<T>> {
    const runner = inTurn(this.database.createQueryRunner());
    await runner.connect();
    const facts: Fact[] = [];
    const tx: Tx = {
      ...this.readTx(ctx, runner),
      manager: runner.manager,
      newId: () => this.clocks.ids.next(),
      recordedAt: () => this.clocks.machine.now(),
      tell: (...told) => void facts.push(...told),
    };
    try {
      await runner.startTransaction('READ COMMITTED');
      await runner.query(setSettings, settings(ctx));
      const answer = await act(tx);
      if (answer.refused) await runner.rollbackTransaction();
      else {
        await appendFacts(tx, facts);
        failpoint('work.before-commit');
        await runner.commitTransaction();
        failpoint('work.after-commit');
      }
      return answer;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw withoutWords(error);
    } finally {
      await runner.release();
    }
  }
}
