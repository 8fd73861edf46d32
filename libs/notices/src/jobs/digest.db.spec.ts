import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, civilDate } from '#kernel';
import { actorOf, heldSeats } from '#parties';
import { workerCtx, type Ctx } from '#platform';
import { askSignatures, finalMinutes } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type Who, type World } from '../../../../test/world/world.js';
import { RemindLate } from '../actions/remind-late.js';
import { SilenceReminders } from '../actions/silence-reminders.js';
import { AnsweringMailer, at, deskOver, ledger, type OpenDesk, type SeenLine } from '../desk.contract.js';
import { toldBetween } from '../store/timeline.store.js';
import { openDigest } from './open-digest.js';
import { ReminderWorldHere } from './reminder-world-here.js';

let world: World;
let open: OpenDesk;
let relayAnswers = true;
const mailer = new AnsweringMailer(async () => (relayAnswers ? { outcome: 'SENT', smtpResponse: '250' } : { outcome: 'RETRY', reason: '451 later' }));
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
  open = deskOver(world, { mailer });
  await rhythm('fr-coordinator', 'DAILY');
  await owed(true);
}, 60_000);
afterAll(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';
const rhythm = (who: Who, chosen: string): Promise<unknown> => world.owner.query('update person set mail_rhythm = $2 where id = $1', [id(who), chosen]);
/** Two plans, of 2026 and of 2027, are owed; or none is, the agreement being of the future. */
const owed = (isOwed: boolean): Promise<unknown> => world.owner.query(`update agreement set effective_on = '${isOwed ? '2025-01-01' : '2030-01-01'}'`);
const linesOf = async (who: Who): Promise<SeenLine[]> => (await ledger(world)).filter(({ person_id: person }) => person === id(who));
const seen = async (who: Who, states: readonly string[]): Promise<string[]> => (await linesOf(who)).filter(({ state }) => states.includes(state)).map(({ rule, period, state }) => (rule === 'DIGEST' ? `DIGEST ${state}` : `${rule} ${period} ${state}`));
const letters = (address: string): string[] => mailer.letters.filter(({ to }) => to.address === address).map(({ subject }) => subject);
async function as(who: Who): Promise<Ctx> {
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, id(who), { instant: world.legal.now(), zones: world.zones }));
  return ctxOf(actorOf({ personId: id(who), sessionId: null, stepUpAt: world.machine.now() }, seats));
}

