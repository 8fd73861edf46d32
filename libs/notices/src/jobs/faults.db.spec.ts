import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { actorOf, heldSeats } from '#parties';
import { SystemClock } from '#platform';
import { chance } from '../../../../test/kills/chance.js';
import { deliveredOnce } from '../../../../test/kills/delivered-once.js';
import { faults, scheduleOf } from '../../../../test/kills/fault-schedule.js';
import { FaultedDelivery } from '../../../../test/kills/faulted-delivery.js';
import { manyReaders } from '../../../../test/kills/many-readers.js';
import { OwnServer } from '../../../../test/kills/own-server.js';
import { missingOracle } from '../../../../test/oracle.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { OwnRedis, redisIsHere } from '../../../../test/world/redis.js';
import { openWorld, type World } from '../../../../test/world/world.js';
import { RemindersView } from '../views/reminders.view.js';

const soak = process.env['SOAK'] === '1';
jest.setTimeout(soak ? 3_600_000 : 600_000);

const seed = Number(process.env['FAULT_SEED'] ?? 20_261_122);
const ground = { partnerships: 100, readers: 20, faults: soak ? 300 : 30 };
const owed = ground.partnerships * ground.readers;
const clock = new SystemClock();
const random = chance(seed);
let server: OwnServer;
let world: World;
let delivery: FaultedDelivery;

beforeAll(async () => {
  server = await OwnServer.open();
});
afterAll(() => server.close());

/** One queue's ground and its delivery, for all the tests of its block. */
function overQueue(redis?: OwnRedis): void {
  beforeAll(async () => {
    world = await openWorld('2026-11-23T09:00:00Z', clock);
    await manyReaders(world, ground);
    delivery = await FaultedDelivery.open({ world, server, random, ...(redis && { redis }) });
  });
  afterAll(async () => {
    await delivery.close();
    await world.close();
  });
  it(`${ground.faults} faults of every kind on ${owed} reminders: 0 lost, 0 sent twice outside the SMTP window`, befallen);
}

/** What a coordinator of the first partnership is shown of the letters that will never arrive. */
async function failuresShown(): Promise<number> {
  const [row] = (await world.owner.query(
    `select seat.partnership_id as "partnershipId", mandate.person_id as "personId" from reminder join seat using (partnership_id) join mandate on mandate.partnership_id = seat.partnership_id and seat_id = seat.id
     where state = 'FAILED' and category = 'COORDINATOR' limit 1`,
  )) as { partnershipId: string; personId: string }[];
  if (!row) return 0;
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, row.personId, { instant: world.legal.now(), zones: world.zones }));
  const ctx = ctxOf(actorOf({ personId: row.personId, sessionId: null, stepUpAt: null }, seats));
  const shown = await world.app.read(ctx, (tx) => new RemindersView(world.zones).reminders(row.partnershipId, 500, { ctx, read: async () => tx }));
  return shown.filter(({ state, lastProblem }) => state === 'FAILED' && lastProblem?.includes('no such mailbox')).length;
}

async function befallen(): Promise<void> {
  const began = clock.now().getTime();
  const seconds = (): number => Math.round((clock.now().getTime() - began) / 1000);
  /** At each fault, letters that are still to leave. */
  const toLeave: number[] = [];
  delivery.onPlayed = () => {
    toLeave.push(owed - delivery.witness.letters);
    if (soak && toLeave.length % 20 === 0) process.stderr.write(`${toLeave.length} of ${ground.faults} faults, ${delivery.witness.letters} letters, ${seconds()} s\n`);
  };
  await delivery.play(scheduleOf(random, { letters: owed, faults: ground.faults }));
  // A letter that met many faults is tried again after fifteen minutes at most.
  await delivery.settle(soak ? 1_000_000 : undefined);
  const { wrong, ...figures } = await deliveredOnce(world, delivery, { rule: 'PLAN_J-60', lines: owed });
  expect(wrong).toEqual([]);
  expect(delivery.played).toHaveLength(ground.faults);
  expect(Math.min(...toLeave)).toBeGreaterThan(owed / 10);
  expect(new Set(delivery.played)).toEqual(new Set(faults));
  expect(figures.failed).toBeGreaterThan(0);
  expect(await failuresShown()).toBeGreaterThan(0);
  expect(delivery.acknowledged.length).toBeGreaterThan(0);
  console.info(`seed ${seed}: ${JSON.stringify({ faults: ground.faults, ...figures, misdeeds: delivery.witness.misdeeds(), codes: delivery.acknowledged.length, seconds: seconds() })}`);
}

/** Eight more letters are due, each in a partnership of its own, while the ledger itself is spoiled. Answers what the same verdict says of them. */
async function spoiled(change: string, meanwhile: () => Promise<void>): Promise<readonly string[]> {
  const rule = 'VERSION_REPLACED';
  await world.owner.query(`create function spoil() returns trigger language plpgsql as $$ begin ${change} return new; end $$`);
  await world.owner.query(`create trigger spoil before update on reminder for each row when (new.state = 'SENDING' and new.rule = '${rule}') execute function spoil()`);
  await world.owner.query(
    `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
     select gen_random_uuid(), partnership_id, $1, 'minutes', gen_random_uuid(), '1', (array_agg(person_id order by person_id))[1], 1, 'MAIL', '2026-11-26', '2026-11-26T13:00:00Z', 'PLANNED', 50, 0, md5(partnership_id::text || random()) || '@passerelle.example', '{}', now()
     from mandate join person on person.id = person_id where not mail_address = any ($2) group by partnership_id limit 8`, [rule, [...delivery.witness.refused]]);
  await meanwhile();
  await delivery.settle();
  await world.owner.query('drop trigger spoil on reminder; drop function spoil');
  const { wrong } = await deliveredOnce(world, delivery, { rule, lines: 8 });
  await world.owner.query('delete from reminder where rule = $1', [rule]);
  return wrong;
}

describe('on PostgreSQL’s queue', () => {
  overQueue();

  it('planted defect: a claim that holds nothing sends twice, and the same verdict sees it', async () => {
    const { witness } = delivery;
    const wrong = await spoiled('new.lease_until := null;', async () => {
      witness.allow(witness.letters);
      await delivery.knocked(9);
      witness.allow(Infinity);
    });
    expect(wrong.filter((one) => one.startsWith('sent twice: ')).length).toBeGreaterThan(0);
  });

  it('planted defect: SENT written before the letter leaves loses it, and the same verdict sees it', async () => {
    const wrong = await spoiled(`new.state := 'SENT'; new.sent_at := now(); new.lease_until := null;`, async () => delivery.witness.plan('PUT_OFF', 8));
    expect(wrong.filter((one) => /^lost: .* is SENT and never came$/.test(one)).length).toBeGreaterThan(0);
  });
});

const here = redisIsHere();
if (!here) missingOracle('Redis (faults over BullMQ’s other backend)');
(here ? describe : describe.skip)('on Redis’s queue', () => {
  const redis = new OwnRedis();
  beforeAll(() => redis.start());
  afterAll(() => redis.remove());
  overQueue(redis);
});
