import { accepted, hasSirenKey, refused, type Answer, type RuleSource } from '#kernel';
import { parseLine } from './wording.js';

/**
 * Kinds of organisation that bind themselves: a commune, a group of communes, a département (province, cercle), a region, a village, the
 * popular committee of a camp (0-03), another foreign local authority, anything else.
 */
export const organisationKinds = ['MUNICIPALITY', 'INTERCOMMUNAL', 'DEPARTMENT', 'REGION', 'VILLAGE', 'POPULAR_COMMITTEE', 'FOREIGN_AUTHORITY', 'OTHER'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, fiche d’une partie' };
/** Under which words the note stands: a cooperation is made with « autorités locales étrangères » (L. 1115-1). Noted, never judged. */
const law: RuleSource = { kind: 'LAW', reference: 'CGCT, L. 1115-1' };
const mostNetworks = 20;
const mostPeople = 50_000_000;

/** What is typed about a party and its place; everything may be left out. */
export interface OrganisationWish {
  readonly country: string;
  readonly siren?: string | null | undefined;
  readonly networks?: readonly string[] | null | undefined;
  readonly authorityNote?: string | null | undefined;
  readonly authoritySource?: string | null | undefined;
  readonly supervision?: string | null | undefined;
  readonly population?: number | null | undefined;
  readonly populationYear?: number | null | undefined;
  readonly populationApproximate?: boolean | null | undefined;
}

/** The same, as it is kept. */
export interface OrganisationFacts {
  readonly siren: string | null;
  readonly networks: string[];
  readonly authorityNote: string | null;
  readonly authoritySource: string | null;
}
/** What is known of its place: who protects it, and its inhabitants in the year they were counted. */
export interface TerritoryFacts {
  readonly supervision: string | null;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly populationApproximate: boolean;
}

/** A SIREN is French, and its key is right: a wrong digit is found before it is printed anywhere. Blanks inside are for the eye. */
function readSiren(text: string | null | undefined, country: string): Answer<string | null> {
  const siren = (text ?? '').replaceAll(/\s/g, '');
  if (siren === '') return accepted(null);
  if (country !== 'FR') return refused('SIREN_IS_FRENCH', {}, source);
  return hasSirenKey(siren) ? accepted(siren) : refused('SIREN_KEY_WRONG', { siren: siren.slice(0, 20) }, source);
}

/** A line that may be left out. */
const optionalLine = (text: string | null | undefined, field: string): Answer<string | null> => ((text ?? '').trim() === '' ? accepted(null) : parseLine(text ?? '', field));

function readNetworks(names: readonly string[]): Answer<string[]> {
  const networks: string[] = [];
  if (names.length > mostNetworks) return refused('TOO_MANY_NETWORKS', { maximum: mostNetworks }, source);
  for (const name of names) {
    const line = parseLine(name, 'network');
    if (line.refused) return line;
    networks.push(line.value);
  }
  return accepted([...new Set(networks)]);
}

/** @returns refused `SIREN_IS_FRENCH`, `SIREN_KEY_WRONG`, `NOTE_NEEDS_SOURCE` (every statement names its source), or as a line is */
export function readOrganisation(wish: OrganisationWish): Answer<OrganisationFacts> {
  const siren = readSiren(wish.siren, wish.country.trim().toUpperCase());
  if (siren.refused) return siren;
  const networks = readNetworks(wish.networks ?? []);
  if (networks.refused) return networks;
  const note = optionalLine(wish.authorityNote, 'authorityNote');
  const noted = optionalLine(wish.authoritySource, 'authoritySource');
  if (note.refused || noted.refused) return note.refused ? note : (noted as Answer<never>);
  if (note.value !== null && noted.value === null) return refused('NOTE_NEEDS_SOURCE', {}, law);
  return accepted({ siren: siren.value, networks: networks.value, authorityNote: note.value, authoritySource: noted.value });
}

/** @returns refused `POPULATION_UNREADABLE`, `POPULATION_YEAR_UNREADABLE`, or as a line is */
export function readTerritory(wish: OrganisationWish): Answer<TerritoryFacts> {
  const { population = null, populationYear = null } = wish;
  const supervision = optionalLine(wish.supervision, 'supervision');
  if (supervision.refused) return supervision;
  if (population !== null && (!Number.isInteger(population) || population < 0 || population > mostPeople)) return refused('POPULATION_UNREADABLE', {}, source);
  if (populationYear !== null && (!Number.isInteger(populationYear) || populationYear < 1700 || populationYear > 2200)) return refused('POPULATION_YEAR_UNREADABLE', {}, source);
  return accepted({ supervision: supervision.value, population, populationYear, populationApproximate: wish.populationApproximate ?? false });
}
