import { SMTPServer } from 'smtp-server';

/** A step of one SMTP exchange, as the relay sees it. */
export type Step = 'CONNECTED' | 'SENDER' | 'RECIPIENT' | 'BODY' | 'ACCEPTED';

/** A relay on the loopback that outlives the house: what it accepted is what readers received. */
export class MailWitness {
  /** Message-IDs in the order of acceptance, repeats included. */
  readonly accepted: string[] = [];
  private readonly server: SMTPServer;
  private onStep: (step: Step) => void = () => undefined;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      logger: false,
      onConnect: (_session, done) => (this.onStep('CONNECTED'), done()),
      onMailFrom: (_address, _session, done) => (this.onStep('SENDER'), done()),
      onRcptTo: (_address, _session, done) => (this.onStep('RECIPIENT'), done()),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          this.onStep('BODY');
          this.accepted.push(/^message-id: <([^>]+)>/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? 'none');
          done();
          this.onStep('ACCEPTED');
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<MailWitness> {
    const witness = new MailWitness();
    await new Promise<void>((resolve) => witness.server.listen(0, '127.0.0.1', resolve));
    return witness;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the witness does not listen');
    return `smtp://127.0.0.1:${address.port}`;
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

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
