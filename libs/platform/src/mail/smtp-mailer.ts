import { createTransport, type Transporter } from 'nodemailer';
import { failpoint } from '../failpoint/failpoint.js';
import { faultOf, onOneLine, type Letter, type LetterAttachment } from './letter.js';
import { Mailer, refusedFor, retryFor, type Delivery } from './mailer.js';
import { Places } from './places.js';
import { deliveryOfError } from './smtp-verdict.js';

export interface SmtpMailerOptions {
  /** `smtp://` or `smtps://`, user and password included. */
  readonly url: string;
  /** Connections kept open to the relay; 2 unless said: a few dozen letters a day. */
  readonly connections?: number;
  /** Milliseconds of silence after which the relay is given up; 20 s unless said (the library waits ten minutes). */
  readonly silence?: number;
}

/** Letters in the library's hands for each connection: it composes each as soon as it is given, nobody else has a turn meanwhile, and it knows of nothing urgent. */
const perConnection = 4;

type MailContent = Parameters<Transporter['sendMail']>[0];

const calendar = (file: LetterAttachment): boolean => /^text\/calendar; ?method=/.test(file.contentType);

const headersOf = ({ language, unsubscribe, headers = {} }: Letter): Record<string, string> => ({
  ...headers,
  'Auto-Submitted': 'auto-generated',
  'Content-Language': language,
  ...(unsubscribe && {
    'List-Unsubscribe': [`<${unsubscribe.url}>`, ...(unsubscribe.mailto ? [`<mailto:${unsubscribe.mailto}>`] : [])].join(', '),
    ...(unsubscribe.isPage ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }),
});

/** One recipient, in the envelope and in the header; the library is never given text that it could read as several. */
function contentOf(letter: Letter): MailContent {
  const files = letter.attachments ?? [];
  const invitation = files.find(calendar);
  const plain = ({ filename, contentType, content }: LetterAttachment) => ({ filename, contentType, content: Buffer.from(content) });
  return {
    envelope: { from: letter.from.address, to: [letter.to.address] },
    from: { name: onOneLine(letter.from.name ?? ''), address: letter.from.address },
    to: { name: onOneLine(letter.to.name ?? ''), address: letter.to.address },
    ...(letter.replyTo && { replyTo: { name: '', address: letter.replyTo } }),
    subject: onOneLine(letter.subject),
    messageId: `<${letter.messageId}>`,
    text: letter.text,
    html: letter.html,
    headers: headersOf(letter),
    // What the library would find by counting the letters of each part, twice.
    ...(letter.language === 'fr' && { textEncoding: 'quoted-printable' as const }),
    attachments: files.filter((file) => !calendar(file)).map(plain),
    ...(invitation && {
      icalEvent: { method: /method=([A-Za-z]+)/.exec(invitation.contentType)![1]!, filename: invitation.filename, content: Buffer.from(invitation.content) },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Letters by SMTP, over a small pool of connections to one relay. */
export class SmtpMailer extends Mailer {
  private readonly transport;
  private readonly places: Places;

  constructor(options: SmtpMailerOptions) {
    super();
    const { hostname, port, protocol, username, password } = new URL(options.url);
    const secure = protocol === 'smtps:';
    const silence = options.silence ?? 20_000;
    const connections = options.connections ?? 2;
    this.places = new Places(connections * perConnection);
    this.transport = createTransport({
      pool: true,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      maxConnections: connections,
      // The library would send again by itself after a line that broke, maybe after the last byte: the ledger decides that.
      maxRequeues: 0,
      connectionTimeout: silence,
      greetingTimeout: silence,
      socketTimeout: silence,
    });
    // An idle connection that dies has no caller: the next letter opens another.
    this.transport.on('error', () => undefined);
  }

  async send(letter: Letter): Promise<Delivery> {
    const fault = faultOf(letter);
    if (fault) return refusedFor(`not sent: ${fault}`);
    await this.places.take(letter.urgent === true);
    try {
      failpoint('mail.before-send');
      const info = await this.transport.sendMail(contentOf(letter));
      failpoint('mail.after-send');
      const accepted = info.accepted ?? [];
      if (accepted.length !== 1 || accepted[0] !== letter.to.address) return refusedFor(`the relay accepted other recipients than the one asked (${accepted.length})`);
      return { outcome: 'SENT', smtpResponse: info.response ?? '' };
    } catch (error) {
      return error instanceof Error ? deliveryOfError(error) : retryFor(String(error));
    } finally {
      this.places.leave();
    }
  }

  async close(): Promise<void> {
    this.transport.close();
  }
}
