/** The text a rule or a refusal rests on. */
export interface Source {
  readonly kind: string;
  readonly reference: string;
  readonly quote: string | null;
}

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;
export type SourceWord = (typeof kinds)[number] | 'FIXED' | 'READING';

/** Defaults that partners may change: the questions of « Règles » but who changes them (C5 Q25), and the days of reminders and of the plan of work (C2, C3: what one row fixes, « C3, S+8 », nobody moves). The others hold for everybody; mails say the same (`details.ts`). */
const settable = /\bC5(?! Q25)|^C[23]$|rétroplanning$/;

/**
 * Under which words a source is shown; `null`: none is known. The partners' own words that we read in one way among others are theirs; the
 * reading is ours, and both are said: their text never stands beside « réglage par défaut » alone.
 */
export function wordOf({ kind, reference, quote }: Source): { readonly word: SourceWord; readonly article: string } | null {
  const known = kinds.find((candidate) => candidate === kind);
  if (!known) return null;
  const word = known !== 'PRODUCT_DEFAULT' ? known : quote ? 'READING' : settable.test(reference) ? known : 'FIXED';
  return { word, article: /^Art\. ?[0-9-]+/.exec(reference)?.[0] ?? 'none' };
}
