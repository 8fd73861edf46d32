import { writtenWords, type AskedWord } from '#kernel';

/** Words beyond these are not looked for: a position of PostgreSQL counts to 16,383. */
const mostWords = 8_000;
/** A lexeme that no written word can be: it names whose document it is, so that the index itself keeps partnerships apart. */
const ofPartnership = (partnershipId: string): string => `'#${partnershipId}'`;
const ofEverybody = `'#PUBLIC'`;

/** A document's words as a `tsvector`'s text. Words are letters and digits, so that nothing needs escaping; those of the title weigh more. */
export function vectorOf({ partnershipId, audience, title, text }: { partnershipId: string; audience: string; title: string; text: string }): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [written, weight] of [[title, 'A'], [text, '']] as const) {
    for (const { forms } of writtenWords(written)) {
      if ((place += 1) > mostWords) break;
      for (const form of forms.map((one) => one.slice(0, 60))) places.set(form, [...(places.get(form) ?? []), `${place}${weight}`].slice(0, 200));
    }
  }
  const words = [...places].map(([form, at]) => `'${form}':${at.join(',')}`);
  return [ofPartnership(partnershipId), ...(audience === 'PUBLIC' ? [ofEverybody] : []), ...words].join(' ');
}

const oneOf = (lexemes: readonly string[]): string => `(${lexemes.join(' | ')})`;
/** What was asked, as a `tsquery`'s text: in one of these partnerships, or (`null`) among what is everybody's. */
export function queryOf(asked: readonly AskedWord[], partnershipIds: readonly string[] | null): string {
  const whose = partnershipIds === null ? ofEverybody : oneOf(partnershipIds.map(ofPartnership));
  const words = asked.map((forms) => oneOf(forms.map((form) => `'${form}'${form.length > 1 ? ':*' : ''}`)));
  return [whose, ...words].join(' & ');
}
