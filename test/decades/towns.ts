import { addDays, civilDate, type CivilDate } from '#kernel';
import type { SeatAt, SeatCategory } from '#parties';
import { Chance } from './chance.js';

/** A side of the partnership. */
export interface Town {
  readonly id: string;
  readonly country: 'FR' | 'MA' | 'DZ';
  readonly zone: string;
  /** Days it declared otherwise than the calendar of its country says: closed all the same, worked all the same. */
  readonly declared: { readonly closed: ReadonlySet<CivilDate>; readonly worked: ReadonlySet<CivilDate> };
}

/** Who holds a seat, from a civil day of the town to another, excluded. `endKnownOn`: from when its end is written down. */
export interface Mandate {
  readonly seatId: string;
  readonly personId: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** The day on which the successor's mandate is written down; `null` when nobody follows. */
  readonly followedOn: CivilDate | null;
}

export interface Seat {
  readonly id: string;
  readonly town: Town;
  readonly category: SeatCategory;
  readonly member: boolean;
}

/** The people of a decade: who sits where and when, and how often each wants her reminders. */
export interface Cast {
  readonly towns: readonly Town[];
  readonly seats: readonly Seat[];
  readonly mandates: readonly Mandate[];
  readonly rhythms: ReadonlyMap<string, 'IMMEDIATE' | 'DAILY' | 'WEEKLY'>;
}

type Place = Omit<Town, 'declared'>;
const france: Place = { id: 'town-1', country: 'FR', zone: 'Europe/Paris' };
const morocco: Place = { id: 'town-2', country: 'MA', zone: 'Africa/Casablanca' };
const algeria: Place = { id: 'town-3', country: 'DZ', zone: 'Africa/Algiers' };

const offices: readonly (readonly [SeatCategory, boolean])[] = [['CO_PRESIDENT', true], ['COORDINATOR', false], ['ELECTED_MEMBER', true], ['TECHNICIAN', true], ['CABINET', false], ['SESSION_SECRETARY', false]];

/** Mandates of one seat after one another: elections, gaps, somebody who already sits elsewhere in the same town. */
function mandatesOf(seat: Seat, chance: Chance, span: { from: CivilDate; to: CivilDate }): Mandate[] {
  const mandates: Mandate[] = [];
  let from = addDays(span.from, -chance.between(10, 700));
  for (let turn = 1; from < span.to; turn += 1) {
    const until = addDays(from, chance.between(600, 2_300));
    const next = addDays(until, chance.is(0.25) ? chance.between(1, 45) : 0);
    const cousin = seat.category === 'ELECTED_MEMBER' && chance.is(0.2) ? `${seat.town.id}:TECHNICIAN:1` : null;
    mandates.push({ seatId: seat.id, personId: cousin ?? `${seat.id}:${turn}`, from, until, followedOn: addDays(next, -chance.between(0, 80)) });
    from = next;
  }
  return mandates;
}

/** A dozen days closed by decree and a few feasts worked, each year; drawn apart, so that the rest of a decade is the same with and without them. */
function declaredIn({ id }: Place, { seed, from, to }: { seed: number; from: CivilDate; to: CivilDate }): Town['declared'] {
  const chance = new Chance(seed * 31 + Number(id.slice(-1)));
  const [closed, worked] = [new Set<CivilDate>(), new Set<CivilDate>()];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (let count = 0; count < 12; count += 1) closed.add(addDays(civilDate(`${year}-01-01`), chance.between(0, 364)));
    for (const feast of ['05-01', '08-14', '08-15', '11-11', '11-18']) if (chance.is(0.5)) worked.add(civilDate(`${year}-${feast}`));
  }
  closed.forEach((day) => worked.delete(day));
  return { closed, worked };
}

export function castOf(chance: Chance, span: { seed: number; from: CivilDate; to: CivilDate }): Cast {
  const towns = (chance.is(0.25) ? [france, morocco, algeria] : [france, morocco]).map((place): Town => ({ ...place, declared: declaredIn(place, span) }));
  const seats = towns.flatMap((town) => offices.filter(([category]) => !['CABINET', 'SESSION_SECRETARY'].includes(category) || chance.is(0.5)).map(([category, member]): Seat => ({ id: `${town.id}:${category}`, town, category, member: member && (category !== 'TECHNICIAN' || chance.is(0.5)) })));
  const mandates = seats.flatMap((seat) => mandatesOf(seat, chance, span));
  const rhythms = new Map(mandates.map(({ personId }) => [personId, chance.pick(['IMMEDIATE', 'IMMEDIATE', 'IMMEDIATE', 'DAILY', 'WEEKLY'] as const)]));
  return { towns, seats, mandates, rhythms };
}

/** Who holds a seat on a civil day of its town. */
export const holderOn = (cast: Cast, seat: Seat, day: CivilDate): string | null =>
  cast.mandates.find(({ seatId, from, until }) => seatId === seat.id && from <= day && (until === null || day < until))?.personId ?? null;

/** The seats as the room of parties tells them. */
export const seatsOn = (cast: Cast, dayIn: (zone: string) => CivilDate): SeatAt[] =>
  cast.seats.map((seat) => {
    const personId = holderOn(cast, seat, dayIn(seat.town.zone));
    const holder = personId === null ? null : { personId, displayName: personId, language: 'fr', mailAddress: `${personId.replaceAll(':', '.').toLowerCase()}@town.example`, mailRhythm: cast.rhythms.get(personId) ?? 'IMMEDIATE', interim: null };
    return { partnershipId: 'p', seatId: seat.id, partyId: seat.town.id, category: seat.category, office: seat.category, officeAr: seat.category, member: seat.member, zone: seat.town.zone, holder };
  });
