import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What one SMTP exchange brought: the envelope as the wire said it, and the message's bytes as text. */
export interface Received {
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on the loopback that records everything; `behave` makes it refuse, drop or fall silent. */
export class SmtpSink {
  readonly received: Received[] = [];
  readonly rcptCommands: string[] = [];
  private constructor(private readonly server: SMTPServer) {}

  static async open(behave: Partial<SMTPServerOptions> = {}): Promise<SmtpSink> {
    const sink: SmtpSink = new SmtpSink(
      new SMTPServer({
        disabledCommands: ['STARTTLS'],
        authOptional: true,
        logger: false,
        onRcptTo: (address, _session, done) => {
          sink.rcptCommands.push(address.address);
          done();
        },
        onData: (stream, session, done) => {
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            const { mailFrom, rcptTo } = session.envelope;
            sink.received.push({ mailFrom: mailFrom ? mailFrom.address : '', rcptTo: rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString('utf8') });
            done();
          });
        },
        ...behave,
      }),
    );
    sink.server.on('error', () => undefined);
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the sink does not listen');
    return `smtp://127.0.0.1:${address.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The header names of a message, in order, lower case. */
export function headerNamesOf(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  return head.split('\r\n').filter((line) => !/^[ \t]/.test(line)).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}
