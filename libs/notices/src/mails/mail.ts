import type { MailRhythm } from '#identity';
import { isLanguage, type Language, type Zones } from '#kernel';
import type { LetterAttachment, MailAddress, MailDraft, Tx } from '#platform';
import type { Line } from '../store/ledger.store.js';

/** Mails are written in French and in Arabic; whoever reads another language is written to in French, which is authoritative (convention, Art. 8). */
export type MailLanguage = Extract<Language, 'fr' | 'ar'>;

export const mailLanguageOf = (language: string): MailLanguage => (isLanguage(language) && language === 'ar' ? 'ar' : 'fr');

/** Who reads the mail. */
export interface Reader {
  readonly personId: string;
  readonly displayName: string;
  readonly mailAddress: string;
  readonly language: MailLanguage;
  /** Zone of the reader's own party: dates and hours are told in it. */
  readonly zone: string;
  /** How often her reminders come; absent where only what leaves at once is written. */
  readonly rhythm?: MailRhythm;
}

/** One mail before it is laid out: what, why (article), by when, otherwise, one link. */
export interface Mail {
  readonly subject: string;
  readonly draft: Omit<MailDraft, 'language' | 'direction' | 'title' | 'footer'>;
  readonly attachments?: readonly LetterAttachment[];
}

/** What a composer may use besides the line's own details. */
export interface MailTools {
  readonly zones: Zones;
  readonly organizer: MailAddress;
  /** The reader's civil day. */
  readonly today: string;
  /** Machine clock: how old a sign-in code is. */
  readonly machineNow: Date;
  /** Absolute address of a path of ours. */
  url(path: string): string;
  /** « samedi 14 novembre 2026 » in the reader's language. */
  day(date: string): string;
  /** The six digits of a sign-in code: derived, never stored. */
  code(): string;
}

/** A line whose details say how its debt stands now, its reader, and what to write with. */
export interface Composition {
  readonly line: Pick<Line, 'rule' | 'partnershipId' | 'objectId' | 'period' | 'personId' | 'sendAt' | 'plannedAt' | 'details'>;
  readonly reader: Reader;
  readonly tools: MailTools;
}

/** Writes the mail of a line, or answers `null` when there is no reason left to send it: asked just before leaving. */
export type Compose = (tx: Tx, composition: Composition) => Promise<Mail | null>;
