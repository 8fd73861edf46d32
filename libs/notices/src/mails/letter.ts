import { directionOf } from '#kernel';
import { say } from '#phrases';
import { mailLayout, parseMailAddress, type Letter, type MailAddress } from '#platform';
import { digestRule, isGathered, stepOf } from '../domain/ladder.js';
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
  /** What stands for the reader where one click gathers her reminders (RFC 8058); absent where mails are not sent over https. */
  readonly clickToken?: string | undefined;
}

/** Where one's own rhythm is chosen: gathered, never silenced. */
const rhythmPath = '/my-data#reminders';

/** Where a mail programme's own « se désabonner » leads: one click for what may be gathered, a page where the reader chooses for the rest. */
function unsubscribeOf({ rule, clickToken, publicUrl }: Envelope): NonNullable<Letter['unsubscribe']> {
  const step = stepOf(rule);
  const mayGather = rule === digestRule || (step !== undefined && isGathered(step.debt));
  return mayGather && clickToken !== undefined ? { url: `${publicUrl}/unsubscribe/${clickToken}` } : { url: `${publicUrl}${rhythmPath}`, isPage: true };
}

/** The letter as it leaves, text and HTML; `null` when the reader's address is outside the grammar. */
export function letterOf(mail: Mail, envelope: Envelope): Letter | null {
  const { messageId, from, publicUrl, reader, rule, lineId } = envelope;
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
    ...(isReminder ? { unsubscribe: unsubscribeOf(envelope) } : {}),
    ...(mail.attachments ? { attachments: mail.attachments } : {}),
  };
}
