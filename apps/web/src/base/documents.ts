import type { Language } from '#kernel';
import { numberInWords } from './dates.tsx';
import { mayFields, type May } from './may.ts';
import type { Say } from './language.tsx';

/** A document joined to something, as a list shows it. */
export interface JoinedDocument {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly attachedAt: string;
  readonly url: string;
  readonly party: { readonly shortName: string };
  readonly person: { readonly displayName: string };
  readonly viewerMayRemove: May;
}

/** What a page asks of documents. */
export const documentFields = `attachments { id name size attachedAt url party { shortName } person { displayName } viewerMayRemove { ${mayFields} } }`;

/** What the chooser of the device shows first; the server judges. */
export const acceptedFiles = '.pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg,.csv,.txt';

/** « 340 ko », « 2,4 Mo »: one digit after the comma below ten. */
export function sizeInWords(say: Say, language: Language, bytes: number): string {
  const [unit, amount] = bytes < 1_000 ? (['octet', bytes] as const) : bytes < 1_000_000 ? (['kilo', bytes / 1_000] as const) : (['mega', bytes / 1_000_000] as const);
  const shown = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return say('attachments.size', { value: numberInWords(language, shown), unit });
}
