import { describe, expect, it } from '@jest/globals';
import type { Letter } from './letter.js';
import type { MailAddress } from './mail-address.js';
import { Mailbox, MailboxMailer, type Put, type StoredLetter } from './mailbox-mailer.js';

/** A mailbox in memory: the contract of `Mailbox`, without its table. */
class PaperTray extends Mailbox {
  readonly kept = new Map<string, { hash: string; repeats: number }>();

  async put({ letter, contentHash }: StoredLetter): Promise<Put> {
    const known = this.kept.get(letter.messageId);
    if (!known) this.kept.set(letter.messageId, { hash: contentHash, repeats: 0 });
    if (!known) return 'NEW';
    if (known.hash !== contentHash) return 'OTHER_CONTENT';
    known.repeats += 1;
    return 'REPEAT';
  }
}

const letter: Letter = {
  messageId: 'r1@passerelle.example',
  from: { address: 'a@passerelle.example' as MailAddress },
  to: { address: 'b@tiznit.example' as MailAddress },
  subject: 'Convocation',
  language: 'fr',
  text: 'Bonjour \ud800',
  html: '<p>Bonjour</p>',
};

describe('the local mailbox', () => {
  it('keeps a letter once, records its repeat, and does not let another take its place', async () => {
    const tray = new PaperTray();
    const mailer = new MailboxMailer(tray);
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'SENT', smtpResponse: expect.stringMatching(/kept/) });
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'SENT', smtpResponse: expect.stringMatching(/already/) });
    for (const change of [{ text: 'autre' }, { html: 'autre' }, { subject: 'Autre' }, { to: { address: 'c@tiznit.example' as MailAddress } }, { attachments: [{ filename: 'a.ics', contentType: 'text/plain', content: 'x' }] }])
      expect(await mailer.send({ ...letter, ...change })).toMatchObject({ outcome: 'REFUSED' });
    expect([...tray.kept.values()]).toEqual([{ hash: expect.any(String), repeats: 1 }]);
  });

  it('checks what a relay would be given, and waits when it cannot keep', async () => {
    const tray = new PaperTray();
    expect(await new MailboxMailer(tray).send({ ...letter, to: { address: 'a@b.example, c@d.example' as MailAddress } })).toMatchObject({ outcome: 'REFUSED' });
    expect(tray.kept.size).toBe(0);
    tray.put = () => Promise.reject(new Error('disk full'));
    expect(await new MailboxMailer(tray).send(letter)).toEqual({ outcome: 'RETRY', reason: 'disk full' });
  });
});
