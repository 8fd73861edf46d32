import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Clock } from '#kernel';
import { SystemClock, Work, type Tx, type WorkerWork } from '#platform';
import { adoptPlan, askSignatures, finalMinutes, moveMeeting, scheduleMeeting, sign, succeed } from '../../../../test/world/committee-rows.js';
import { openWorld, type Who, type World } from '../../../../test/world/world.js';
import { at, AnsweringMailer, deskOver, ledger, mailbox, type SeenLine } from '../desk.contract.js';
import { Judge, type Cleared } from './judge.js';
import { crowdOf } from './recipients.js';

jest.setTimeout(30_000);

/** A Monday morning, 38 days before the plan's deadline. */
const start = '2026-11-23T09:00:00Z';
let world: World;
beforeEach(async () => {
  world = await openWorld(start);
});
afterEach(() => world.close());

const id = (who: Who): string => world.people.get(who) ?? '';
const of = (lines: readonly SeenLine[], state: string): string[] => lines.filter((line) => line.state === state).map(({ rule }) => rule);
const keysOf = (lines: readonly SeenLine[]): string[] => lines.map(({ rule, period, person_id: person, occurrence }) => `${rule}|${period}|${person}|${occurrence}`);

/** The same unit of work, its SQL changed on the way: a planted defect. */
const rewriting = (work: WorkerWork, rewrite: (sql: string) => string): WorkerWork =>
  Object.assign(Object.create(work) as Work, {
    run: (ctx: Parameters<Work['run']>[0], act: (tx: Tx) => Promise<never>) => work.run(ctx, (tx) => act({ ...tx, query: (sql, parameters) => tx.query(rewrite(sql), parameters) })),
  });

describe('a line of the ledger', () => {
  /** Twenty ticks at once, on two desks of two processes. */
  async function tickTogether(rewrite: (sql: string) => string = (sql) => sql): Promise<{ lines: SeenLine[]; distinct: number; letters: number; sent: number }> {
    const desks = [deskOver(world, { work: rewriting(world.worker, rewrite) }), deskOver(world, { work: rewriting(await world.anotherWorker(), rewrite) })];
    await Promise.all(Array.from({ length: 20 }, (_, n) => desks[n % 2]!.desk.tick()));
    const lines = await ledger(world);
    const letters = (await mailbox(world)).reduce((sum, { deliveries }) => sum + deliveries, 0);
    return { lines, distinct: new Set(keysOf(lines)).size, letters, sent: of(lines, 'SENT').length };
  }

  it('is written once and sent once, whatever runs twice or together', async () => {
    await askSignatures(world, await finalMinutes(world));
    const { lines, distinct, letters, sent } = await tickTogether();
    expect(distinct).toBe(lines.length);
    // Two requests to sign at once, and J-60, come due on 30 October, to two co-presidents and two coordinators.
    expect([sent, letters]).toEqual([6, 6]);
    expect(of(lines, 'SUPERSEDED')).toEqual(['PLAN_J-90', 'PLAN_J-90']);
    const again = await tickTogether();
    expect(again).toMatchObject({ lines: { length: lines.length }, letters: 6 });
  });

  it('planted defect: without the unique key, lines are written twice and the same check sees it', async () => {
    await world.owner.query('alter table reminder drop constraint reminder_once, drop constraint reminder_message_once');
    const { lines, distinct } = await tickTogether((sql) => sql.replace(/on conflict on constraint reminder_once do update set[\s\S]*?reminder\.attempts = 0/, '').replace(`state = 'PLANNED' order by id`, `state = 'none of them' order by id`));
    expect(distinct).toBeLessThan(lines.length);
  });

  it('speaks the language of its reader, and shows the article of the rule in force', async () => {
    await deskOver(world).desk.tick();
    const letters = await mailbox(world);
    const [french, arabic] = ['president@fr.example', 'president@ma.example'].map((address) => letters.find((letter) => letter.to_address === address));
    expect(french).toMatchObject({ language: 'fr', subject: 'Plan d’action 2027\u00a0: plus que 37 jours' });
    expect(arabic).toMatchObject({ language: 'ar', subject: 'برنامج العمل 2027: بقي 37 يوماً' });
    for (const letter of [french, arabic]) expect(letter?.html).toContain('avant le 31 décembre de l’année n-1');
    expect(arabic?.html).toContain('dir="rtl"');
  });

  it('follows the office: the successor is asked, the predecessor no more', async () => {
    await succeed(world, id('fr-president'), { personId: id('fr-technician'), day: '2026-11-20' });
    await deskOver(world).desk.tick();
    const told = (await ledger(world, 'PLAN_J-30')).map((line) => line.person_id);
    expect(told).toContain(id('fr-technician'));
    expect(told).not.toContain(id('fr-president'));
  });
});

