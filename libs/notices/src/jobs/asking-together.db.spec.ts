import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seatsAt } from '#parties';
import { workerCtx, type ReadTx } from '#platform';
import { convene, finalMinutes, scheduleMeeting } from '../../../../test/world/committee-rows.js';
import { openWorld, type World } from '../../../../test/world/world.js';
import { askingTogether, together } from './asking-together.js';
import { debtsOf } from './debts.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  await convene(world, await scheduleMeeting(world, '2027-01-14'));
  await scheduleMeeting(world, '2027-02-11');
  await finalMinutes(world);
});
afterAll(() => world.close());

const nobody = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;

/** What a reading answers, and how many statements it took. */
async function counted<Answer>(read: (tx: ReadTx) => Promise<Answer>): Promise<{ answer: Answer; statements: number }> {
  let statements = 0;
  const answer = await world.worker.read(workerCtx('test'), (tx) =>
    read({ ...tx, query: (sql, parameters) => {
      statements += 1;
      return tx.query(sql, parameters);
    } }),
  );
  return { answer, statements };
}

describe('many who ask at once', () => {
  it('get what each would get alone: every debt, every seat, in the same order; in as many statements as one of them takes', async () => {
    const ids = [nobody[0], world.partnershipId, nobody[1]];
    const ask = (tx: ReadTx) => async (id: string) => ({ debts: await debtsOf(tx, world.zones, { partnershipId: id }), seats: await seatsAt(tx, id, { instant: tx.now(), zones: world.zones }) });
    const alone = await counted((tx) => together([world.partnershipId], ask(tx)));
    const many = await counted((tx) => together(ids, ask(askingTogether(tx))));
    expect(many.answer[1]).toEqual(alone.answer[0]);
    expect(alone.answer[0]?.debts.length).toBeGreaterThan(3);
    expect(many.answer[0]).toEqual({ debts: [], seats: [] });
    expect(many.answer[2]).toEqual(many.answer[0]);
    expect(many.statements).toBeLessThan(alone.statements);
  });

  it('a question that fails is told to whoever asked it, once all have ended', async () => {
    const asked = world.worker.read(workerCtx('test'), (tx) => together(nobody, (id) => askingTogether(tx).query('select id from no_such_table where id = $1', [id])));
    await expect(asked).rejects.toThrow('no_such_table');
  });
});
