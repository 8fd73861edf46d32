import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Work, type Ctx, type GraphqlRequest, type Tx, type WorkerWork } from '#platform';
import { askSignatures, finalMinutes } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, tell, type World } from '../../../../test/world/world.js';
import { ResumeSending } from '../actions/resume-sending.js';
import { SendingHoldView } from '../views/sending-hold.view.js';
import { mayLeave } from '../store/hold.store.js';
import { deskOver, ledger, mailbox } from '../desk.contract.js';

jest.setTimeout(30_000);

let world: World;
beforeEach(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());

/** What a restore leaves: an epoch that nobody has agreed to yet. */
const restored = (at = '2026-11-23T08:00:00Z', taken = '2026-11-20T08:00:00Z'): Promise<unknown> =>
  world.owner.query('insert into epoch (id, number, restored_at, backup_taken_at, backup_id) select gen_random_uuid(), coalesce(max(number), 0) + 1, $1, $2, $3 from epoch', [at, taken, 'a'.repeat(64)]);

const askCode = (personId: string): Promise<unknown> => tell(world, { kind: 'SignInCodeAsked', partnershipId: null, subject: { kind: 'signInCode', id: personId }, data: { personId } });
const letters = async (): Promise<number> => (await mailbox(world)).length;

/** A unit of work in which a guard is taken out of the SQL: a planted defect. */
const without = (guard: string): WorkerWork =>
  Object.assign(Object.create(world.worker) as Work, {
    run: (ctx: Parameters<Work['run']>[0], act: (tx: Tx) => Promise<never>) => world.worker.run(ctx, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(sql.replaceAll(guard, 'true'), parameters) })),
    read: (ctx: Parameters<Work['read']>[0], look: (tx: Tx) => Promise<never>) => world.worker.read(ctx, (tx) => look({ ...tx, query: (sql: string, parameters: readonly unknown[]) => tx.query(sql.replaceAll(guard, 'true'), parameters) } as unknown as Tx)),
  });

