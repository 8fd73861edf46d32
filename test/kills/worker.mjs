// The worker half of the house, in a process of its own that a test may kill: the built code, opened as production opens it.
// First line of stdin, once its code is loaded: its plan, in JSON. Each further line: `clock <milliseconds>` puts this process's wall clock so far
// from the machine's, `cut` breaks every line it has opened, anything else is failpoints to arm. End of stdin: it closes in order.
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

let ahead = 0;
const Machine = Date;
globalThis.Date = class extends Machine {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Machine.now() + ahead] : parts));
  }
  static now() {
    return Machine.now() + ahead;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof Machine;
  }
};
const lines = new Set();
subscribe('net.client.socket', ({ socket }) => {
  lines.add(socket);
  socket.once('close', () => lines.delete(socket));
});

const built = (path) => import(pathToFileURL(join(process.env.BUILT, path)).href);
const [{ openHouse }, { LegalClock }, platform, notices] = await Promise.all(
  ['apps/api/src/house.js', 'libs/kernel/src/index.js', 'libs/platform/src/index.js', 'libs/notices/src/index.js'].map(built),
);
const { AlarmClock, BullAlarmClock, Mailer, MailboxMailer, migrateQueue, parseMailAddress, postgresQueue, Press, readFailpoints, redisQueue, SmtpMailer, SystemClock, TypstPress, WorkerWork } = platform;
const { DatabaseMailbox, MailOrigin, NoticesPace } = notices;

const said = createInterface({ input: process.stdin });
process.stdout.write('loaded\n');
const [first] = await once(said, 'line');
const { urls, at, smtp, silence, redis, pace, secret, concurrency, listens } = JSON.parse(first);
const trouble = (error) => process.stderr.write(`${error.message}\n`);

const carrier = smtp
  ? { provide: Mailer, useFactory: () => new SmtpMailer({ url: smtp, silence }) }
  : { provide: Mailer, useFactory: (work) => new MailboxMailer(new DatabaseMailbox(work)), inject: [WorkerWork] };
const queue = () => (redis ? redisQueue(redis, trouble) : postgresQueue(urls.queue, trouble));
// As `openMachines` does at each start: a queue that was lost is made again.
if (!redis && urls.owner) await migrateQueue(urls.owner, new URL(urls.queue).username);
const house = await openHouse({
  urls,
  publicUrl: 'https://passerelle.example',
  secret,
  demo: false,
  webDirectory: null,
  legalOffset: new Date(at).getTime() - new SystemClock().now().getTime(),
  providers: [
    { provide: Press, useFactory: () => new TypstPress() },
    { provide: MailOrigin, useValue: { publicUrl: 'https://passerelle.example', host: 'passerelle.example', from: parseMailAddress('ne-pas-repondre@passerelle.example').value } },
    { provide: NoticesPace, useValue: pace },
    { provide: AlarmClock, useFactory: (clock) => new BullAlarmClock({ backend: queue(), clock, onTrouble: trouble, concurrency }), inject: [LegalClock] },
    carrier,
  ],
});
said.on('line', (order) => {
  const [word, number] = order.split(' ');
  if (word === 'clock') ahead = Number(number);
  else if (word === 'cut') for (const line of lines) line.destroy();
  else readFailpoints(order);
  process.stdout.write('armed\n');
});
said.once('close', () => void house.close().then(() => process.exit(0)));
await house.startWorker();
if (listens) process.stdout.write(`listens ${await house.listen(0, '127.0.0.1')}\n`);
process.stdout.write('working\n');
