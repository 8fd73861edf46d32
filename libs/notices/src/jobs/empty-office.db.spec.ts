import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personalDuties } from '#deliberation';
import { actorOf, heldSeats } from '#parties';
import { workerCtx, type Ctx, type Tx, type WorkerWork } from '#platform';
import { finalMinutes, scheduleMeeting, sign } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { at, deskOver, ledger, mailbox } from '../desk.contract.js';
import { debtsOf } from './debts.js';

/** A Tuesday morning: one presidency has signed, the other not yet. */
let world: World;
let minutesId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-17T09:00:00Z');
  minutesId = await finalMinutes(world);
  await sign(world, minutesId, 'fr');
}, 60_000);
afterAll(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';
const ends = (who: Who, day: string): Promise<unknown> => world.owner.query('update mandate set "until" = $2 where person_id = $1 and "until" is null', [id(who), day]);
/** That person takes up the office of another, from a civil day on. */
const takesUp = (who: Who, office: Who, from: string): Promise<unknown> =>
  world.owner.query('insert into mandate (partnership_id, id, seat_id, person_id, "from") select partnership_id, $1, seat_id, $2, $3 from mandate where person_id = $4', [randomUUID(), id(who), from, id(office)]);
/** The sweep at that instant, twice: what left about an empty office, to whom. */
async function leavesAt(instant: string, work?: WorkerWork): Promise<string[]> {
  at(world, instant);
  const before = new Set((await mailbox(world)).map((letter) => letter.message_id));
  for (const { desk } of [deskOver(world, work ? { work } : {}), deskOver(world, work ? { work } : {})]) await desk.tick();
  const ids = new Map((await ledger(world, 'CHAIN_')).map((line) => [line.message_id, line.rule]));
  return (await mailbox(world)).flatMap(({ message_id: message, to_address: to }) => (before.has(message) || !ids.has(message) ? [] : [`${ids.get(message)} ${to}`])).sort();
}
const both = (rule: string): string[] => ['fr', 'ma'].map((side) => `${rule} coordinator@${side}.example`);
const planned = async (): Promise<string[]> => (await ledger(world, 'CHAIN_')).filter(({ state }) => state === 'PLANNED').map(({ rule, occurrence }) => `${rule} ${occurrence}`);
async function as(who: Who): Promise<Ctx> {
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, id(who), { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId: id(who), sessionId: null, stepUpAt: world.machine.now() }, seats));
}
const debts = () => world.worker.read(workerCtx('plan'), (tx) => debtsOf(tx, world.zones, { partnershipId: world.partnershipId, kinds: ['CHAIN'] }));

/** Who reads the seats so never sees whoever took up a presidency for good: a planted defect. */
const blindToSuccessors = (): WorkerWork => {
  const blind = <T extends Pick<Tx, 'query'>>(tx: T): T => ({ ...tx, query: (sql: string, parameters?: readonly unknown[]) => tx.query(sql.replaceAll('mandate.seat_id = seat.id', `mandate.seat_id = seat.id and not (seat.category = 'CO_PRESIDENT' and mandate."until" is null)`), parameters) });
  return Object.assign(Object.create(world.worker) as WorkerWork, {
    run: (ctx: Parameters<WorkerWork['run']>[0], act: (tx: Tx) => Promise<never>) => world.worker.run(ctx, (tx) => act(blind(tx))),
    read: (ctx: Parameters<WorkerWork['read']>[0], look: (tx: Tx) => Promise<never>) => world.worker.read(ctx, (tx) => look(blind(tx as Tx))),
  });
};

