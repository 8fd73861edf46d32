import { join } from 'node:path';
import { MailOrigin, NoticesDesk, NoticesPace } from '#notices';
import { AlarmClock, BullAlarmClock, Mailer, migrateQueue, parseMailAddress, postgresQueue, Press, roleName, SmtpMailer, SystemClock, TypstPress, Work } from '#platform';
import { LegalClock } from '#kernel';
import { openHouse, type House } from '../../apps/api/src/house.js';
import { NoticesTroubles } from '../../libs/notices/src/jobs/troubles.js';
import { MailWitness } from '../kills/mail-witness.js';
import { openWorld, type Who, type World } from '../world/world.js';
import { signEverybodyIn } from './chain.js';

/** How a point breaks: nothing leaves; the line is dead; it has left and nobody waits; its answer came and is lost. */
export type How = 'before' | 'cut' | 'sent' | 'after';
/** What was counted since `watch`, what was broken, and what is still to break. */
export interface Watched {
  readonly seen: readonly string[];
  readonly struck: readonly string[];
  readonly at: ReadonlyMap<number | string, How>;
}
interface Points {
  watch(of: readonly string[], at: readonly (readonly [number | string, How])[], strike: () => Error): Watched;
  unwatch(): void;
  countPress(prototype: object): void;
  countRelay(port: number): () => void;
}
interface Defects {
  splitsActs(work: Work): void;
  forgetsKeys(work: Work): void;
}
const here = (file: string) => join(process.cwd(), 'test/faults', file);
export const points = (await import(here('points.mjs'))) as Points;
export const defects = (await import(here('defects.mjs'))) as Defects;

/** The day on which the chain is played, on the legal clock. */
export const played = '2026-11-22T09:00:00Z';
export const secret = 'the secret of the tests, long enough';

export const pace = { lease: 700, sweep: 500, patience: 700, backOff: 20 };

/** A house in this process whose ways out are counted: its world, its relay, and everybody signed in. */
export interface CountedHouse {
  readonly world: World;
  readonly house: House;
  readonly url: string;
  readonly witness: MailWitness;
  readonly cookies: ReadonlyMap<Who, string>;
  /** The desk hears, plans and sends once; true when it went to its end. */
  tick(): Promise<boolean>;
  close(): Promise<void>;
}

export async function openCountedHouse(): Promise<CountedHouse> {
  const world = await openWorld(played, new SystemClock());
  await migrateQueue(world.database.owner, roleName('queue'));
  const cookies = await signEverybodyIn(world);
  const witness = await MailWitness.open();
  points.countPress(TypstPress.prototype);
  const uncount = points.countRelay(Number(new URL(witness.url).port));
  const from = parseMailAddress('ne-pas-repondre@passerelle.example');
  if (from.refused) throw new Error(from.code);
  const publicUrl = 'https://passerelle.example';
  const house = await openHouse({
    urls: world.database, publicUrl, secret, demo: false, webDirectory: null,
    legalOffset: new Date(played).getTime() - new SystemClock().now().getTime(),
    providers: [
      { provide: Press, useFactory: () => new TypstPress() },
      { provide: MailOrigin, useValue: { publicUrl, host: 'passerelle.example', from: from.value } },
      { provide: NoticesPace, useValue: pace },
      { provide: NoticesTroubles, useValue: { tell: () => undefined } },
      { provide: AlarmClock, useFactory: (clock: LegalClock) => new BullAlarmClock({ backend: postgresQueue(world.database.queue, () => undefined), clock, onTrouble: () => undefined, concurrency: 1 }), inject: [LegalClock] },
      { provide: Mailer, useFactory: () => new SmtpMailer({ url: witness.url, connections: 1 }) },
    ],
  });
  // Hundreds of planted faults would be told.
  house.app.useLogger(false);
  const url = await house.listen(0, '127.0.0.1');
  const tick = (): Promise<boolean> => house.app.get(NoticesDesk).tick().then(() => true, () => false);
  const close = async (): Promise<void> => {
    points.unwatch();
    uncount();
    await house.close(250);
    await witness.close();
    await world.close();
  };
  return { world, house, url, witness, cookies, tick, close };
}