/** Asks everybody's clearance but not whether it is still due. */
class CredulousJudge extends Judge {
  override async clear(tx: Tx, line: Parameters<Judge['clear']>[1]): Promise<Cleared | null> {
    const reader = (await crowdOf(tx, line.partnershipId, world.zones)).reader(line.personId);
    return reader ? { reader, debt: null } : null;
  }
}

describe('« still due? », asked just before leaving', () => {
  /** Signatures come between the planning of P+3 and its hour. Answers what left after them, and the states. */
  async function signedBetween(judge?: Judge): Promise<{ letters: number; states: string[] }> {
    const minutesId = await finalMinutes(world);
    const { desk, deliver } = deskOver(world, judge ? { judge } : {});
    await desk.tick();
    const before = (await mailbox(world)).length;
    await sign(world, minutesId, 'fr');
    at(world, '2026-11-26T10:00:00Z');
    const lines = await ledger(world, 'MINUTES_P+3');
    for (const line of lines) await deliver.run(line.id);
    return { letters: (await mailbox(world)).length - before, states: (await ledger(world, 'MINUTES_P+3')).map(({ person_id: person, state }) => `${person === id('fr-president') ? 'fr' : 'ma'} ${state}`).sort() };
  }

  it('a signature given between planning and sending: that reminder does not leave, the other does', async () => {
    expect(await signedBetween()).toEqual({ letters: 1, states: ['fr CANCELLED', 'ma SENT'] });
  });

  it('planted defect: a judge who does not ask sends both, and the same check sees it', async () => {
    expect(await signedBetween(new CredulousJudge(world.zones))).toEqual({ letters: 2, states: ['fr SENT', 'ma SENT'] });
  });

  it('a plan adopted between planning and sending: nothing leaves', async () => {
    const { desk, deliver } = deskOver(world);
    await desk.tick();
    const before = (await mailbox(world)).length;
    await adoptPlan(world, 2027);
    at(world, '2026-12-01T10:00:00Z');
    for (const line of await ledger(world, 'PLAN_J-30')) await deliver.run(line.id);
    expect(new Set((await ledger(world, 'PLAN_J-30')).map(({ state }) => state))).toEqual(new Set(['CANCELLED']));
    expect(await mailbox(world)).toHaveLength(before);
  });

  it('what was cancelled before any attempt comes back when it is owed again', async () => {
    const { desk } = deskOver(world);
    await adoptPlan(world, 2027);
    await desk.tick();
    expect(of(await ledger(world, 'PLAN_J-30'), 'PLANNED')).toHaveLength(0);
    await world.owner.query(`update action_plan set state = 'FROZEN', decision_id = null, adopted_at = null`);
    await desk.tick();
    expect(of(await ledger(world, 'PLAN_J-30'), 'PLANNED')).toHaveLength(4);
  });
});

describe('after an outage', () => {
  it('late steps merge into one current mail, which says « en retard » and not « J-3 »', async () => {
    const { desk, plan } = deskOver(world);
    await plan.run();
    // Back on a Saturday: nobody is written to before Monday at nine.
    at(world, '2027-01-02T10:00:00Z');
    await desk.tick();
    expect(await mailbox(world)).toEqual([]);
    at(world, '2027-01-04T10:00:00Z');
    await desk.tick();
    const [letter, ...others] = (await mailbox(world)).filter(({ to_address: to }) => to === 'president@fr.example');
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Plan d’action 2027\u00a0: en retard');
    const mine = (await ledger(world)).filter(({ person_id: person }) => person === id('fr-president'));
    expect(of(mine, 'SENT')).toEqual(['PLAN_J']);
    expect(of(mine, 'SUPERSEDED')).toEqual(['PLAN_J-60', 'PLAN_J-30', 'PLAN_J-21', 'PLAN_J-15', 'PLAN_J-7', 'PLAN_J-3', 'PLAN_J-1']);
  });

  it('nobody is asked again within 48 hours of the first request, and planning again does not shorten it', async () => {
    const minutesId = await finalMinutes(world);
    await askSignatures(world, minutesId);
    const { desk } = deskOver(world);
    at(world, '2026-11-24T12:00:00Z');
    await desk.tick();
    at(world, '2026-11-26T10:00:00Z');
    await desk.tick();
    await desk.tick();
    const waiting = await ledger(world, 'MINUTES_P+3');
    expect(waiting.map(({ state, send_at: sendAt }) => `${state} ${sendAt.toISOString()}`)).toEqual(Array(2).fill('PLANNED 2026-11-26T12:00:00.000Z'));
    at(world, '2026-11-26T12:00:00Z');
    await desk.tick();
    expect(of(await ledger(world, 'MINUTES_P+3'), 'SENT')).toHaveLength(2);
  });

  it('two plans of two years do not overtake one another', async () => {
    await world.owner.query(`update agreement set effective_on = '2025-01-01'`);
    await deskOver(world).desk.tick();
    const told = (await ledger(world)).filter(({ person_id: person, state }) => person === id('fr-president') && state === 'SENT').map(({ period }) => period);
    expect(told.sort()).toEqual(['2026', '2027']);
  });
});

