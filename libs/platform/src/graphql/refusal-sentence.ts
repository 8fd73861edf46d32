import { dateInWords, isCivilDate, type Language, type Refusal } from '#kernel';
import { hasPhrase, say } from '#phrases';

/** What a person wrote is quoted as she wrote it, were it a date. */
const ownWords = ['text', 'title', 'name', 'label', 'word'];

/** The values of a refusal as its sentence says them: a civil day in the reader's words, « 31 décembre 2026 », never as data. */
const inWords = (args: Refusal['args'], language: Language): Refusal['args'] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, isCivilDate(value) && !ownWords.includes(name) ? dateInWords(value, language, 'LONG') : value]));

/** The sentence of a refusal in a language; `otherwise`, or its code, when phrases have none or a value is missing. Nobody else words a refusal. */
export function refusalSentence({ code, args }: Pick<Refusal, 'code' | 'args'>, language: Language, otherwise = code): string {
  const key = `refusal.${code}`;
  if (!hasPhrase(key)) return otherwise;
  try {
    return say(language, key, inWords(args, language));
  } catch {
    return otherwise;
  }
}
