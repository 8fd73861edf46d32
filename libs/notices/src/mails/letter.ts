import { directionOf } from '#kernel';
import { say } from '#phrases';
import { mailLayout, parseMailAddress, type Letter, type MailAddress } from '#platform';
import type { Mail, Reader } from './mail.js';

/** What stands on the envelope besides the words. */
export interface Envelope {
  readonly messageId: string;
  readonly from: MailAddress;
  readonly publicUrl: string;
  readonly reader: Reader;
}

/** The letter as it leaves, text and HTML; `null` when the reader's address is outside the grammar. */
export function letterOf(mail: Mail, { messageId, from, publicUrl, reader }: Envelope): Letter | null {
  const to = parseMailAddress(reader.mailAddress);
  if (to.refused) return null;
  const { language } = reader;
  const { text, html } = mailLayout({
    ...mail.draft,
    language,
    direction: directionOf(language),
    title: mail.subject,
    footer: { lines: [[say(language, 'notices.footer.why')]], links: [{ label: say(language, 'notices.footer.myTurn'), url: `${publicUrl}/` }] },
  });
  return {
    messageId,
    from: { name: 'Passerelle', address: from },
    to: { name: reader.displayName, address: to.value },
    subject: mail.subject,
    language,
    text,
    html,
    ...(mail.attachments ? { attachments: mail.attachments } : {}),
  };
}
