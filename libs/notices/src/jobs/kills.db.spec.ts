import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { migrateQueue, roleName, SystemClock } from '#platform';
import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../../../../test/kills/chance.js';
import { KillableWorker, type WorkerPlan } from '../../../../test/kills/killable-worker.js';
import { MailWitness } from '../../../../test/kills/mail-witness.js';
import { convene, finalMinutes, scheduleMeeting } from '../../../../test/world/committee-rows.js';
import { missingOracle } from '../../../../test/oracle.js';
import { OwnRedis, redisIsHere } from '../../../../test/world/redis.js';
import { openWorld, type World } from '../../../../test/world/world.js';
import { ledger, mailbox } from '../desk.contract.js';

jest.setTimeout(300_000);

const soak = process.env['SOAK'] === '1';
// The forty kills of every run, these reminders' among them, are in `test/faults/chain.db.spec.ts`.
const kills = soak ? 300 : 2;
const seed = Number(process.env['KILL_SEED'] ?? 20_261_122);
const clock = new SystemClock();

/** Minutes become final on the 22nd; workers live on the 26th, when P+3 is due. */
const [told, lived] = ['2026-11-23T09:00:00Z', '2026-11-26T12:00:00Z'];
let world: World;
const loaded: KillableWorker[] = [];
/** The next worker loads its code while this one works. */
const nextWorker = (): KillableWorker => {
  loaded.push(KillableWorker.load());
  if (loaded.length < 2) loaded.push(KillableWorker.load());
  return loaded.shift()!;
};

const planOver = (parts: Partial<WorkerPlan>): WorkerPlan => ({
  urls: world.database,
  at: lived,
  pace: { lease: 1_500, sweep: 700, patience: 1_000, backOff: 100 },
  concurrency: 4,
  secret: 'the secret of the tests, long enough',
  ...parts,
});

beforeEach(async () => {
  world = await openWorld(told, clock);
  await migrateQueue(world.database.owner, roleName('queue'));
});
afterEach(async () => {
  await Promise.all(loaded.splice(0).map((worker) => worker.kill()));
  await world.close();
});

/** What the house owes: a meeting convened (eight notices) and, every other time, minutes final (two reminders), in facts and rows. */
class Owed {
  private readonly meetings: string[] = [];
  private readonly minutes: string[] = [];

  async grow(): Promise<void> {
    const meetingId = await scheduleMeeting(world, '2027-01-14');
    await convene(world, meetingId);
    this.meetings.push(meetingId);
    if (this.meetings.length % 2 === 1) this.minutes.push(await finalMinutes(world, `PV-2026-${this.minutes.length + 1}`));
  }

  /** Owed lines that are not there or not SENT. */
  async missing(): Promise<string[]> {
    const rows = (await world.owner.query(`select rule, object_id, state from reminder where rule in ('CONVOCATION', 'MINUTES_P+3')`)) as { rule: string; object_id: string; state: string }[];
    const sent = (rule: string, id: string): number => rows.filter((row) => row.rule === rule && row.object_id === id && row.state === 'SENT').length;
    return [...this.meetings.filter((id) => sent('CONVOCATION', id) !== 8), ...this.minutes.filter((id) => sent('MINUTES_P+3', id) !== 2)];
  }
}

/** Polls until everything owed has left and no fact waits. */
async function settled(owed: Owed, limit = 60_000): Promise<void> {
  const end = clock.now().getTime() + limit;
  for (;;) {
    const [{ open }] = (await world.owner.query(`select ((select count(*) from reminder where state = 'SENDING' or (state = 'PLANNED' and send_at <= $1)) + (select count(*) from outbox))::int as open`, [lived])) as [{ open: number }];
    const missing = open === 0 ? await owed.missing() : [];
    if (open === 0 && missing.length === 0) return;
    if (clock.now().getTime() > end) throw new Error(`seed ${seed}: ${open} open, lost: ${missing.join(', ')}`);
    await pause(50);
  }
}

/** Repeats named: how often each letter was accepted, beside how often a kill fell between its acceptance and SENT. */
class Windows {
  private readonly counts = new Map<string, number>();

  /** After a kill: lines still SENDING although their letter was accepted (RFC 1047). */
  async note(accepted: ReadonlySet<string>): Promise<string[]> {
    const open = (await ledger(world)).filter((line) => line.state === 'SENDING' && accepted.has(line.message_id)).map((line) => line.message_id);
    for (const id of open) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    return open;
  }

  /** Letters accepted more often than their windows allow: sent twice. */
  unexplained(times: ReadonlyMap<string, number>): string[] {
    return [...times].filter(([id, count]) => count > 1 + (this.counts.get(id) ?? 0)).map(([id, count]) => `${id} accepted ${count} times, ${this.counts.get(id) ?? 0} windows`);
  }
}

const counted = (ids: readonly string[]): Map<string, number> => ids.reduce((times, id) => times.set(id, (times.get(id) ?? 0) + 1), new Map<string, number>());

