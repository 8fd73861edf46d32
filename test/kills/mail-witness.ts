import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { SystemClock } from '#platform';

/** A step of one SMTP exchange, as the relay sees it. */
export type Step = 'CONNECTED' | 'SENDER' | 'RECIPIENT' | 'BODY' | 'ACCEPTED';

/** What a relay may do with a letter instead of taking it: put off (451), refuse its reader for ever (550), fall silent, take it and hang up before saying so. */
export type Misdeed = 'PUT_OFF' | 'REFUSE' | 'SILENCE' | 'DROP';

/** A letter that was taken: what its reader received, once for each. */
export interface Taken {
  readonly messageId: string;
  readonly to: string;
  /** The relay's door it came by; each process of the house may have its own. */
  readonly door: number;
  readonly at: Date;
  /** The relay hung up before it said so. */
  readonly dropped: boolean;
}

const clock = new SystemClock();
const no = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** A relay on the loopback that outlives the house: what it took is what readers received. */
export class MailWitness {
  /** In the order of acceptance, repeats included. */
  readonly taken: Taken[] = [];
  /** Their Message-IDs. */
  readonly accepted: string[] = [];
  /** Readers it refuses for ever, since somebody planned so. */
  readonly refused = new Set<string>();
  /** How often a recipient was named to it. */
  knocks = 0;
  private most = Infinity;
  /** Of readers whom somebody spares: how many misdeeds they may still meet. */
  private readonly spared = new Map<string, number>();
  private held: { readonly port: number; go(error?: Error): void }[] = [];
  private readonly distinct = new Set<string>();
  private readonly sockets = new Set<Socket>();
  private readonly planned: Misdeed[] = [];
  private readonly played = new Map<Misdeed, number>();
  private onStep: (step: Step) => void = () => undefined;

  private constructor(private readonly servers: SMTPServer[]) {}

  /** @param doors ports it listens on */
  static async open(doors = 1): Promise<MailWitness> {
    const servers: SMTPServer[] = [];
    const witness = new MailWitness(servers);
    for (let door = 0; door < doors; door += 1) servers.push(await witness.listen(door));
    return witness;
  }

  get url(): string {
    return this.door(0);
  }

  /** Address of one of its doors. */
  door(door: number): string {
    return `smtp://127.0.0.1:${(this.servers[door]!.server.address() as AddressInfo).port}`;
  }

  /** How many letters it has, each counted once. */
  get letters(): number {
    return this.distinct.size;
  }

  /** The next letters meet these, one each. */
  plan(misdeed: Misdeed, times: number): void {
    this.planned.push(...Array<Misdeed>(times).fill(misdeed));
  }

  /** This reader waits for a code: her letters are not held back, never refused, and meet two misdeeds at most, as greylisting does. What was planned meets the next. */
  spare(address: string): void {
    this.spared.set(address, 2);
  }

  /** It takes letters until it has so many; whoever brings more waits until more are allowed. */
  allow(letters: number): void {
    this.most = letters;
    this.forgetGone();
    for (const { go } of this.held.splice(0, Math.max(0, letters - this.letters))) go();
  }

  /** Letters it holds back are put off instead: what stands behind them in a sender's pool comes forward, and they come again. */
  putOffHeld(): void {
    this.forgetGone();
    for (const { go } of this.held.splice(0)) go(no(451, 'come back later'));
  }

  /** How often each misdeed was met. */
  misdeeds(): Readonly<Partial<Record<Misdeed, number>>> {
    return Object.fromEntries(this.played);
  }

  /** Resolves at the n-th step from now (1 = the next). */
  after(n: number): Promise<void> {
    return new Promise((resolve) => {
      let left = n;
      this.onStep = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(this.servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  }

  private forgetGone(): void {
    const there = new Set([...this.sockets].map(({ remotePort }) => remotePort));
    this.held = this.held.filter(({ port }) => there.has(port));
  }

  private async listen(door: number): Promise<SMTPServer> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      logger: false,
      onConnect: (_session, done) => (this.onStep('CONNECTED'), done()),
      onMailFrom: (_address, _session, done) => (this.onStep('SENDER'), done()),
      onRcptTo: ({ address }, { remotePort }, done) => (this.onStep('RECIPIENT'), this.hear({ address, port: remotePort }, done)),
      onData: (stream, session, done) => void this.take(stream, { session, door }).then((said) => said && done(), () => undefined),
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  }

  /** Its word on a reader; a silent relay never says one. */
  private hear({ address, port }: { address: string; port: number }, done: (error?: Error) => void): void {
    this.knocks += 1;
    const next = this.nextFor(address);
    if (next) this.count(next);
    if (next === 'REFUSE') this.refused.add(address);
    if (this.refused.has(address)) return done(no(550, 'no such mailbox'));
    if (next === 'PUT_OFF') return done(no(451, 'come back later'));
    if (next === 'SILENCE') return;
    if (this.letters >= this.most && !this.spared.has(address)) return void this.held.push({ port, go: done });
    done();
  }

  private nextFor(address: string): Misdeed | undefined {
    const [next] = this.planned;
    const more = this.spared.get(address);
    if (next === undefined || next === 'DROP' || more === 0 || (more !== undefined && next === 'REFUSE')) return undefined;
    if (more !== undefined) this.spared.set(address, more - 1);
    return this.planned.shift();
  }

  /** Takes a letter; false when it hung up instead of saying so. */
  private async take(stream: SMTPServerDataStream, { session, door }: { session: SMTPServerSession; door: number }): Promise<boolean> {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    await once(stream, 'end');
    this.onStep('BODY');
    const messageId = /^message-id: <([^>]+)>/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? 'none';
    const dropped = this.planned[0] === 'DROP';
    this.distinct.add(messageId);
    this.accepted.push(messageId);
    this.taken.push({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', door, at: clock.now(), dropped });
    if (dropped) this.hangUp(session);
    this.onStep('ACCEPTED');
    return !dropped;
  }

  private hangUp({ remotePort }: SMTPServerSession): void {
    this.count(this.planned.shift()!);
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.destroy();
  }

  private count(misdeed: Misdeed): void {
    this.played.set(misdeed, (this.played.get(misdeed) ?? 0) + 1);
  }
}
