// The whole house in a process of its own that a test kills: the built code, its door open, its desk working when told.
// First line of stdin, once its code is loaded: its plan, in JSON. Each further line: a command, answered by its mark.
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import * as defects from './defects.mjs';
import { countPress, countRelay, watch } from './points.mjs';

const built = (path) => import(pathToFileURL(join(process.env.BUILT, path)).href);
const [{ openHouse }, platform, { MailOrigin, NoticesDesk, NoticesPace }] = await Promise.all(['apps/api/src/house.js', 'libs/platform/src/index.js', 'libs/notices/src/index.js'].map(built));
const { AlarmClock, BullAlarmClock, Mailer, parseMailAddress, postgresQueue, Press, SmtpMailer, SystemClock, TypstPress, Work } = platform;

const said = createInterface({ input: process.stdin });
process.stdout.write('loaded\n');
const [first] = await once(said, 'line');
const { urls, at, smtp, pace, secret, defect } = JSON.parse(first);
const trouble = (error) => process.stderr.write(`${error.message}\n`);
const machine = new SystemClock();
countPress(TypstPress.prototype);
countRelay(Number(new URL(smtp).port));

const publicUrl = 'https://passerelle.example';
const house = await openHouse({
  urls, publicUrl, secret, demo: false, webDirectory: null,
  legalOffset: new Date(at).getTime() - machine.now().getTime(),
  providers: [
    { provide: Press, useFactory: () => new TypstPress() },
    { provide: MailOrigin, useValue: { publicUrl, host: 'passerelle.example', from: parseMailAddress('ne-pas-repondre@passerelle.example').value } },
    { provide: NoticesPace, useValue: pace },
    { provide: AlarmClock, useFactory: () => new BullAlarmClock({ backend: postgresQueue(urls.queue, trouble), clock: machine, onTrouble: trouble }) },
    { provide: Mailer, useFactory: () => new SmtpMailer({ url: smtp, connections: 1 }) },
  ],
});
if (defect) defects[defect](house.app.get(Work));

function die() {
  process.kill(process.pid, 'SIGKILL');
  // Nothing may follow.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
let counted;
async function obeyed(command) {
  if (command.watch) counted = watch(command.watch.of, command.watch.at, die);
  if (command.tick) await house.app.get(NoticesDesk).tick().catch(trouble);
  return command.count ? { seen: counted.seen, struck: counted.struck } : {};
}
said.on('line', (line) => {
  const { mark, ...command } = JSON.parse(line);
  void obeyed(command).then((answer) => process.stdout.write(`${mark}${JSON.stringify(answer)}\n`));
});
process.stdout.write(`listening at ${await house.listen(0, '127.0.0.1')}\n`);
