import { FixedClock, LegalClock } from '#kernel';
import { AlarmClock, BullAlarmClock, FactBell, Mailer, MailboxMailer, parseMailAddress, Relay, WorkerWork, type Delivery, type Letter, type MailAddress, type QueueBackend } from '#platform';
import type { World } from '../../../test/world/world.js';
import { Deliver } from './jobs/deliver.js';
import { NoticesDesk } from './jobs/desk.js';
import { Gather } from './jobs/gather.js';
import { HearFacts } from './jobs/hear-facts.js';
import { Judge } from './jobs/judge.js';
import { usualPace, type NoticesPace } from './jobs/pace.js';
import { PlanReminders } from './jobs/plan-reminders.js';
import { Scribe } from './jobs/scribe.js';
import { DatabaseMailbox } from './store/mailbox.store.js';

const secret = { value: 'the secret of the tests, long enough' };

/** A queue whose server is away: it takes no wake and never rings. The sweep alone must do it all. */
export class AbsentQueue extends AlarmClock {
  async answers(): Promise<boolean> {
    return false;
  }
  async wake(): Promise<boolean> {
    return false;
  }
  onWake(): void {}
  async start(): Promise<void> {
    throw new Error('the queue’s server is away');
  }
  async stop(): Promise<void> {}
  async clear(): Promise<void> {}
}

export interface DeskParts {
  readonly mailer?: Mailer;
  readonly queue?: QueueBackend;
  readonly pace?: Partial<NoticesPace>;
  /** A unit of work of another process, or a planted defect. */
  readonly work?: WorkerWork;
  readonly judge?: Judge;
}

/** A desk as the house opens it, over the world's database and clocks. */
export interface OpenDesk {
  readonly desk: NoticesDesk;
  readonly deliver: Deliver;
  readonly relay: Relay;
  readonly plan: PlanReminders;
  /** What the desk complained of, in order: facts whose listener failed, lines that stumbled, an absent queue. */
  readonly troubles: string[];
  /** Works until `close`, hearing the bell of facts. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const address = (text: string): MailAddress => {
  const parsed = parseMailAddress(text);
  if (parsed.refused) throw new Error(text);
  return parsed.value;
};

/** Opens a desk over the world; several may be open at once, as several processes would be. */
export function deskOver(world: World, parts: DeskParts = {}): OpenDesk {
  const { zones } = world;
  const legal: LegalClock = world.legal;
  const work = parts.work ?? world.worker;
  const pace = { ...usualPace, ...parts.pace };
  const origin = { publicUrl: 'https://passerelle.example', host: 'passerelle.example', from: address('ne-pas-repondre@passerelle.example') };
  const troubles: string[] = [];
  const relay = new Relay(work, (_error, fact) => void troubles.push(fact));
  const told = { tell: (what: string) => void troubles.push(what) };
  const plan = new PlanReminders(work, zones, secret, origin, told);
  const mailer = parts.mailer ?? new MailboxMailer(new DatabaseMailbox(work));
  const judge = parts.judge ?? new Judge(zones);
  const gather = new Gather(judge, zones, secret, origin);
  const deliver = new Deliver(work, mailer, judge, new Scribe(zones, origin, secret, gather), gather, pace, told);
  const alarm = parts.queue ? new BullAlarmClock({ backend: parts.queue, clock: legal, onTrouble: () => undefined }) : new AbsentQueue();
  const bell = new FactBell(world.database.worker);
  const hearing = new HearFacts(relay, zones, secret, origin);
  const desk = new NoticesDesk(work, relay, plan, deliver, alarm, bell, legal, world.machine, hearing, pace, told);
  const start = async (): Promise<void> => {
    await bell.open();
    await desk.start();
  };
  const close = async (): Promise<void> => {
    await desk.stop();
    await bell.close();
  };
  return { desk, deliver, relay, plan, troubles, start, close };
}

/** A relay that answers what the test says: what a town's mail server may answer. */
export class AnsweringMailer extends Mailer {
  readonly letters: Letter[] = [];
  constructor(readonly answer: (letter: Letter, attempt: number) => Delivery | Promise<Delivery>) {
    super();
  }
  async send(letter: Letter): Promise<Delivery> {
    this.letters.push(letter);
    return this.answer(letter, this.letters.filter(({ messageId }) => messageId === letter.messageId).length);
  }
  async close(): Promise<void> {}
}

/** A line as the ledger shows it. */
export interface SeenLine {
  readonly id: string;
  readonly rule: string;
  readonly person_id: string;
  readonly period: string;
  readonly occurrence: number;
  readonly due_on: string;
  readonly send_at: Date;
  readonly state: string;
  readonly attempts: number;
  readonly last_problem: string | null;
  readonly message_id: string;
}

/** The ledger in the order of its hours; of one rule, or of all that begin with « PLAN_ ». */
export const ledger = ({ owner }: World, rule = ''): Promise<SeenLine[]> =>
  owner.query(`select id, rule, person_id, period, occurrence, due_on::text, send_at, state, attempts, last_problem, message_id from reminder where $1 in (rule, '') or (right($1, 1) = '_' and starts_with(rule, $1)) order by send_at, rule, person_id`, [rule]) as Promise<SeenLine[]>;

export interface SeenLetter {
  readonly message_id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly language: string;
  readonly html: string;
  readonly deliveries: number;
}

/** What the mailbox holds, in the order of arrival. */
export const mailbox = ({ owner }: World): Promise<SeenLetter[]> =>
  owner.query('select message_id, to_address, subject, language, html, deliveries from mailbox_message order by received_at, message_id') as Promise<SeenLetter[]>;

/** Moves the legal clock to an instant, and the machine's with it when it stands still. */
export function at(world: World, instant: string): void {
  world.legal.moveTo(new Date(instant));
  if (world.machine instanceof FixedClock) world.machine.moveTo(new Date(instant));
}
