import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { migrateQueue, postgresQueue, redisQueue, roleName, SystemClock, type Delivery, type QueueBackend } from '#platform';
import { setTimeout as pause } from 'node:timers/promises';
import { missingOracle } from '../../../../test/oracle.js';
import { adoptPlan, askCode, askSignatures, convene, finalMinutes, scheduleMeeting } from '../../../../test/world/committee-rows.js';
import { OwnRedis, redisIsHere } from '../../../../test/world/redis.js';
import { openWorld, type World } from '../../../../test/world/world.js';
import { AnsweringMailer, deskOver, ledger, mailbox, type DeskParts, type OpenDesk } from '../desk.contract.js';

jest.setTimeout(60_000);

const clock = new SystemClock();
const never = 3_600_000;
let world: World;
let desks: OpenDesk[] = [];

/** A queue's server, and how it loses everything it held. */
interface QueueServer {
  backend(): QueueBackend;
  lose(): Promise<void>;
}

async function until(seen: () => Promise<boolean>, limit = 30_000): Promise<void> {
  const end = clock.now().getTime() + limit;
  while (!(await seen())) {
    if (clock.now().getTime() > end) throw new Error(`not seen in time: ${JSON.stringify((await ledger(world)).map(({ rule, state }) => `${rule} ${state}`))}`);
    await pause(50);
  }
}

const sent = async (rule: string): Promise<number> => (await ledger(world, rule)).filter(({ state }) => state === 'SENT').length;

/** The reminders' own contract, whichever server keeps the wakes. */
function remindersOver(server: () => QueueServer): void {
  const open = async (parts: DeskParts): Promise<OpenDesk> => {
    const opened = deskOver(world, { ...parts, queue: server().backend() });
    desks.push(opened);
    await opened.start();
    return opened;
  };
  beforeEach(async () => {
    world = await openWorld('2026-11-23T09:00:00Z', clock);
    await migrateQueue(world.database.owner, roleName('queue'));
  });
  afterEach(async () => {
    await Promise.all(desks.map((desk) => desk.close()));
    desks = [];
    await world.close();
  });

  it('rings every line, once, though two processes work and the sweep never sends by itself', async () => {
    const pace = { patience: never };
    await askSignatures(world, await finalMinutes(world));
    await Promise.all([open({ pace }), open({ pace, work: await world.anotherWorker() })]);
    await until(async () => (await sent('SIGNATURE_REQUESTED')) === 2 && (await sent('PLAN_J-60')) === 4);
    await convene(world, await scheduleMeeting(world, '2027-01-14'));
    await until(async () => (await sent('CONVOCATION')) === 8);
    expect((await mailbox(world)).map(({ deliveries }) => deliveries)).toEqual(Array(14).fill(1));
  });

  it('rings a line at its hour, and one no longer due leaves nothing', async () => {
    const opened = await open({ pace: { patience: never } });
    await until(async () => (await sent('PLAN_J-60')) === 4);
    await adoptPlan(world, 2027);
    await finalMinutes(world);
    world.legal.moveTo(new Date('2026-11-26T07:59:59Z'));
    await opened.desk.sweep();
    world.legal.moveTo(new Date('2026-11-26T08:00:00Z'));
    await until(async () => (await sent('MINUTES_P+3')) === 1);
    world.legal.moveTo(new Date('2026-12-01T09:00:00Z'));
    await opened.desk.sweep();
    expect(await sent('PLAN_J-30')).toBe(0);
  });

  it('a sign-in code overtakes three hundred due reminders', async () => {
    await world.owner.query(
      `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
       select gen_random_uuid(), $1, 'VERSION_REPLACED', 'minutes', gen_random_uuid(), '1', $2, 1, 'MAIL', '2026-11-23', '2026-11-23T08:59:00Z', 'PLANNED', 50, 0, 'm' || n || '@passerelle.example', '{}', now()
       from generate_series(1, 300) n`,
      [world.partnershipId, world.people.get('fr-technician')],
    );
    const order: string[] = [];
    const mailer = new AnsweringMailer(async ({ subject }) => {
      await pause(20);
      order.push(subject);
      return { outcome: 'SENT', smtpResponse: '250' };
    });
    await open({ mailer, pace: { patience: never } });
    await askCode(world, world.people.get('ma-technician') ?? '');
    const code = 'رمز الدخول إلى Passerelle';
    await until(async () => order.includes(code) && order.filter((subject) => subject !== code).length >= 300);
    expect(order.length - order.indexOf(code)).toBeGreaterThan(100);
  });

  it('that loses everything loses nothing of ours: the sweep sends what it was given and forgot', async () => {
    const opened = await open({ pace: { patience: 1_000, sweep: 500 } });
    await until(async () => (await sent('PLAN_J-60')) === 4);
    await finalMinutes(world);
    world.legal.moveTo(new Date('2026-11-26T07:59:59.700Z'));
    await opened.desk.sweep();
    await server().lose();
    await convene(world, await scheduleMeeting(world, '2027-01-14'));
    await until(async () => (await sent('CONVOCATION')) === 8);
    world.legal.moveTo(new Date('2026-11-26T10:00:00Z'));
    await until(async () => (await sent('MINUTES_P+3')) === 2);
    expect((await mailbox(world)).every(({ deliveries }) => deliveries === 1)).toBe(true);
  });
}

