import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, canonicalJson, FixedClock, refused, type Fact } from '#kernel';
import type { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { UuidIds } from '../clock/uuid-ids.js';
import { databaseOf } from '../database/data-source.js';
import { leafHashOf, linkHashOf, emptyHash, type Leaf } from '../journal/chain.js';
import { PostgresWork } from './postgres-work.js';
import type { Tx } from './work.js';

const partnership = '00000000-0000-7000-8000-00000000000a';
const other = '00000000-0000-7000-8000-00000000000b';
const clock = new FixedClock(new Date('2026-11-22T09:00:00.000Z'));
const fact = (kind: string, partnershipId: string | null = partnership): Fact => ({ kind, partnershipId, subject: { kind: 'minutes', id: partnership }, data: { é: 1 } });
const mine = ctxOf({ partnershipIds: [partnership] });

let databases: FreshDatabase;
let app: DataSource;
let owner: DataSource;
let work: PostgresWork;

beforeAll(async () => {
  databases = await freshDatabase();
  app = await databaseOf(databases.app, []).initialize();
  owner = await databaseOf(databases.owner, [], 1).initialize();
  work = new PostgresWork(app, { legal: clock, machine: clock, ids: new UuidIds(clock) });
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await databases.drop();
});

/** A connection of the driver's. */
interface Line {
  query: (...said: unknown[]) => Promise<unknown>;
}

const journal = (): Promise<Record<string, never>[]> => owner.query('select * from journal order by chain, sequence');

describe('the unit of work', () => {
  it('writes the facts of an act to a dense chain and to the outbox, in its transaction', async () => {
    await work.run(mine, async (tx) => (tx.tell(fact('First'), fact('Second')), accepted(null)));
    await work.run(mine, async (tx) => (tx.tell(fact('Third')), accepted(null)));
    const rows = await journal();
    expect(rows.map((row) => [row['kind'], row['sequence']])).toEqual([['First', '1'], ['Second', '2'], ['Third', '3']]);
    let hash = emptyHash;
    for (const row of rows as unknown as (Record<string, unknown> & { salt: Buffer; hash: Buffer; occurred_at: Date; recorded_at: Date })[]) {
      const leaf = { chain: row['chain'], sequence: row['sequence'], kind: row['kind'], subjectKind: row['subject_kind'], subjectId: row['subject_id'], data: row['data'],
        personId: row['person_id'], requestId: row['request_id'], occurredAt: row.occurred_at.toISOString(), recordedAt: row.recorded_at.toISOString(), format: row['format'], rows: row['rows'] } as unknown as Leaf;
      hash = linkHashOf(hash, leafHashOf(row.salt, leaf));
      expect(row.hash.equals(hash)).toBe(true);
    }
    expect(await owner.query('select kind from outbox order by id')).toHaveLength(3);
  });

  it('asks one statement at a time on its line, whoever asks side by side; one that fails stops nobody after it', async () => {
    let [open, most, asked] = [0, 0, 0];
    const counted = (line: Line): void => {
      const send = line.query.bind(line);
      line.query = (...said) => {
        [open, asked] = [open + 1, asked + 1];
        most = Math.max(most, open);
        return send(...said).finally(() => (open -= 1));
      };
    };
    const source = await databaseOf(databases.app, [], 1).initialize();
    await (source.driver as unknown as { master: { connect: () => Promise<Line & { release: () => void }> } }).master.connect().then((line) => (counted(line), line.release()));
    const alone = new PostgresWork(source, { legal: clock, machine: clock, ids: new UuidIds(clock) });
    const read = await alone.read(mine, (tx) => Promise.all([1, 2, 3].map(async (n) => (await tx.query<{ n: number }>('select $1::int as n', [n]))[0]?.n)));
    const kept = await alone.run(mine, async (tx) => accepted((await Promise.all([tx.query('select 1'), tx.manager.query('select 2'), tx.query('select 3')])).length));
    await expect(alone.read(mine, (tx) => Promise.all([tx.query('select 1 / 0'), tx.query('select 4')]))).rejects.toThrow('division by zero');
    expect(await alone.read(mine, (tx) => tx.query('select 5 as n'))).toEqual([{ n: 5 }]);
    expect([read, kept, open, most]).toEqual([[1, 2, 3], accepted(3), 0, 1]);
    expect(asked).toBeGreaterThan(15);
    await source.destroy();
  });

  it('writes nothing when the act is refused or throws', async () => {
    const before = (await journal()).length;
    const answer = await work.run(mine, async (tx) => {
      await tx.query(`insert into idempotency (person_id, key, request_hash, recorded_at) values ($1, 'never', 'x', $2)`, [mine.actor?.personId, tx.recordedAt()]);
      tx.tell(fact('Never'));
      return refused('NOT_FOUND');
    });
    expect(answer).toMatchObject({ refused: true, code: 'NOT_FOUND' });
    await expect(work.run(mine, async (tx) => (tx.tell(fact('Never')), Promise.reject(new Error('a bug'))))).rejects.toThrow('a bug');
    expect(await journal()).toHaveLength(before);
    expect(await owner.query(`select from idempotency where key = 'never'`)).toHaveLength(0);
  });

  it('keeps another partnership out, by row-level security alone', async () => {
    expect(await work.read(ctxOf({ partnershipIds: [other] }), (tx) => tx.query('select * from journal'))).toHaveLength(0);
    expect((await work.read(mine, (tx) => tx.query('select * from journal'))).length).toBeGreaterThan(0);
    await expect(work.run(mine, async (tx) => (tx.tell(fact('Foreign', other)), accepted(null)))).rejects.toThrow(/row-level security/);
    expect(await app.query('select * from journal')).toHaveLength(0);
  });

  it('lets nobody change the past: app has no right, the owner meets the trigger', async () => {
    await expect(app.query(`update journal set kind = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(app.query('delete from journal')).rejects.toThrow(/permission denied/);
    await expect(owner.query(`update journal set kind = 'x'`)).rejects.toThrow(/never changed/);
  });

  it('gives chains without gaps when many act at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => work.run(mine, async (tx) => (tx.tell(fact(`Act${n}`)), accepted(n)))));
    const rows = await journal();
    expect(rows.map((row) => Number(row['sequence']))).toEqual(rows.map((_, index) => index + 1));
  });

  it('refuses writes in a read', async () => {
    await expect(work.read(mine, (tx) => tx.query('insert into idempotency (person_id, key, request_hash, recorded_at) values ($1, $2, $3, now())', [partnership, 'k', 'h']))).rejects.toThrow(/read-only/);
  });
});

describe('a question that fails', () => {
  const words = 'what somebody wrote';
  const twice = 'insert into idempotency (person_id, key, request_hash, recorded_at) values ($1, $2, $2, now()), ($1, $2, $2, now())';

  it('prints nothing of what people wrote into a log, and keeps it for who must decide', async () => {
    const values = [mine.actor?.personId, words];
    const plain: unknown = await owner.query(twice, values).catch((error: unknown) => error);
    expect(inspect(plain, { depth: 5 })).toContain(words);
    for (const ask of [(tx: Tx) => tx.query(twice, values), (tx: Tx) => tx.manager.query(twice, values)]) {
      const failed: unknown = await work.run(mine, async (tx) => accepted(await ask(tx))).catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: '23505', parameters: values });
      expect(inspect(failed, { depth: 5 })).not.toContain(words);
    }
  });
});

describe('the idempotency key', () => {
  const keyed = (key: string, requestHash = 'a') => ({ ...mine, idempotencyKey: key, requestHash });

  it('acts once for five equal requests at the same time, and answers all alike', async () => {
    let acts = 0;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => work.run(keyed('one'), async (tx) => (tx.tell(fact('Once')), accepted({ act: (acts += 1), id: tx.newId() })))),
    );
    expect((await journal()).filter((row) => row['kind'] === 'Once')).toHaveLength(1);
    expect(new Set(answers.map((answer) => canonicalJson(answer as never))).size).toBe(1);
  });

  it('refuses the same key for another request, and forgets the key of a refused act', async () => {
    await work.run(keyed('two'), async () => accepted('done'));
    expect(await work.run(keyed('two', 'b'), async () => accepted('never'))).toMatchObject({ refused: true, code: 'IDEMPOTENCY_KEY_REUSED' });
    await work.run(keyed('three'), async () => refused('NOT_FOUND'));
    expect(await work.run(keyed('three'), async () => accepted('done'))).toEqual(accepted('done'));
  });
});
