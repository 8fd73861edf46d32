import type { Language } from '#kernel';
import { parseMailAddress, type MailAddress } from './mail-address.js';

/** Somebody on an envelope. The name is shown, the address alone decides. */
export interface Correspondent {
  readonly name?: string;
  readonly address: MailAddress;
}

export interface LetterAttachment {
  readonly filename: string;
  /** MIME type, parameters included: `text/calendar; method=REQUEST` also becomes the invitation mail programmes recognise. */
  readonly contentType: string;
  readonly content: Uint8Array | string;
}

/** One message to one person, in one language. */
export interface Letter {
  /** Without angle brackets, the same at each attempt (an HMAC of the ledger's key): a re-sent message is recognised by it. */
  readonly messageId: string;
  readonly from: Correspondent;
  readonly to: Correspondent;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly language: Language;
  readonly text: string;
  readonly html: string;
  /** RFC 2369: where these mails are chosen. One click decides by itself (RFC 8058), unless `isPage`: a page where the reader chooses, which is all that legal reminders allow. */
  readonly unsubscribe?: { readonly url: string; readonly mailto?: MailAddress; readonly isPage?: true };
  /** `X-…` headers only. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly LetterAttachment[];
  /** A code, dead in ten minutes: overtakes the letters that wait to be given to the relay. */
  readonly urgent?: true;
}

const messageIdGrammar = /^[A-Za-z0-9._+=-]{1,120}@[A-Za-z0-9.-]{1,100}$/;
const contentTypeGrammar = /^[a-z]+\/[a-z0-9.+-]+(?:; ?[a-z]+=[A-Za-z0-9._-]+)*$/;
const headerBreak = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
/** Also takes the overrides that reorder what follows (U+202A–202E); isolates (U+2066–2069) are ours and stay. */
const unwanted = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]+/gu;

/**
 * A name or a subject as it may stand in a header: one line, never refused, so that nobody misses a deadline for a stray
 * character. « =? » is parted: the library leaves a written-out encoded word (RFC 2047) as it is, and readers would decode it.
 */
export const onOneLine = (text: string): string => text.toWellFormed().replace(unwanted, ' ').replaceAll('=?', '= ?').trim();

/** Why this letter must not leave, in English for the log; `null` when it may. What was checked at input is checked again here. */
export function faultOf(letter: Letter): string | null {
  for (const address of [letter.from.address, letter.to.address, letter.replyTo, letter.unsubscribe?.mailto])
    if (address !== undefined && parseMailAddress(address).refused) return 'an address outside the grammar';
  if (!messageIdGrammar.test(letter.messageId)) return 'a Message-ID outside the grammar';
  if (onOneLine(letter.subject) === '') return 'an empty subject';
  if (letter.unsubscribe && !isPlainUrl(letter.unsubscribe.url)) return 'an unsubscribe link that is not one https address';
  for (const [name, value] of Object.entries(letter.headers ?? {}))
    if (!/^X-[A-Za-z0-9-]{1,60}$/.test(name) || headerBreak.test(value)) return 'a header of its own that is not a plain X- header';
  for (const { filename, contentType } of letter.attachments ?? [])
    if (headerBreak.test(filename) || /[/\\]/.test(filename) || !contentTypeGrammar.test(contentType)) return 'an attachment with an unusable name or type';
  return null;
}

const isPlainUrl = (url: string): boolean => /^https?:\/\/[!-;=?-~]+$/.test(url) && URL.canParse(url);
