import { IntlMessageFormat } from 'intl-messageformat';
import type { PhraseKey, PhraseValues } from '#phrases';
import type { Say } from './language.tsx';

/** Sentences by key as the build compiled them: text, or a syntax tree when the sentence has arguments. */
export type CompiledSentences = Readonly<Record<string, string | readonly unknown[]>>;
type Format = { format(values?: PhraseValues): unknown };
/** The parser-less formatter takes the tree where its declared type names the parsed text. */
type FormatClass = new (message: never, locale: string) => Format;

const known = new Map<string, string | readonly unknown[]>();

/** French speaks for languages that have no sentences yet, as on the server. */
const spoken = (): 'fr' | 'ar' => (document.documentElement.lang === 'ar' ? 'ar' : 'fr');

/** Takes in what a route says, in the page's language. The build writes the call into every route's module, which waits for it. */
export async function learn(sentences: Readonly<Record<'fr' | 'ar', () => Promise<{ readonly default: CompiledSentences }>>>): Promise<void> {
  const { default: brought } = await sentences[spoken()]();
  for (const [key, sentence] of Object.entries(brought)) known.set(key, sentence);
}

/** A `say` over what was learnt: what the browser speaks with. @throws Error on a key that no route brought, as on the server. */
export function sayLearnt(): Say {
  const locale = spoken() === 'ar' ? 'ar-MA' : 'fr-FR';
  const formats = new Map<string, Format>();
  return (key: PhraseKey, values: PhraseValues = {}) => {
    const found = known.get(key);
    if (found === undefined) throw new Error(`no sentence for ${key}`);
    if (typeof found === 'string') return found;
    let format = formats.get(key);
    if (!format) {
      format = new (IntlMessageFormat as unknown as FormatClass)(found as never, locale);
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}
