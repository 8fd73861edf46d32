import { directionOf, type Language } from '#kernel';
import { say, type PhraseKey, type PhraseValues } from '#phrases';

/** What a plain page says. */
export interface PlainPage {
  readonly title: PhraseKey;
  readonly sentence: PhraseKey;
  readonly values?: PhraseValues;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A page for the cases where the application does not take part: a refused or too large sending, a failure of the server. */
export function plainPage(language: Language, { title, sentence, values }: PlainPage): string {
  const head = escaped(say(language, title));
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${head} — ${escaped(say(language, 'web.name'))}</title><link rel="stylesheet" href="/plain.css"></head>
<body><main><h1>${head}</h1><p>${escaped(say(language, sentence, values))}</p><p><a href="/">${escaped(say(language, 'web.trouble.home'))}</a></p></main></body>
</html>
`;
}