/** Kills workers at random moments, then lets one finish. Answers what was lost or sent twice, and the figures. */
async function killAtRandom(times: number, parts: Partial<WorkerPlan> = {}): Promise<{ wrong: string[]; figures: string }> {
  const random = chance(seed);
  const witness = await MailWitness.open();
  const [owed, windows] = [new Owed(), new Windows()];
  const plan = planOver({ smtp: witness.url, ...parts });
  for (let n = 0; n < times; n += 1) {
    await owed.grow();
    const worker = nextWorker();
    // Eight letters of four steps each, at least; 0 falls while the house opens, hears and plans.
    const steps = Math.floor(random() * 32);
    const moment = steps === 0 ? worker.begin(plan) : witness.after(steps);
    if (steps > 0) await worker.work(plan);
    await Promise.race([moment, settled(owed)]);
    await pause(random() * (steps === 0 ? 400 : 12));
    await worker.kill();
    await windows.note(new Set(witness.accepted));
  }
  const last = nextWorker();
  await last.work(plan);
  await settled(owed);
  await last.end();
  await witness.close();
  const letters = counted(witness.accepted);
  const lines = (await ledger(world)).filter(({ state }) => state === 'SENT');
  const never = lines.filter((line) => !letters.has(line.message_id)).map(({ rule, id }) => `${rule} ${id} is SENT and was never accepted`);
  const figures = `${times} kills, ${lines.length} lines, ${letters.size} letters, ${witness.accepted.length - letters.size} repeats inside the window`;
  return { wrong: [...windows.unexplained(letters), ...never, ...(letters.size === lines.length ? [] : [`a letter without its line: ${figures}`])], figures };
}

describe('AT-09: a worker killed and started again', () => {
  it(`at ${kills} random moments of the reminder path (seed ${seed}): 0 lost, 0 sent twice outside the RFC 1047 window`, async () => {
    const { wrong, figures } = await killAtRandom(kills);
    expect(wrong).toEqual([]);
    console.info(figures);
  });

  it('planted defect: a ledger that forgets each first SENT sends twice, and the same check sees it', async () => {
    await world.owner.query(`create function forget_sent() returns trigger language plpgsql as $$ begin new.state := 'PLANNED'; new.sent_at := null; return new; end $$`);
    await world.owner.query(`create trigger forget_sent before update on reminder for each row when (new.state = 'SENT' and new.attempts = 1) execute function forget_sent()`);
    const { wrong } = await killAtRandom(1);
    expect(wrong.filter((one) => /accepted [2-9] times, 0 windows/.test(one)).length).toBeGreaterThan(0);
  });

  /** Where a kill may fall, and whether a letter may then leave again; `EITHER`, where another of its handful may just have been accepted. `work.*` counts the transactions of relay, plan, take and SENT. */
  const steps = [
    ['relay.taken=kill@1', 'NEVER'], ['relay.heard=kill@1', 'NEVER'],
    ['notices.before-take=kill@2', 'EITHER'], ['notices.sending=kill@2', 'EITHER'], ['mail.before-send=kill@2', 'EITHER'],
    ['mail.after-send=kill@2', 'AGAIN'], ['notices.after-send=kill@2', 'AGAIN'], ['notices.sent=kill@2', 'EITHER'],
    ['work.before-commit=kill@1', 'EITHER'], ['work.after-commit=kill@6', 'EITHER'],
    ...(soak ? Array.from({ length: 40 }, (_, n) => [`work.${n % 2 ? 'before' : 'after'}-commit=kill@${2 + n}`, 'EITHER'] as const) : []),
  ] as const;

  it('at each of its failpoints: 0 lost; only a letter accepted and not yet SENT leaves again, once, under the same Message-ID, and is counted', async () => {
    const [owed, windows] = [new Owed(), new Windows()];
    const accepted = async (): Promise<Set<string>> => new Set((await mailbox(world)).map((letter) => letter.message_id));
    const seen: string[] = [];
    for (const [failpoint, again] of steps) {
      const worker = nextWorker();
      await worker.work(planOver({ concurrency: 1 }));
      await settled(owed);
      await worker.arm(failpoint);
      await owed.grow();
      await worker.gone;
      const open = await windows.note(await accepted());
      seen.push(`${failpoint} ${again === 'EITHER' ? 'EITHER' : open.length > 0 ? 'AGAIN' : 'NEVER'}`);
    }
    expect(seen).toEqual(steps.map(([failpoint, again]) => `${failpoint} ${again}`));
    const last = nextWorker();
    await last.work(planOver({}));
    await settled(owed);
    await last.end();
    const letters = await mailbox(world);
    const times = new Map(letters.map((letter) => [letter.message_id, letter.deliveries]));
    expect(windows.unexplained(times)).toEqual([]);
    expect([...times.values()].filter((deliveries) => deliveries > 1).length).toBeGreaterThanOrEqual(2);
    expect(letters).toHaveLength((await ledger(world)).filter(({ state }) => state === 'SENT').length);
  });
});

const here = redisIsHere();
if (!here) missingOracle('Redis (kills over BullMQ’s other backend)');
(here ? describe : describe.skip)('over Redis’s queue', () => {
  const redis = new OwnRedis();
  beforeAll(() => redis.start());
  afterAll(() => redis.remove());
  const fewer = soak ? 100 : 2;

  it(`${fewer} more kills, and the queue emptied before: 0 lost, 0 sent twice outside the window`, async () => {
    await redis.lose();
    const { wrong, figures } = await killAtRandom(fewer, { redis: redis.url });
    expect(wrong).toEqual([]);
    console.info(figures);
  });
});
