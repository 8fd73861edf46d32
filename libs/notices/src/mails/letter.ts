import { directionOf } from '#kernel';
import { say } from '#phrases';
import { mailLayout, parseMailAddress, type Letter, type MailAddress } from '#platform';
import { digestRule, stepOf } from '../domain/ladder.js';
import type { Mail, Reader } from './mail.js';

/** What stands on the envelope besides the words. */
export interface Envelope {
  readonly messageId: string;
  readonly from: MailAddress;
  readonly publicUrl: string;
  readonly reader: Reader;
  /** The ledger's line: leads to « pourquoi ai-je reçu ceci ? ». Absent for what is a person's own (a code, a key). */
  readonly lineId?: string | undefined;
  readonly rule: string;
}

/** Where one's own rhythm is chosen: gathered, never silenced. */
const rhythmPath = '/my-data#reminders';

/** The letter as it leaves, text and HTML; `null` when the reader's address is outside the grammar. */
export function letterOf(mail: Mail, { messageId, from, publicUrl, reader, rule, lineId }: Envelope): Letter | null {
  const to = parseMailAddress(reader.mailAddress);
  if (to.refused) return null;
  const { language } = reader;
  const isReminder = rule === digestRule || stepOf(rule) !== undefined;
  const rhythm = `${publicUrl}${rhythmPath}`;
  const { text, html } = mailLayout({
    ...mail.draft,
    language,
    direction: directionOf(language),
    title: mail.subject,
    footer: { lines: [[say(language, 'notices.footer.why')]], links: [{ label: say(language, 'notices.footer.myTurn'), url: `${publicUrl}/` }, ...(lineId ? [{ label: say(language, 'notices.footer.whyMe'), url: `${publicUrl}/why/${lineId}` }] : []), ...(isReminder ? [{ label: say(language, 'notices.footer.rhythm'), url: rhythm }] : [])] },
  });
  return {
    messageId,
    from: { name: 'Passerelle', address: from },
    to: { name: reader.displayName, address: to.value },
    subject: mail.subject,
    language,
    text,
    html,
    ...(isReminder ? { unsubscribe: { url: rhythm, isPage: true } as const } : {}),
    ...(mail.attachments ? { attachments: mail.attachments } : {}),
  };
}
