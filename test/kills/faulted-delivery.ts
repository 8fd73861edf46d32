import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '#platform';
import type { OwnRedis } from '../world/redis.js';
import type { World } from '../world/world.js';
import type { Fault, ScheduledFault } from './fault-schedule.js';
import { KillableWorker, type WorkerPlan } from './killable-worker.js';
import { MailWitness } from './mail-witness.js';
import type { OwnServer } from './own-server.js';
import { Windows } from './smtp-windows.js';

/** What a delivery stands on. Without `redis`, the queue is PostgreSQL's. */
export interface DeliveryGround {
  readonly world: World;
  readonly server: OwnServer;
  readonly redis?: OwnRedis;
  readonly random: () => number;
}

const clock = new SystemClock();
/** Minutes after every hour at which the reminders of the day leave, and farther from any other than a clock jumps. */
export const lived = '2026-11-26T14:00:00Z';
const jump = 3 * 3_600_000;
/** A relay silent for so long is given up; a sender that died keeps its line so long. Milliseconds. */
const pace = { silence: 2_500, lease: 4_000, sweep: 2_000, patience: 1_000, backOff: 100 };
const asked = 'mutation($input: AskSignInCodeInput!) { askSignInCode(input: $input) { __typename } }';

/** One process of the house: 0 works, 1 works and is the API. Killed, it is started again. */
class Slot {
  private process: KillableWorker | null = null;
  private starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly plan: WorkerPlan) {}

  start(): void {
    this.starting = this.startOnce(20);
    this.starting.catch(() => undefined);
  }

  /** As a service is: ended by itself, because its database was not back yet, it is started once more. */
  private async startOnce(more: number): Promise<void> {
    const started = KillableWorker.load();
    this.process = started;
    try {
      await started.begin(this.plan);
      await started.working();
    } catch (error) {
      if (more === 0) throw error;
      // Killed meanwhile, another has been started in its place.
      if (this.process === started) await this.startOnce(more - 1);
    }
  }

  /** Once it works: a process that is still opening has nothing in its hands. */
  async running(): Promise<KillableWorker> {
    await this.starting;
    return this.process!;
  }

  async kill(): Promise<void> {
    const killed = this.process;
    this.process = null;
    await killed?.kill();
  }

  async end(): Promise<void> {
    await (await this.running()).end();
  }
}

/** Letters on their way while everything that may go wrong does. */
export class FaultedDelivery {
  /** Addresses whose sign-in code was acknowledged by the API. */
  readonly acknowledged: string[] = [];
  readonly played: Fault[] = [];
  /** Called after each fault. */
  onPlayed: () => void = () => undefined;
  private readonly slots: readonly [Slot, Slot];
  private asker = 0;

  private constructor(
    private readonly ground: DeliveryGround,
    readonly witness: MailWitness,
    readonly windows: Windows,
  ) {
    const { world, redis } = ground;
    const planOf = (door: number): WorkerPlan => ({
      urls: world.database, at: lived, smtp: witness.door(door), silence: pace.silence, pace, concurrency: 4, listens: door === 1,
      secret: 'the secret of the tests, long enough', ...(redis && { redis: redis.url }),
    });
    this.slots = [new Slot(planOf(0)), new Slot(planOf(1))];
  }

  static async open(ground: DeliveryGround): Promise<FaultedDelivery> {
    const witness = await MailWitness.open(2);
    return new FaultedDelivery(ground, witness, new Windows(ground.world, witness));
  }

  /** Plays the schedule; each fault begins when its number of letters has arrived, and no more arrive than the next one waits for. */
  async play(schedule: readonly ScheduledFault[]): Promise<void> {
    this.slots.forEach((slot) => slot.start());
    for (const { fault, letters } of schedule) {
      this.witness.allow(letters + 6);
      await this.arrived(letters);
      await this.windows.during(fault, () => this.faults[fault]());
      this.played.push(fault);
      this.onPlayed();
    }
    this.witness.allow(Infinity);
  }

  /** Resolves when the relay has been told so many more recipients. */
  async knocked(times: number): Promise<void> {
    const from = this.witness.knocks;
    while (this.witness.knocks < from + times) await pause(20);
  }