describe('a presidency emptied between two signatures (F33)', () => {
  it('while it is held, even for a day more, nobody hears of it; emptied on a Saturday, nobody hears of it that day', async () => {
    await ends('ma-president', '2026-11-21');
    expect([await leavesAt('2026-11-20T10:00:00Z'), await planned()]).toEqual([[], []]);
    expect([await leavesAt('2026-11-21T10:00:00Z'), (await planned()).length > 0]).toEqual([[], true]);
  });

  it('the first day worked on which it is empty each coordination has one letter, in its own language, and both read on their turn how far it has climbed', async () => {
    expect(await leavesAt('2026-11-23T09:30:00Z')).toEqual(both('CHAIN_D'));
    expect((await mailbox(world)).filter(({ html }) => html.includes('/people')).map(({ subject }) => subject).sort()).toEqual(expect.arrayContaining(['PV-2026-1\u00a0: plus personne ne peut signer pour Tiznit', expect.stringMatching(/لم يعد أحد/)]));
    const duties = await world.app.read(await as('fr-coordinator'), async (tx) => personalDuties(tx, tx.ctx.actor!, world.zones));
    const [debt] = await debts();
    expect(duties.filter(({ kind }) => kind === 'NAME_PRESIDENCY').map(({ kind, subjectId }) => `${kind}:${subjectId}`)).toEqual(debt?.duties);
    expect(debt).toMatchObject({ base: '2026-11-21', sides: [world.parties.ma], details: { what: 'SIGN', number: 'PV-2026-1', party: 'Tiznit', hasDesk: true } });
  });

  it('comes back after a week, then each month, and not in between', async () => {
    expect(await leavesAt('2026-11-26T15:00:00Z')).toEqual([]);
    expect(await leavesAt('2026-11-27T09:30:00Z')).toEqual(both('CHAIN_D+7'));
    expect(await leavesAt('2026-12-23T15:00:00Z')).toEqual([]);
    expect(await leavesAt('2026-12-28T10:30:00Z')).toEqual(both('CHAIN_D+7'));
    // As far ahead as the ledger is written.
    expect(await planned()).toEqual([3, 3, 4, 4, 5, 5].map((occurrence) => `CHAIN_D+7 ${occurrence}`));
  });

  it('once it is written down who takes it up, nothing is planned and nothing leaves; planted defect: a sweep that does not see her writes again', async () => {
    await takesUp('ma-elected', 'ma-president', '2027-01-10');
    expect([await leavesAt('2027-01-05T10:00:00Z'), await planned()]).toEqual([[], []]);
    expect(await leavesAt('2027-01-27T10:00:00Z')).toEqual([]);
    expect(await leavesAt('2027-01-27T10:00:00Z', blindToSuccessors())).toEqual(both('CHAIN_D+7'));
  });

  it('emptied again, it is another debt: told from its own day', async () => {
    await world.owner.query(`update mandate set "until" = '2027-02-02' where person_id = $1 and "from" = '2027-01-10'`, [id('ma-elected')]);
    expect(await leavesAt('2027-02-02T10:00:00Z')).toEqual(both('CHAIN_D'));
    await sign(world, minutesId, 'ma');
    expect([await leavesAt('2027-02-09T10:00:00Z'), await planned()]).toEqual([[], []]);
  });
});

describe('a meeting that nobody can convene', () => {
  it('is told from the day the host’s presidency emptied until its own day; where nobody coordinates the host either, the other side hears who can help', async () => {
    await scheduleMeeting(world, '2027-03-15');
    await ends('fr-president', '2027-02-15');
    await ends('fr-coordinator', '2027-02-15');
    expect(await leavesAt('2027-02-15T10:00:00Z')).toEqual(['CHAIN_D coordinator@ma.example']);
    expect(await debts()).toMatchObject([{ base: '2027-02-15', sides: [world.parties.fr], details: { what: 'CONVENE', party: 'Villeneuve-la-Garenne', day: '2027-03-15', hasDesk: false } }]);
    expect(await leavesAt('2027-02-22T10:00:00Z')).toEqual(['CHAIN_D+7 coordinator@ma.example']);
    at(world, '2027-03-16T10:00:00Z');
    expect(await debts()).toEqual([]);
  });
});