const ignore = (): void => undefined;

describe('reminders on PostgreSQL’s queue', () => {
  remindersOver(() => ({
    backend: () => postgresQueue(world.database.queue, ignore),
    lose: async () => void (await world.owner.query('drop schema bullmq cascade')),
  }));
});

const here = redisIsHere();
if (!here) missingOracle('Redis (reminders over BullMQ’s other backend)');
(here ? describe : describe.skip)('reminders on Redis’s queue', () => {
  const redis = new OwnRedis();
  beforeAll(() => redis.start());
  beforeEach(() => redis.lose());
  afterAll(() => redis.remove());
  remindersOver(() => ({ backend: () => redisQueue(redis.url, ignore), lose: () => redis.lose() }));
});

describe('without any queue', () => {
  it('opens its doors though a relay that never answers holds all that is late', async () => {
    world = await openWorld('2026-11-23T09:00:00Z', clock);
    let hangUp = (): void => undefined;
    const silent = new Promise<Delivery>((resolve) => (hangUp = () => resolve({ outcome: 'RETRY', reason: 'silence' })));
    const mailer = new AnsweringMailer(() => silent);
    const { start, close } = deskOver(world, { mailer });
    await start();
    await until(async () => mailer.letters.length > 0);
    expect(await sent('PLAN_J-60')).toBe(0);
    hangUp();
    await close();
    await world.close();
  });

  it('a line held until an hour that no lease reaches, by a clock that has jumped back since, is free', async () => {
    world = await openWorld('2026-11-23T09:00:00Z');
    const held = deskOver(world, { mailer: new AnsweringMailer(() => ({ outcome: 'RETRY', reason: 'later' })) });
    await held.desk.tick();
    for (const [minutes, seen] of [[14, 0], [180, 4]] as const) {
      await world.owner.query(`update reminder set lease_until = $1 where rule = 'PLAN_J-60'`, [new Date(world.machine.now().getTime() + minutes * 60_000)]);
      await deskOver(world).desk.tick();
      expect(await sent('PLAN_J-60')).toBe(seen);
    }
    await world.close();
  });

  it('the sweep alone does it all', async () => {
    world = await openWorld('2026-11-23T09:00:00Z', clock);
    const { start, close, troubles } = deskOver(world);
    await askSignatures(world, await finalMinutes(world));
    await start();
    await until(async () => (await sent('SIGNATURE_REQUESTED')) === 2 && (await sent('PLAN_J-60')) === 4);
    await close();
    expect(troubles).toContain('The queue does not ring; the sweep sends meanwhile');
    await world.close();
  });
});
