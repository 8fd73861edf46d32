import type { ImapFlow } from 'imapflow';
import { bounceIn, type Bounce } from './bounce.js';

/** Where letters come back that a server had taken. Whoever installs Passerelle may give it one. */
export abstract class BounceBox {
  /** Hands on each letter that came back since the last time. What `hear` did not take (it threw) is handed on again. */
  abstract read(hear: (bounce: Bounce) => Promise<void>): Promise<void>;
}

/** None was given: a letter refused at once is still seen, one that comes back later is not. */
export class NoBounceBox extends BounceBox {
  read(): Promise<void> {
    return Promise.resolve();
  }
}

/** Bytes of one report that are read: its own words and the headers of the letter, not what was joined to it. */
const longest = 262_144;
/** Milliseconds without a word after which the server is given up. */
const silence = 20_000;

/** A mailbox of its own, by IMAP (`imap://` or `imaps://`, user and password included; the folder as path, INBOX unless said). What was read is marked as seen. */
export class ImapBounceBox extends BounceBox {
  constructor(private readonly url: string) {
    super();
  }

  read(hear: (bounce: Bounce) => Promise<void>): Promise<void> {
    return this.opened((client) => this.hearAll(client, hear));
  }

  /** Signs in and opens the folder, reads nothing. Throws what the server answers. */
  greet(): Promise<void> {
    return this.opened(async () => undefined);
  }

  private async opened(act: (client: ImapFlow) => Promise<void>): Promise<void> {
    const { client, folder } = await this.client();
    // A line that breaks while nobody waits for an answer: the next reading says so again.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const lock = await client.getMailboxLock(folder);
      try {
        await act(client);
      } finally {
        lock.release();
      }
      await client.logout();
    } finally {
      client.close();
    }
  }

  /** The library is loaded where there is such a mailbox, and not at every start. */
  private async client(): Promise<{ client: ImapFlow; folder: string }> {
    const imap = await import('imapflow');
    const { protocol, hostname, port, username, password, pathname } = new URL(this.url);
    const secure = protocol === 'imaps:';
    const client = new imap.ImapFlow({
      host: hostname,
      port: Number(port || (secure ? 993 : 143)),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      connectionTimeout: silence,
      greetingTimeout: silence,
      socketTimeout: silence,
    });
    return { client, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
  }

  /** Seen only once heard: killed between the two, it is heard twice, and the second time changes nothing. */
  private async hearAll(client: ImapFlow, hear: (bounce: Bounce) => Promise<void>): Promise<void> {
    const found = await client.search({ seen: false }, { uid: true });
    for (const uid of found || []) {
      const message = await client.fetchOne(String(uid), { source: { maxLength: longest } }, { uid: true });
      const bounce = message && message.source ? await bounceIn(message.source).catch(() => null) : null;
      if (bounce) await hear(bounce);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
  }
}
