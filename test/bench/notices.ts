// The house of `bench:notices` in a process of its own, API and worker as production opens them: `node notices.js <urls as JSON> <smtp url> <connections>`.
// Told `plan`, it plans once; told `work`, it works until it is ended; told `sweep`, it looks at once at what is due. It keeps a few of its letters, for whoever sends the same.
import 'reflect-metadata';
import { Mailer, migrateQueue, postgresQueue, Press, SmtpMailer, SystemClock, BullAlarmClock, AlarmClock, parseMailAddress, TypstPress, type Delivery, type Letter } from '#platform';
import { MailOrigin } from '#notices';
import { LegalClock } from '#kernel';
import { openHouse } from '../../apps/api/src/house.js';
import { NoticesDesk } from '../../libs/notices/src/jobs/desk.js';
import { NoticesPace, usualPace } from '../../libs/notices/src/jobs/pace.js';
import { PlanReminders } from '../../libs/notices/src/jobs/plan-reminders.js';
import type { BenchDatabase } from './ground.js';

const standing = '2026-11-23T10:00:00Z';
const publicUrl = 'http://localhost:3997';
const [urls = '{}', smtp = '', connections = '2'] = process.argv.slice(2);
const database = JSON.parse(urls) as BenchDatabase;
const kept: Letter[] = [];

/** Remembers two hundred letters on their way. */
class KeepingMailer extends SmtpMailer {
  override async send(letter: Letter): Promise<Delivery> {
    if (kept.length < 200 && letter.unsubscribe) kept.push(letter);
    return super.send(letter);
  }
}

function origin(): MailOrigin {
  const from = parseMailAddress('ne-pas-repondre@passerelle.example');
  if (from.refused) throw new Error(from.code);
  return { publicUrl, host: 'passerelle.example', from: from.value };
}

const trouble = (error: Error): void => console.error(error.message);
await migrateQueue(database.owner, new URL(database.queue).username);
const house = await openHouse({
  urls: database, publicUrl, secret: 'the secret of a bench, long enough to serve', demo: false, webDirectory: null, trustProxy: '127.0.0.1',
  legalOffset: new Date(standing).getTime() - new SystemClock().now().getTime(),
  providers: [
    { provide: Press, useFactory: () => new TypstPress() },
    // Sweeps when it is told, and when a fact rings: none falls beside the other side of a ratio.
    { provide: NoticesPace, useValue: { ...usualPace, sweep: 600_000 } },
    { provide: MailOrigin, useValue: origin() },
    { provide: Mailer, useFactory: () => new KeepingMailer({ url: smtp, connections: Number(connections) }) },
    { provide: AlarmClock, useFactory: (clock: LegalClock) => new BullAlarmClock({ backend: postgresQueue(database.queue, trouble), clock, onTrouble: trouble }), inject: [LegalClock] },
  ],
});
const url = await house.listen(0, '127.0.0.1');

const orders: Readonly<Record<string, () => Promise<object>>> = {
  plan: async () => {
    const from = performance.now();
    const written = await house.app.get(PlanReminders, { strict: false }).run();
    return { written, took: performance.now() - from };
  },
  work: async () => {
    await house.startWorker();
    return { working: true };
  },
  sweep: async () => {
    await house.app.get(NoticesDesk, { strict: false }).sweep();
    return { swept: true };
  },
  letters: async () => ({ letters: kept }),
};
process.on('message', (order: string) => {
  orders[order]?.().then(
    (answer) => process.send?.(answer),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url });