  /** Both processes work until nothing is left to do. @throws Error naming what is left after `limit` milliseconds. */
  async settle(limit = 180_000): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.running()));
    const end = clock.now().getTime() + limit;
    for (;;) {
      const left = await this.left();
      if (left === '') return;
      if (clock.now().getTime() > end) throw new Error(`still open after ${limit} ms: ${left}`);
      await pause(200);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.kill()));
    await this.witness.close();
  }

  private readonly faults: Readonly<Record<Fault, () => Promise<unknown> | void>> = {
    WORKER_KILLED: () => this.kill(0),
    API_KILLED: () => this.killApi(),
    POSTGRES_KILLED: () => this.ground.server.kill(this.ground.random() < 0.5 ? 'POSTMASTER' : 'SESSION'),
    LINES_CUT: async () => (await this.some().running()).cut(),
    QUEUE_LOST: () => this.loseQueue(),
    PUT_OFF: () => this.witness.plan('PUT_OFF', 3),
    REFUSE: () => this.witness.plan('REFUSE', 2),
    SILENCE: () => this.witness.plan('SILENCE', 2),
    DROP: () => this.witness.plan('DROP', 2),
    DISK_FULL: () => this.ground.server.starve(this.ground.world.database.name, 300),
    CLOCK_JUMPED: () => this.jump(),
  };

  private some(): Slot {
    return this.slots[this.ground.random() < 0.5 ? 0 : 1];
  }

  private async kill(place: 0 | 1): Promise<void> {
    const slot = this.slots[place];
    await slot.running();
    await slot.kill();
    await this.windows.killed(place);
    slot.start();
  }

  /** Killed while people ask it for sign-in codes: whom it answered has her code. */
  private async killApi(): Promise<void> {
    const { url } = await this.slots[1].running();
    const people = await this.nextPeople();
    // Held back by this test, or put off at each try, a code would come ever later, and every reminder would leave meanwhile.
    people.forEach((mailAddress) => this.witness.spare(mailAddress));
    const asking = people.map((mailAddress) =>
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: asked, variables: { input: { mailAddress } } }) })
        .then((answer) => answer.json() as Promise<{ data?: { askSignInCode: { __typename: string } } }>)
        .then(({ data }) => void (data?.askSignInCode.__typename === 'SignInCodeAsked' && this.acknowledged.push(mailAddress))),
    );
    // One person at least has been answered, or the API has nothing to keep.
    await Promise.any([...asking, pause(10_000)]);
    await pause(this.ground.random() * 60);
    await this.kill(1);
    await Promise.allSettled(asking);
  }

  private async nextPeople(): Promise<string[]> {
    const people = (await this.ground.world.owner.query('select mail_address from person where not mail_address = any ($1) order by id offset $2 limit 4', [[...this.witness.refused], (this.asker += 4)])) as { mail_address: string }[];
    return people.map(({ mail_address: address }) => address);
  }

  private async loseQueue(): Promise<unknown> {
    return this.ground.redis ? this.ground.redis.lose() : this.ground.world.owner.query('drop schema if exists bullmq cascade');
  }

  /** One process's wall clock is hours away for a moment, in which letters are put off; a code is not made too old by it. */
  private async jump(): Promise<void> {
    while (await this.codesWait()) {
      // A code waits neither for the next fault nor behind letters that are held back, each until its sender gives the relay up.
      this.witness.putOffHeld();
      await pause(50);
    }
    const process = await this.some().running();
    this.witness.plan('PUT_OFF', 2);
    await process.moveClock(this.ground.random() < 0.5 ? jump : -jump);
    await pause(300);
    await process.moveClock(0);
  }

  /** Resolves when so many letters have arrived. */
  private async arrived(letters: number): Promise<void> {
    const end = clock.now().getTime() + 180_000;
    while (this.witness.letters < letters) {
      if (clock.now().getTime() > end) throw new Error(`after ${this.played.join(', ')}: ${this.witness.letters} letters, ${letters} awaited; ${await this.left()}`);
      await pause(20);
    }
  }

  /** What is still to do, in words; empty when nothing is. */
  private async left(): Promise<string> {
    const lines = await this.ground.world.owner.query(
      `select rule, state, left(last_problem, 60) as problem, count(*)::int as lines, max(lease_until) as held from reminder where state in ('PLANNED', 'SENDING') and send_at <= $1 group by 1, 2, 3`, [lived]) as object[];
    const facts = await this.ground.world.owner.query('select kind, count(*)::int as facts from outbox group by 1') as object[];
    return [...lines, ...facts].map((row) => JSON.stringify(row)).join('; ');
  }

  /** Sign-in codes that are asked and have not left. */
  private async codesWait(): Promise<boolean> {
    const rows = (await this.ground.world.owner.query(
      `select from reminder where rule = 'SIGN_IN_CODE' and state in ('PLANNED', 'SENDING') union all select from outbox where kind = 'SignInCodeAsked'`)) as object[];
    return rows.length > 0;
  }
}
