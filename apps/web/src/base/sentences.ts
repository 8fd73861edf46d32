import { IntlMessageFormat } from 'intl-messageformat';
import type { PhraseKey, PhraseValues } from '#phrases';
import type { Say } from './language.tsx';

/** One language as the build compiled it: text, or a syntax tree when the sentence has arguments. */
export type CompiledSentences = { readonly [key: string]: string | readonly unknown[] | CompiledSentences };
type Format = { format(values?: PhraseValues): unknown };
/** The parser-less formatter takes the tree where its declared type names the parsed text. */
type FormatClass = new (message: never, locale: string) => Format;

function at(tree: CompiledSentences, key: string): string | readonly unknown[] | undefined {
  let place: string | readonly unknown[] | CompiledSentences | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof place !== 'object' || Array.isArray(place)) return undefined;
    place = (place as CompiledSentences)[part];
  }
  return typeof place === 'string' || Array.isArray(place) ? place : undefined;
}

/** A `say` over compiled sentences: what the browser speaks with. @throws Error on an unknown key, as on the server. */
export function sayFrom(tree: CompiledSentences, locale: string): Say {
  const formats = new Map<string, Format>();
  return (key: PhraseKey, values: PhraseValues = {}) => {
    const found = at(tree, key);
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