describe('what a digest carries', () => {
  it('is planned again when the digest told nobody and it is owed again', async () => {
    await open.plan.run();
    for (const line of (await linesOf('fr-coordinator')).filter(({ send_at: sendAt }) => sendAt <= world.legal.now())) await open.deliver.run(line.id);
    expect((await seen('fr-coordinator', ['GATHERED'])).length).toBeGreaterThan(1);
    await owed(false);
    await open.desk.tick();
    expect(await seen('fr-coordinator', ['GATHERED', 'PLANNED', 'SENT'])).toEqual([]);
    await owed(true);
    await open.plan.run();
    expect(await seen('fr-coordinator', ['PLANNED'])).toEqual(expect.arrayContaining(['PLAN_J-60 2027 PLANNED']));
  });

  it('after an outage leaves in one mail, each matter once and as it stands', async () => {
    relayAnswers = false;
    await open.desk.tick();
    expect(await seen('fr-coordinator', ['GATHERED'])).toEqual(expect.arrayContaining(['PLAN_J-60 2027 GATHERED']));
    at(world, '2026-12-01T12:00:00Z');
    await open.desk.tick();
    relayAnswers = true;
    const before = letters('coordinator@fr.example').length;
    at(world, '2026-12-01T13:00:00Z');
    await open.desk.tick();
    await open.desk.tick();
    expect(letters('coordinator@fr.example').slice(before)).toEqual(['2 rappels de Passerelle']);
    expect(await seen('fr-coordinator', ['SENT'])).toEqual(['DIGEST SENT']);
    expect(await seen('fr-coordinator', ['GATHERED'])).toContain('PLAN_J-30 2027 GATHERED');
    expect(await seen('fr-coordinator', ['SUPERSEDED'])).toEqual(expect.arrayContaining(['PLAN_J-60 2027 SUPERSEDED', 'DIGEST SUPERSEDED']));
  });

  it('shows as sent where people look, the digest itself as no matter of its own', async () => {
    const lines = await world.app.read(await as('fr-coordinator'), (tx) => toldBetween(tx, world.partnershipId, { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-02T00:00:00Z') }));
    const mine = lines.filter(({ personId, sendAt }) => personId === id('fr-coordinator') && sendAt <= world.legal.now()).map(({ rule, period, state, sentAt }) => `${rule} ${period} ${state} ${sentAt !== null}`);
    expect(mine).toEqual(expect.arrayContaining(['PLAN_J-30 2027 SENT true']));
    expect(mine.filter((line) => line.startsWith('DIGEST') || !line.endsWith('SENT true'))).toEqual([]);
  });
});

describe('« silence jusqu’au … »', () => {
  it('outlives a change of rhythm', async () => {
    const line = (await linesOf('ma-president')).find(({ rule, period }) => rule === 'PLAN_J-21' && period === '2027')!;
    await valueOf(new SilenceReminders(world.app, world.zones, new ReminderWorldHere(world.zones)).run(await as('ma-president'), { reminderId: line.id, until: civilDate('2026-12-15') }));
    await open.desk.tick();
    const waits = async (): Promise<string | undefined> => (await linesOf('ma-president')).find(({ id: one }) => one === line.id)?.send_at.toISOString();
    const silenced = await waits();
    expect(silenced?.slice(0, 10)).toBe('2026-12-15');
    await rhythm('ma-president', 'WEEKLY');
    await open.plan.run();
    expect(await waits()).toBe(silenced);
    // Planned again, it changes nothing more; and the choice is followed once the silence is over.
    await open.plan.run();
    expect(await waits()).toBe(silenced);
  });
});

describe('« relancer les retardataires »', () => {
  it('whoever is late with several matters gets one letter with them all, and none again within 48 hours', async () => {
    await askSignatures(world, await finalMinutes(world));
    at(world, '2026-12-01T14:00:00Z');
    await open.desk.tick();
    at(world, '2026-12-20T12:00:00Z');
    const before = letters('president@fr.example').length;
    const ask = async () => new RemindLate(world.app, world.zones, new ReminderWorldHere(world.zones)).run(await as('fr-coordinator'), { partnershipId: world.partnershipId });
    await valueOf(ask());
    await open.relay.drain();
    await open.desk.sendDue();
    expect(letters('president@fr.example').slice(before)).toContain('2 affaires en retard vous attendent');
    expect((await seen('fr-president', ['GATHERED'])).map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['MINUTES_AGAIN', 'PLAN_AGAIN']));
    at(world, '2026-12-21T12:00:00Z');
    const again = await ask();
    expect(again.refused && again.code).toBe('NOBODY_LATE');
  });
});

describe('two digests that wait', () => {
  it('leave in one mail: the second was opened while the first was on its way', async () => {
    at(world, '2026-12-28T12:00:00Z');
    await open.plan.run();
    const [one, other] = (await linesOf('fr-coordinator')).filter(({ state }) => state === 'PLANNED').map((line) => line.id);
    const asked = { partnershipId: world.partnershipId, personId: id('fr-coordinator'), today: '2026-12-28', priority: 50 };
    const opened = async (line: string | undefined): Promise<unknown> => world.worker.run(workerCtx('test'), async (tx) => accepted(await openDigest(tx, { ...asked, lines: [line ?? ''] }, () => crypto.randomUUID())));
    const digests = (state: string): Promise<unknown> => world.owner.query(`update reminder set state = $1 where rule = 'DIGEST' and person_id = $2 and period = '2026-12-28'`, [state, id('fr-coordinator')]);
    await opened(one);
    await digests('SENDING');
    await opened(other);
    await digests('PLANNED');
    const before = letters('coordinator@fr.example').length;
    const mine = async () => (await linesOf('fr-coordinator')).filter(({ rule, period }) => rule === 'DIGEST' && period === '2026-12-28');
    for (const line of await mine()) await open.deliver.run(line.id);
    expect(letters('coordinator@fr.example').slice(before)).toHaveLength(1);
    expect((await mine()).map(({ state }) => state).sort()).toEqual(['SENT', 'SUPERSEDED']);
  });
});
