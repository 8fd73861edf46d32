import { accepted, refused, resemble, type Answer, type Refusal, type RuleSource } from '#kernel';
import { customs } from './country.js';

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, ouverture d’un partenariat' };

/** Where a party lives, as asked: empty where the country's own custom is meant. */
export interface PlaceWish {
  readonly country: string;
  readonly zone?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly currency?: string | null | undefined;
}

/** Where a party lives, settled: country (ISO 3166-1), zone (IANA), locale (BCP 47), currency (ISO 4217). */
export interface Place {
  readonly country: string;
  readonly zone: string;
  readonly locale: string;
  readonly currency: string;
}

/** Its country's zone, locale and currency unless others are given. @returns refused `COUNTRY_UNKNOWN`, `ZONE_UNKNOWN`, `LOCALE_UNREADABLE`, `CURRENCY_UNREADABLE` */
export function placeOf(wish: PlaceWish, isZone: (zone: string) => boolean): Answer<Place> {
  const country = wish.country.trim().toUpperCase();
  const known = customs.find((one) => one.country === country);
  const { zone = '', locale = '', currency = '' } = known ?? {};
  const place = { country, zone: wish.zone?.trim() || zone, locale: wish.locale?.trim() || locale, currency: wish.currency?.trim().toUpperCase() || currency };
  if (!/^[A-Z]{2}$/.test(country)) return refused('COUNTRY_UNKNOWN', { country: country.slice(0, 20) }, source);
  if (!isZone(place.zone)) return refused('ZONE_UNKNOWN', { zone: place.zone.slice(0, 60) }, source);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(place.locale)) return refused('LOCALE_UNREADABLE', { locale: place.locale.slice(0, 40) }, source);
  if (!/^[A-Z]{3}$/.test(place.currency)) return refused('CURRENCY_UNREADABLE', { currency: place.currency.slice(0, 20) }, source);
  return accepted(place);
}

/** One organisation is one party of a partnership, whatever short name it is given there. */
export const sameParty = (name: string): Refusal => refused('PARTIES_DIFFER', { name }, source);

/** Two parties or more, each with its own name and its own coordinator: one person never speaks for two sides. */
export function mayOpen(parties: readonly { shortName: string; address: string }[]): Answer<null> {
  if (parties.length < 2) return refused('TWO_PARTIES_AT_LEAST', {}, source);
  if (parties.length > 20) return refused('TOO_MANY_PARTIES', { maximum: 20 }, source);
  const twins = parties.filter((one, place) => parties.findIndex((other) => other.address.trim().toLowerCase() === one.address.trim().toLowerCase()) !== place);
  if (twins.length > 0) return refused('COORDINATORS_DIFFER', {}, source);
  const namesakes = parties.filter((one, place) => parties.findIndex((other) => resemble(other.shortName, one.shortName)) !== place);
  return namesakes[0] ? sameParty(namesakes[0].shortName) : accepted(null);
}
