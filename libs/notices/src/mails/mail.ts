import type { Language } from '#kernel';
import type { LetterAttachment, MailDraft } from '#platform';
import type { Line } from '../store/ledger.store.js';

/** Who reads the mail, and where its link leads. */
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
  /** Absolute address of a path of ours. */
  url(path: string): string;
  /** « samedi 14 novembre 2026 » in the reader's language. */
  day(date: string): string;
  /** Wall time of an instant in the reader's zone, « 10:00 ». */
  time(instant: string): string;
  readonly today: string;
}

export type Compose = (line: Line, reader: Reader, tools: MailTools) => Mail;
