import type { Language, Zones } from '#kernel';
import type { LetterAttachment, MailAddress, MailDraft, Tx } from '#platform';
import type { Line } from '../store/ledger.store.js';

/** Who reads the mail. */
export interface Reader {
  readonly personId: string;
  readonly displayName: string;
  readonly mailAddress: string;
  readonly language: Language;
  /** Zone of the reader's own party: dates and hours are told in it. */
  readonly zone: string;
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
  /** Absolute address of a path of ours. */
  url(path: string): string;
  /** « samedi 14 novembre 2026 » in the reader's language. */
  day(date: string): string;
  /** Wall time of a UTC instant in the reader's zone, « 10:00 ». */
  time(instant: string): string;
  /** The six digits of a sign-in code: derived, never stored. */
  code(): string;
}

export interface Composition {
  readonly tx: Tx;
  readonly line: Line;
  readonly reader: Reader;
  readonly tools: MailTools;
}

/** Writes the mail of a line, or answers `null` when there is no reason left to send it: asked just before leaving. */
export type Compose = (composition: Composition) => Promise<Mail | null>;
