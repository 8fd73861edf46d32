// The worker half of the house, in a process of its own that a test may kill: the built code, opened as production opens it.
// First line of stdin, once its code is loaded: its plan, in JSON. Each further line: failpoints to arm. End of stdin: it closes in order.
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const built = (path) => import(pathToFileURL(join(process.env.BUILT, path)).href);
const [{ openHouse }, { LegalClock }, platform, notices] = await Promise.all(
  ['apps/api/src/house.js', 'libs/kernel/src/index.js', 'libs/platform/src/index.js', 'libs/notices/src/index.js'].map(built),
);
const { AlarmClock, BullAlarmClock, Mailer, MailboxMailer, parseMailAddress, postgresQueue, Press, readFailpoints, redisQueue, SmtpMailer, SystemClock, TypstPress, WorkerWork } = platform;
const { DatabaseMailbox, MailOrigin, NoticesPace } = notices;

const said = createInterface({ input: process.stdin });
process.stdout.write('loaded\n');
const [first] = await once(said, 'line');
const { urls, at, smtp, redis, pace, secret, concurrency } = JSON.parse(first);
const trouble = (error) => process.stderr.write(`${error.message}\n`);

const carrier = smtp
  ? { provide: Mailer, useFactory: () => new SmtpMailer({ url: smtp }) }
  : { provide: Mailer, useFactory: (work) => new MailboxMailer(new DatabaseMailbox(work)), inject: [WorkerWork] };
const queue = () => (redis ? redisQueue(redis, trouble) : postgresQueue(urls.queue, trouble));
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
said.on('line', (failpoints) => {
  readFailpoints(failpoints);
  process.stdout.write('armed\n');
});
said.once('close', () => void house.close().then(() => process.exit(0)));
await house.startWorker();
process.stdout.write('working\n');
