import { sendingInstant, territoryOf, WorkCalendar, type CivilDate, type WorkTerritory, type Zones } from '#kernel';
import type { Office } from './ladder.js';
import type { Recipient } from './planning.js';
import type { RowDays } from './row-days.js';
import { play, type PlayedMail, type YearScript } from './simulation.js';
import { yearlyCeilings, yearScript, type Pace, type PlayedPerson, type YearCast } from './year-script.js';

/** Somebody who plays a year: her office says what she is told. */
export interface Player extends PlayedPerson {
  readonly audiences: readonly Office[];
  readonly ofSide: ReadonlyMap<string, readonly Office[]>;
}

/** A partnership that plays a year: its people, and the calendar of each party. */
export interface Company {
  readonly partnershipId: string;
  readonly players: readonly Player[];
  /** By party, in the order of the turn. */
  readonly territories: ReadonlyMap<string, WorkTerritory>;
  readonly deadline: YearCast['deadline'];
  /** The days that these partners gave to rows of ours. */
  readonly rowDays?: RowDays;
}

/** How many mails a person gets in the year, beside what is enough for her office. */
export interface Tally {
  readonly personId: string;
  readonly count: number;
  /** `null` where none is set. */
  readonly ceiling: number | null;
}

/** Every mail in the order of the hours, and what it makes for each person. */
export interface PlayedYear {
  readonly mails: readonly PlayedMail[];
  readonly tallies: readonly Tally[];
}

/** The rows fall on the days that these partners gave them. */
const onTheirDays = (rowDays: RowDays = new Map(), script: YearScript): YearScript => ({ ...script, spells: script.spells.map((spell) => ({ ...spell, debt: { ...spell.debt, rowDays } })) });

/** A year played by a company, mail by mail, the year of its deadline only. */
export function playYear(company: Company, pace: Pace, zones: Zones): PlayedYear {
  const calendars = new Map([...company.territories].map(([partyId, territory]) => [partyId, new WorkCalendar(territory)]));
  const partyOf = new Map(company.players.map(({ personId, partyId }) => [personId, partyId]));
  const calendarOf = ({ personId }: Pick<Recipient, 'personId'>): WorkCalendar => {
    const calendar = calendars.get(partyOf.get(personId) ?? '');
    if (!calendar) throw new Error(`no calendar for ${personId}`);
    return calendar;
  };
  const year = company.deadline.day.slice(0, 4);
  const worksOn = (day: CivilDate): boolean => [...calendars.values()].every((calendar) => calendar.isWorkingDay(day));
  const script = onTheirDays(company.rowDays, yearScript({ ...company, people: company.players, partyIds: [...company.territories.keys()], worksOn }, pace));
  const schedule = ({ step, ...planned }: Parameters<Parameters<typeof play>[2]['schedule']>[0], reader: Recipient) => sendingInstant({ ...planned, kind: step.sending }, calendarOf(reader), zones);
  const dayOf = (instant: Date, personId: string): CivilDate => zones.civilAt(instant, calendarOf({ personId }).territory.zone).date;
  const mails = play(script, company.players, { schedule, dayOf, until: new Date(`${year}-12-31T23:59:59Z`) }).filter(({ leavesAt }) => leavesAt.toISOString() >= year);
  const tallies = company.players.map(({ personId, role }) => ({ personId, count: mails.filter((mail) => mail.personId === personId).length, ceiling: yearlyCeilings[role] ?? null }));
  return { mails, tallies };
}

const offices: readonly (readonly [PlayedPerson['role'], readonly Office[]])[] = [['CO_PRESIDENT', ['CO_PRESIDENTS', 'MEMBERS']], ['COORDINATOR', ['COORDINATORS']], ['OTHER', ['MEMBERS']], ['TECHNICIAN', ['IN_CHARGE']]];

/** Two towns with a mayor, a coordination, an elected member and a technician each: for whoever has no partnership yet. Ids are « FR:COORDINATOR ». */
export function typicalCompany(deadline: YearCast['deadline']): Company {
  const towns = [['FR', 'Europe/Paris'], ['MA', 'Africa/Casablanca']] as const;
  return {
    partnershipId: '00000000-0000-7000-8000-00000000a000',
    players: towns.flatMap(([country]) => offices.map(([role, audiences]) => ({ personId: `${country}:${role}`, partyId: country, role, audiences, ofSide: new Map([[country, audiences]]) }))),
    territories: new Map(towns.map(([country, zone]) => [country, territoryOf(country, zone)])),
    deadline,
  };
}