describe('after a restore', () => {
  it('nothing leaves, however often the desk ticks; planning goes on', async () => {
    await restored();
    await askSignatures(world, await finalMinutes(world));
    for (let n = 0; n < 3; n += 1) await deskOver(world).desk.tick();
    expect(await letters()).toBe(0);
    const lines = await ledger(world);
    expect(lines.length).toBeGreaterThan(4);
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['PLANNED']));
  });

  it('planted defect: without the condition, letters leave and the same count sees it', async () => {
    await restored();
    await askSignatures(world, await finalMinutes(world));
    await deskOver(world, { work: without(mayLeave) }).desk.tick();
    expect(await letters()).toBeGreaterThan(0);
  });

  it('a line that the queue rings for does not leave either', async () => {
    await askSignatures(world, await finalMinutes(world));
    const open = deskOver(world);
    await open.relay.drain();
    await open.plan.run();
    await restored();
    for (const { id } of await ledgerIds()) await open.deliver.run(id);
    expect([await letters(), open.troubles]).toEqual([0, []]);
  });

  it('a sign-in code asked since leaves, so that somebody can come in and agree; one asked before does not', async () => {
    const [mayor = '', technician = ''] = [world.people.get('fr-president'), world.people.get('fr-technician')];
    await askCode(technician);
    await deskOver(world).relay.drain();
    await restored('2026-11-23T10:00:00Z');
    await deskOver(world).desk.tick();
    expect(await letters()).toBe(0);
    await world.owner.query(`update epoch set restored_at = '2026-11-23T08:59:59Z'`);
    await world.owner.query(`update reminder set planned_at = '2026-11-23T08:00:00Z'`);
    await askCode(mayor);
    await deskOver(world).relay.drain();
    expect((await dueNow()).map(({ person_id: person }) => person)).toEqual([mayor]);
  });

  it('an agreement lets what is overdue leave, one letter per person and matter, and is kept with its giver', async () => {
    await restored();
    await askSignatures(world, await finalMinutes(world));
    await deskOver(world).desk.tick();
    const personId = world.people.get('fr-coordinator') ?? '';
    const ctx = coordinatorCtx(personId);
    expect(await new ResumeSending(world.app).run(ctx)).toMatchObject({ refused: false });
    await deskOver(world).desk.tick();
    const lines = await ledger(world);
    // The same as in a world never restored (ledger.db.spec.ts): J-90 is overtaken by J-60.
    expect([lines.filter(({ state }) => state === 'SENT').length, await letters()]).toEqual([6, 6]);
    expect(lines.filter(({ state }) => state === 'SUPERSEDED')).toHaveLength(2);
    expect(await world.owner.query('select resumed_by from epoch')).toEqual([{ resumed_by: personId }]);
    expect(await world.owner.query(`select kind, person_id from journal where kind = 'SendingResumed'`)).toEqual([{ kind: 'SendingResumed', person_id: personId }]);
    expect(await new ResumeSending(world.app).run(ctx)).toMatchObject({ refused: true, code: 'SENDING_NOT_HELD' });
  });

  it('where another partnership lives, a coordinator leaves it to the administrator: nothing of the hold has moved', async () => {
    await restored();
    await world.owner.query(`insert into journal_head (chain, sequence, hash) values (gen_random_uuid(), 0, '\\x')`);
    const personId = world.people.get('fr-coordinator') ?? '';
    const view = new SendingHoldView(world.app);
    expect(await new ResumeSending(world.app).run(coordinatorCtx(personId))).toMatchObject({ refused: true, code: 'RESUMED_BY_ADMIN' });
    expect(await seenHold(view, coordinatorCtx(personId))).toMatchObject({ mayResume: false, adminOnly: true });
    expect(await world.owner.query('select sending_resumed_at from epoch')).toEqual([{ sending_resumed_at: null }]);
    const admin = ctxOf({ personId, isAdmin: true });
    expect(await seenHold(view, admin)).toMatchObject({ mayResume: true });
    expect(await new ResumeSending(world.app).run(admin)).toMatchObject({ refused: false });
  });

  it('nobody agrees past the action: row-level security keeps the epoch from every request', async () => {
    await restored();
    const ctx = coordinatorCtx(world.people.get('fr-coordinator') ?? '');
    const moved = await world.app.run(ctx, async (tx) => ({ refused: false as const, value: await tx.query('update epoch set sending_resumed_at = now() returning id') }));
    expect(moved).toMatchObject({ value: [] });
  });

  it('an agreement is given once: neither changed nor removed afterwards, nor before by the application but in those two columns', async () => {
    await restored();
    await expect(world.app.run(ctxOf({}), (tx) => tx.query(`update epoch set backup_taken_at = now()`).then(() => ({ refused: false, value: null })))).rejects.toThrow('permission denied');
    await expect(world.owner.query('delete from epoch')).rejects.toThrow('never changed nor removed');
    await world.owner.query('update epoch set sending_resumed_at = restored_at');
    await expect(world.owner.query('update epoch set sending_resumed_at = null')).rejects.toThrow('never changes');
  });
});

const coordinatorCtx = (personId: string): Ctx =>
  ctxOf({ personId, partnershipIds: [world.partnershipId], seats: [{ seatId: 's', partnershipId: world.partnershipId, partyId: 'p', persona: 'COORDINATOR', votes: false }] });
const seenHold = (view: SendingHoldView, ctx: Ctx): Promise<unknown> =>
  world.app.read(ctx, (tx) => view.sendingHold({ ctx, read: async () => tx } as unknown as GraphqlRequest));
const ledgerIds = (): Promise<{ id: string }[]> => world.owner.query('select id from reminder') as Promise<{ id: string }[]>;
const dueNow = (): Promise<{ person_id: string }[]> => world.owner.query(`select person_id from reminder where state = 'PLANNED' and rule = 'SIGN_IN_CODE' and ${mayLeave}`) as Promise<{ person_id: string }[]>;
