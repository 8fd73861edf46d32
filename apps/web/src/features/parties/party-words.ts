import { useVoice } from '../../base/language.tsx';
import type { FactName } from './party-facts.graphql.ts';

const hinted = { contact: 'contactHint', siren: 'sirenHint', networks: 'networksHint', authorityNote: 'authorityNoteHint', currency: 'currencyHint' } as const;

/** A party's facts as the page names them, and what they say in words. */
export function usePartyWords() {
  const { say, language } = useVoice();
  const days = new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA' : 'fr-FR', { weekday: 'long', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA' : 'fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(language === 'ar' ? 'ar-MA' : 'fr-FR');
  /** The first of January 2024 was a Monday. */
  const dayOf = (day: number): string => days.format(new Date(Date.UTC(2024, 0, day)));
  const nameOf = (fact: FactName): string => say(`webPartnership.facts.name.${fact}`);
  const hintOf = (fact: FactName): string | undefined => (fact in hinted ? say(`webPartnership.facts.${hinted[fact as keyof typeof hinted]}`) : undefined);
  const inWords = (fact: FactName, value: string): string => {
    if (value === '') return say('webPartnership.facts.unknown');
    if (fact === 'populationApproximate') return say(value === 'true' ? 'webPartnership.facts.yes' : 'webPartnership.facts.no');
    if (fact === 'closedDays' || fact === 'workedDays') return list.format(value.split(' ; ').map((day) => dates.format(new Date(`${day}T00:00:00Z`))));
    return fact === 'workWeek' ? value.split(' ; ').map((day) => dayOf(Number(day))).join(', ') : value;
  };
  /** A value inside a sentence, whatever its script: it never turns the words around it. */
  const isolated = (fact: FactName, value: string): string => `\u2068${inWords(fact, value)}\u2069`;
  return { nameOf, hintOf, dayOf, isolated };
}
