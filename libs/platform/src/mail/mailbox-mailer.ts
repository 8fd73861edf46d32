import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';
import { failpoint } from '../failpoint/failpoint.js';
import { faultOf, onOneLine, type Letter } from './letter.js';
import { Mailer, refusedFor, retryFor, type Delivery } from './mailer.js';

/** A letter as the local mailbox keeps it. `contentHash`: SHA-256, hexadecimal, of everything the reader sees. */
export interface StoredLetter {
  readonly letter: Letter;
  readonly contentHash: string;
}

/** What a mailbox says of a letter: new, the same again (kept once, its repeat recorded), or another content under a known Message-ID (not kept). */
export type Put = 'NEW' | 'REPEAT' | 'OTHER_CONTENT';

/** A mailbox on the premises, shown at a page of the demo. Implementations decide atomically, by unique Message-ID. */
export abstract class Mailbox {
  abstract put(stored: StoredLetter): Promise<Put>;
}

const hash = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** The hash by which a mailbox knows the same letter again. */
export function contentHashOf({ from, to, subject, language, text, html, attachments = [] }: Letter): string {
  const files = attachments.map(({ filename, contentType, content }) => ({ filename, contentType, sha256: hash(content) }));
  return hash(canonicalJson({ from: from.address, to: to.address, subject, language, text, html, files }));
}

/** What would reach the reader through a relay: one-line names and subject, no lone surrogate (which has no UTF-8). */
const tidied = (letter: Letter): Letter => ({
  ...letter,
  to: { ...letter.to, name: onOneLine(letter.to.name ?? '') },
  from: { ...letter.from, name: onOneLine(letter.from.name ?? '') },
  subject: onOneLine(letter.subject),
  text: letter.text.toWellFormed(),
  html: letter.html.toWellFormed(),
});

/** Without SMTP: letters stay here. The same checks as on the way to a relay. */
export class MailboxMailer extends Mailer {
  constructor(private readonly mailbox: Mailbox) {
    super();
  }

  async send(letter: Letter): Promise<Delivery> {
    const fault = faultOf(letter);
    if (fault) return refusedFor(`not sent: ${fault}`);
    const tidy = tidied(letter);
    try {
      failpoint('mail.before-send');
      const put = await this.mailbox.put({ letter: tidy, contentHash: contentHashOf(tidy) });
      failpoint('mail.after-send');
      if (put === 'OTHER_CONTENT') return refusedFor('another letter already has this Message-ID');
      return { outcome: 'SENT', smtpResponse: put === 'NEW' ? '250 kept in the local mailbox' : '250 already in the local mailbox' };
    } catch (error) {
      return retryFor(error instanceof Error ? error.message : String(error));
    }
  }

  async close(): Promise<void> {}
}
