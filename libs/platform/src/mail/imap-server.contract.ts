import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const binary = '/usr/sbin/dovecot';
/** Is Dovecot, the outside oracle, on this machine? Version 2.4 reads another configuration. */
export const hasImapServer = (): boolean => /^2\.3\./.test(spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout ?? '');

const account = 'retours';
const password = 'mot/de:passe';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

/** A real IMAP server (Dovecot) on the loopback, with one mailbox. It reads mail as an ordinary user, as it insists. */
export class ImapServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly port: number,
    private readonly owner: { uid: number; gid: number },
  ) {}

  static async open(): Promise<ImapServer> {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-imap-'));
    chmodSync(folder, 0o755);
    const me = userInfo();
    const owner = me.uid === 0 ? { uid: 65_534, gid: 65_534 } : me;
    const port = await freePort();
    for (const part of ['mail', 'mail/cur', 'mail/new', 'mail/tmp']) {
      mkdirSync(join(folder, part));
      chownSync(join(folder, part), owner.uid, owner.gid);
    }
    const users = me.uid === 0 ? [] : [`default_internal_user = ${me.username}`, `default_login_user = ${me.username}`];
    writeFileSync(join(folder, 'dovecot.conf'), [
      'protocols = imap', 'listen = 127.0.0.1', 'ssl = no', 'disable_plaintext_auth = no', ...users,
      `base_dir = ${join(folder, 'run')}`, `log_path = ${join(folder, 'log')}`, `mail_location = maildir:${join(folder, 'mail')}`, 'first_valid_uid = 1',
      `passdb {\n driver = static\n args = password=${password}\n}`,
      `userdb {\n driver = static\n args = uid=${owner.uid} gid=${owner.gid} home=${folder}\n}`,
      `service imap-login {\n chroot =\n inet_listener imap {\n  port = ${port}\n }\n inet_listener imaps {\n  port = 0\n }\n}`,
      'service anvil {\n chroot =\n}',
    ].join('\n'));
    const process = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    const server = new ImapServer(process, folder, port, owner);
    for (let n = 0; n < 200 && !(await answersAt(port)); n += 1) await pause(50);
    return server;
  }

  url(secret = password): string {
    return `imap://${account}:${encodeURIComponent(secret)}@127.0.0.1:${this.port}`;
  }

  /** Lays a message into the mailbox, as a delivery would. */
  receive(name: string, message: Buffer): void {
    const place = join(this.folder, 'mail/new', name);
    writeFileSync(place, message);
    chownSync(place, this.owner.uid, this.owner.gid);
  }

  /** How many messages are marked as seen. */
  get seen(): number {
    return readdirSync(join(this.folder, 'mail/cur')).filter((name) => /:2,[A-Z]*S/.test(name)).length;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
