import { accepted, isCivilDate, refused, type Answer, type CivilDate, type IsoWeekday, type RuleSource } from '#kernel';
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
  /** Closed there though the calendar says otherwise, in order. */
  readonly closedDays: readonly CivilDate[];
  /** Holidays worked there, in order. */
  readonly workedDays: readonly CivilDate[];
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
  readonly closedDays?: readonly string[] | null | undefined;
  readonly workedDays?: readonly string[] | null | undefined;
  readonly contact?: string | null | undefined;
}

export const factNames = [
  'presidentTitle', 'presidentTitleAr', 'contact', 'siren', 'hierarchy', 'supervision', 'population', 'populationYear', 'populationApproximate', 'networks', 'authorityNote', 'authoritySource', 'currency', 'workWeek', 'closedDays', 'workedDays',
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

/** Ten years of exceptional days; more is no list of days. */
const declaredAtMost = 100;

function readDays(days: readonly string[] | null | undefined): Answer<CivilDate[]> {
  const written = [...new Set((days ?? []).map((day) => day.trim()).filter(Boolean))].sort();
  if (written.length > declaredAtMost) return refused('DAYS_TOO_MANY', { most: declaredAtMost }, source);
  const unread = written.find((day) => !isCivilDate(day));
  return unread === undefined ? accepted(written.filter(isCivilDate)) : refused('DECLARED_DAY_UNREADABLE', { day: unread.slice(0, 20) }, source);
}

/** A day is closed or worked. */
function readDeclared(wish: PartyFactsWish): Answer<Pick<PartyFacts, 'closedDays' | 'workedDays'>> {
  const [closed, worked] = [readDays(wish.closedDays), readDays(wish.workedDays)];
  if (closed.refused) return closed;
  if (worked.refused) return worked;
  const both = closed.value.find((day) => worked.value.includes(day));
  return both === undefined ? accepted({ closedDays: closed.value, workedDays: worked.value }) : refused('DAY_DECLARED_TWICE', { day: both }, source);
}

const line = (text: string | null | undefined, field: string): Answer<string | null> => ((text ?? '').trim() === '' ? accepted(null) : parseLine(text ?? '', field));

/** @returns refused `LINE_BLANK`, `LINE_TOO_LONG`, `LINE_UNSEEN_SIGN`, `CURRENCY_UNREADABLE`, `WORK_WEEK_UNREADABLE`, `DECLARED_DAY_UNREADABLE`, `DAYS_TOO_MANY`, `DAY_DECLARED_TWICE`, or as an organisation and its place are read */
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
  const declared = readDeclared(wish);
  if (declared.refused) return declared;
  const currency = wish.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return refused('CURRENCY_UNREADABLE', { currency: currency.slice(0, 20) }, source);
  const own = { presidentTitle: title.value, presidentTitleAr: titleAr.value, currency, hierarchy: hierarchy.value ?? '', contact: contact.value, workWeek: week.value, ...declared.value };
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