describe('a digest (F15)', () => {
  const rhythm = (who: Who, chosen: string): Promise<unknown> => world.owner.query('update person set mail_rhythm = $2 where id = $1', [id(who), chosen]);
  const toDesk = async (): Promise<string[]> => (await mailbox(world)).filter(({ to_address: to }) => to === 'coordinator@fr.example').map(({ subject }) => subject);
  const ofDesk = async (): Promise<SeenLine[]> => (await ledger(world)).filter(({ person_id: person }) => person === id('fr-coordinator'));

  it('carries what is due together in one mail, once; each line says so, and what is no longer owed is left out', async () => {
    await rhythm('fr-coordinator', 'DAILY');
    await world.owner.query(`update agreement set effective_on = '2025-01-01'`);
    await Promise.all([deskOver(world).desk.tick(), deskOver(world, { work: await world.anotherWorker() }).desk.tick()]);
    expect(await toDesk()).toEqual(['2 rappels de Passerelle']);
    const [letter] = (await mailbox(world)).filter(({ to_address: to }) => to === 'coordinator@fr.example');
    expect(letter?.html).toContain('2026');
    expect(letter?.html).toContain('/my-data#reminders');
    expect([of(await ofDesk(), 'SENT'), of(await ofDesk(), 'GATHERED').length]).toEqual([['DIGEST'], 2]);
    await deskOver(world).desk.tick();
    expect(await toDesk()).toHaveLength(1);
    // The other coordination chose nothing: two mails, as before.
    expect((await mailbox(world)).filter(({ to_address: to }) => to === 'coordinator@ma.example')).toHaveLength(2);
  });

  it('planted defect: without the mark on what it carries the lines leave again, and the same check sees it', async () => {
    await rhythm('fr-coordinator', 'DAILY');
    await world.owner.query(`update agreement set effective_on = '2025-01-01'`);
    await deskOver(world, { work: rewriting(world.worker, (sql) => sql.replace(`set state = 'GATHERED'`, 'set state = state')) }).desk.tick();
    expect((await toDesk()).length).not.toBe(1);
  });

  it('leaves out what is settled between the gathering and the hour, and never holds back a request to sign', async () => {
    await rhythm('fr-coordinator', 'DAILY');
    await rhythm('fr-president', 'WEEKLY');
    await world.owner.query(`update agreement set effective_on = '2025-01-01'`);
    await askSignatures(world, await finalMinutes(world));
    const { desk, deliver, plan } = deskOver(world);
    await plan.run();
    for (const line of (await ofDesk()).filter(({ send_at: sendAt }) => sendAt <= world.legal.now())) await deliver.run(line.id);
    expect(await toDesk()).toEqual([]);
    await adoptPlan(world, 2027);
    await desk.tick();
    const [letter] = (await mailbox(world)).filter(({ to_address: to }) => to === 'coordinator@fr.example');
    expect(letter?.html).toContain('action 2026');
    expect(letter?.html).not.toContain('action 2027');
    expect((await mailbox(world)).filter(({ to_address: to }) => to === 'president@fr.example').map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^À signer/));
  });

  it('of the week brings its deadlines on its first day worked, and the choice moves what is planned', async () => {
    const { plan } = deskOver(world);
    const days = async (): Promise<string[]> => (await ofDesk()).filter(({ rule }) => ['PLAN_J-30', 'PLAN_J-3', 'PLAN_J-1'].includes(rule)).map(({ rule, due_on: on }) => `${rule} ${on}`).sort();
    await plan.run();
    expect(await days()).toEqual(['PLAN_J-1 2026-12-30', 'PLAN_J-3 2026-12-28', 'PLAN_J-30 2026-12-01']);
    await rhythm('fr-coordinator', 'WEEKLY');
    await plan.run();
    expect(await days()).toEqual(['PLAN_J-1 2026-12-28', 'PLAN_J-3 2026-12-28', 'PLAN_J-30 2026-11-30']);
  });
});

