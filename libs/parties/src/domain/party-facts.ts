import { accepted, refused, type Answer, type IsoWeekday, type RuleSource } from '#kernel';
import { readOrganisation, readTerritory, type OrganisationFacts, type OrganisationWish, type TerritoryFacts } from './organisation.js';
import { parseLine } from './wording.js';

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, fiche d’une partie' };

/** What a party says of itself and of its place. Its country and its zone are not among it: no legal day ever moves with these facts. */
export interface PartyFacts extends OrganisationFacts, TerritoryFacts {
  readonly presidentTitle: string;
  readonly presidentTitleAr: string;
  /** ISO 4217: what a new line of budget is first counted in. */
  readonly currency: string;
  /** Region, province … as the country words it. */
  readonly hierarchy: string;
  /** Days worked, 1 (Monday) to 7, in order; null: its country's usual week. */
  readonly workWeek: readonly IsoWeekday[] | null;
  /** Where to reach its service: never a person's own address. */
  readonly contact: string | null;
}

/** The same, as it is typed. */
export interface PartyFactsWish extends Omit<OrganisationWish, 'country'> {
  readonly presidentTitle: string;
  readonly presidentTitleAr: string;
  readonly currency: string;
  readonly hierarchy?: string | null | undefined;
  readonly workWeek?: readonly number[] | null | undefined;
  readonly contact?: string | null | undefined;
}

export const factNames = [
  'presidentTitle', 'presidentTitleAr', 'contact', 'siren', 'hierarchy', 'supervision', 'population', 'populationYear', 'populationApproximate', 'networks', 'authorityNote', 'authoritySource', 'currency', 'workWeek',
] as const satisfies readonly (keyof PartyFacts)[];
export type FactName = (typeof factNames)[number];

/** One fact before and after; empty text for nothing known. */
export interface FactChange {
  readonly fact: FactName;
  readonly before: string;
  readonly after: string;
}

function readWeek(days: readonly number[] | null | undefined): Answer<IsoWeekday[] | null> {
  if (!days || days.length === 0) return accepted(null);
  const known = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => days.includes(day));
  return known.length === new Set(days).size ? accepted(known) : refused('WORK_WEEK_UNREADABLE', {}, source);
}

const line = (text: string | null | undefined, field: string): Answer<string | null> => ((text ?? '').trim() === '' ? accepted(null) : parseLine(text ?? '', field));

/** @returns refused `LINE_BLANK`, `LINE_TOO_LONG`, `LINE_UNSEEN_SIGN`, `CURRENCY_UNREADABLE`, `WORK_WEEK_UNREADABLE`, or as an organisation and its place are read */
export function readFacts(wish: PartyFactsWish, country: string): Answer<PartyFacts> {
  const organisation = readOrganisation({ ...wish, country });
  if (organisation.refused) return organisation;
  const territory = readTerritory({ ...wish, country });
  if (territory.refused) return territory;
  const [title, titleAr] = [parseLine(wish.presidentTitle, 'presidentTitle'), parseLine(wish.presidentTitleAr, 'presidentTitleAr')];
  if (title.refused) return title;
  if (titleAr.refused) return titleAr;
  const [hierarchy, contact, week] = [line(wish.hierarchy, 'hierarchy'), line(wish.contact, 'contact'), readWeek(wish.workWeek)];
  if (hierarchy.refused) return hierarchy;
  if (contact.refused) return contact;
  if (week.refused) return week;
  const currency = wish.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return refused('CURRENCY_UNREADABLE', { currency: currency.slice(0, 20) }, source);
  const own = { presidentTitle: title.value, presidentTitleAr: titleAr.value, currency, hierarchy: hierarchy.value ?? '', contact: contact.value, workWeek: week.value };
  return accepted({ ...organisation.value, ...territory.value, ...own });
}

const inWords = (value: PartyFacts[FactName]): string => (value === null ? '' : Array.isArray(value) ? value.join(' ; ') : String(value));

/** What differs, fact by fact, in the order of the page. */
export const changesOf = (before: PartyFacts, after: PartyFacts): FactChange[] =>
  factNames.map((fact) => ({ fact, before: inWords(before[fact]), after: inWords(after[fact]) })).filter((change) => change.before !== change.after);

/** Facts read at one version and written at another are compared again first: nobody's change is lost. @returns refused `PARTY_FACTS_CHANGED` */
export const stillAt = (version: number, expected: number): Answer<true> => (version === expected ? accepted(true) : refused('PARTY_FACTS_CHANGED', {}, source));

/** A SIREN is one organisation's. @returns refused `SIREN_TAKEN` */
export const freeSiren = (taken: boolean): Answer<true> => (taken ? refused('SIREN_TAKEN', {}, source) : accepted(true));
