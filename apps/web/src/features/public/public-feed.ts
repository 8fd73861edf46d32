import { say, type PhraseKey, type PhraseValues } from '#phrases';
import type { Language } from '#kernel';
import type { PublicPartnership } from './public.graphql.ts';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** XML 1.0 admits no other control character than tab and line ends. */
const xml = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** RSS 2.0 of every executory decision, newest first. Addresses begin with `origin`; dates are instants, in GMT as RSS writes them. */
export function rssOf(record: readonly PublicPartnership[], { origin, language }: { origin: string; language: Language }): string {
  const spoken = (key: PhraseKey, values?: PhraseValues): string => xml(say(language, key, values));
  const items = record
    .flatMap(({ name, minutes }) => minutes.flatMap((line) => line.decisions.map((decision) => ({ name, line, decision }))))
    .sort((one, other) => other.line.executoryAt.localeCompare(one.line.executoryAt))
    .map(({ name, line, decision }) => {
      const address = xml(`${origin}/public/minutes/${line.id}`);
      return `<item><title>${spoken('webPublic.feed.item', { partnership: name, title: decision.title })}</title><link>${address}</link><guid isPermaLink="false">${xml(decision.id)}</guid><pubDate>${new Date(line.executoryAt).toUTCString()}</pubDate><description>${xml(decision.text)}</description></item>`;
    });
  const name = say(language, 'web.name');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${spoken('webPublic.feed.title', { name })}</title><link>${xml(origin)}/public</link><description>${spoken('webPublic.feed.description')}</description><language>${language}</language><atom:link href="${xml(origin)}/public/feed.xml" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}

/** The same record as open data: the public view, its addresses whole. */
export const openDataOf = (record: readonly PublicPartnership[], { origin, language }: { origin: string; language: Language }) => ({
  source: `${origin}/public`,
  language,
  partnerships: record.map((partnership) => ({
    ...partnership,
    minutes: partnership.minutes.map((line) => ({ ...line, url: `${origin}/public/minutes/${line.id}`, pdfs: line.pdfs.map((pdf) => ({ ...pdf, url: origin + pdf.url })) })),
  })),
});