describe('AT-09', () => {
  it('session moved: its reminders are planned again for the new day', async () => {
    const meetingId = await scheduleMeeting(world, '2027-01-14');
    const { desk } = deskOver(world);
    await desk.tick();
    const days = async (state: string): Promise<string[]> => (await ledger(world, 'MEETING_S-30')).filter((line) => line.state === state).map(({ due_on: on, person_id: person }) => `${on} ${person === id('fr-president')}`);
    expect(await days('PLANNED')).toEqual(['2026-12-15 true']);
    await moveMeeting(world, meetingId, '2027-01-21');
    await desk.tick();
    expect(await days('PLANNED')).toEqual(['2026-12-22 true']);
    expect(await days('CANCELLED')).toEqual(['2026-12-15 true']);
  });

  it('plan adopted: the pending ones are cancelled, the calls to sign stay', async () => {
    const { desk } = deskOver(world);
    await desk.tick();
    await adoptPlan(world, 2027);
    await desk.tick();
    const mine = (await ledger(world, 'PLAN_')).filter(({ person_id: person }) => person === id('ma-president'));
    expect(of(mine, 'CANCELLED')).toEqual(['PLAN_J-30', 'PLAN_J-21', 'PLAN_J-15', 'PLAN_J+15', 'PLAN_J+30']);
    expect(of(mine, 'PLANNED')).toEqual(['PLAN_J-10', 'PLAN_J-7', 'PLAN_J-3', 'PLAN_J-1', 'PLAN_J']);
  });
});

describe('a letter under way', () => {
  /** Two processes take the same due line while the relay is slow. Answers how many letters left. */
  async function twoSenders(rewrite: (sql: string) => string = (sql) => sql, clocks: readonly Clock[] = []): Promise<number> {
    let open = (): void => undefined;
    const relayOpens = new Promise<void>((resolve) => (open = resolve));
    const mailer = new AnsweringMailer(async () => {
      await relayOpens;
      return { outcome: 'SENT', smtpResponse: '250' };
    });
    const works = [await world.anotherWorker(clocks[0]), await world.anotherWorker(clocks[1])].map((work) => rewriting(work, rewrite));
    const [one, other] = [deskOver(world, { mailer, work: works[0]! }), deskOver(world, { mailer, work: works[1]! })];
    await one.plan.run();
    const line = (await ledger(world, 'PLAN_J-60')).find(({ state }) => state === 'PLANNED');
    const first = one.deliver.run(line!.id);
    while (mailer.letters.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const second = other.deliver.run(line!.id);
    await world.owner.query('select pg_sleep(0.2)');
    open();
    await Promise.all([first, second]);
    return mailer.letters.length;
  }

  it('belongs to its sender until the lease ends, though another process’s clock has jumped hours ahead; planted defect: held by each one’s own clock, it leaves twice', async () => {
    const ahead = (clock: Clock): Clock => Object.assign(Object.create(clock) as Clock, { now: () => new Date(clock.now().getTime() + 10_800_000) });
    expect(await twoSenders()).toBe(1);
    expect(await twoSenders(undefined, [new SystemClock(), ahead(new SystemClock())])).toBe(1);
    expect(await twoSenders(undefined, [world.machine, ahead(world.machine)])).toBe(2);
  });

  it('planted defect: without the SENDING mark and its lease it leaves twice, and the same check sees it', async () => {
    expect(await twoSenders((sql) => sql.replace(/set state = 'SENDING', attempts = mark.attempt, lease_until = .* interval '1 millisecond'/, `set attempts = mark.attempt + 0 * $2::float8::int`))).toBe(2);
  });

  it('of a sender that came too late is not counted: the line is its successor’s', async () => {
    const { deliver, plan } = deskOver(world, { mailer: new AnsweringMailer(async () => ({ outcome: 'SENT', smtpResponse: '250' })) });
    const slow = deskOver(world, {
      work: await world.anotherWorker(),
      mailer: new AnsweringMailer(async () => {
        at(world, '2026-11-23T09:02:00Z');
        await deliver.run(line!.id);
        return { outcome: 'REFUSED', permanent: true, reason: 'too late to say so' };
      }),
    });
    await plan.run();
    const [line] = await ledger(world, 'PLAN_J-60');
    await slow.deliver.run(line!.id);
    expect((await ledger(world)).find((one) => one.id === line!.id)).toMatchObject({ state: 'SENT', attempts: 2 });
    const told = (await world.owner.query(`select kind from journal where subject_id = $1`, [line!.id])) as object[];
    expect(told).toEqual([{ kind: 'ReminderSent' }]);
  });
});
