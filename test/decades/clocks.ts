import { addDays, civilDate, civilDateOf, VersionedZones, weekdayOf, type CivilDate, type Zones } from '#kernel';
import { shippedZoneSource, type ZonePeriods } from '../../libs/kernel/src/zone-data.js';
import { hijriTable, isRamadan } from '../../libs/kernel/src/holidays-hijri.js';
import type { Chance } from './chance.js';

/** From an instant on, so many minutes east of UTC. */
interface Change {
  readonly at: number;
  readonly minutes: number;
}

/** What a decade's clocks do, in the data known from `installedAt` on. */
export interface Release {
  readonly installedAt: Date;
  readonly zones: Zones;
  /** The same, written apart: the offset of a zone at an instant. */
  readonly offset: (instant: Date, zone: string) => number;
}

const hour = 3_600_000;

/** Morocco as published until 2026: UTC+1, suspended in Ramadan, then UTC+0 for good (décret 2-18-855; IANA 2026c). */
const moroccoToday: readonly Change[] = [
  { at: Date.parse('2024-03-10T02:00:00Z'), minutes: 0 }, { at: Date.parse('2024-04-14T02:00:00Z'), minutes: 60 },
  { at: Date.parse('2025-02-23T02:00:00Z'), minutes: 0 }, { at: Date.parse('2025-04-06T02:00:00Z'), minutes: 60 },
  { at: Date.parse('2026-02-15T02:00:00Z'), minutes: 0 }, { at: Date.parse('2026-03-22T02:00:00Z'), minutes: 60 },
  { at: Date.parse('2026-09-20T01:00:00Z'), minutes: 0 },
];

const sundayUpTo = (day: CivilDate): CivilDate => addDays(day, -(weekdayOf(day) % 7));

/** UTC+1 again from a day on, suspended each Ramadan from the Sunday before it to the Sunday after. */
function againWithRamadan(from: CivilDate): Change[] {
  const changes: Change[] = [{ at: Date.parse(`${from}T02:00:00Z`), minutes: 60 }];
  for (let day = civilDate(from); day < civilDateOf(hijriTable.lastYear + 1, 1, 1); day = addDays(day, 1)) {
    const [fasts, fasted] = [isRamadan(day), isRamadan(addDays(day, -1))];
    if (fasts && !fasted) changes.push({ at: Date.parse(`${sundayUpTo(day)}T02:00:00Z`), minutes: 0 });
    if (!fasts && fasted) changes.push({ at: Date.parse(`${addDays(sundayUpTo(addDays(day, 6)), 0)}T02:00:00Z`), minutes: 60 });
  }
  return changes.filter(({ at }, place) => place === 0 || at > changes[0]!.at);
}

/** Paris: the last Sundays of March and October at 01:00 UTC (directive 2000/84/CE). */
function paris(instant: Date): number {
  const year = instant.getUTCFullYear();
  const [summer, winter] = [3, 10].map((month) => Date.parse(`${sundayUpTo(civilDateOf(year, month, 31))}T01:00:00Z`)) as [number, number];
  return instant.getTime() >= summer && instant.getTime() < winter ? 120 : 60;
}

const morocco = (changes: readonly Change[], instant: Date): number => changes.reduce((minutes, change) => (change.at <= instant.getTime() ? change.minutes : minutes), 60);

const offsetWith = (changes: readonly Change[]) => (instant: Date, zone: string): number =>
  zone === 'Europe/Paris' ? paris(instant) : zone === 'Africa/Algiers' ? 60 : morocco(changes, instant);

function zonesWith(later: readonly Change[]): Zones {
  const [first] = later;
  const find = (zone: string): ZonePeriods | null => {
    const shipped = shippedZoneSource.find(zone);
    if (zone !== 'Africa/Casablanca' || !shipped || !first) return shipped;
    const kept = shipped.untils.filter((until) => until < first.at);
    return { untils: [...kept, ...later.map(({ at }) => at), Infinity], offsets: [...shipped.offsets.slice(0, kept.length + 1), ...later.map(({ minutes }) => minutes)] };
  };
  return new VersionedZones({ version: first ? `changed ${first.at}` : shippedZoneSource.version, find });
}

/** The data that travel with the program, and, one decade in two, a later release in which Morocco goes back to UTC+1 outside Ramadan. */
export function releasesOf(chance: Chance, span: { from: CivilDate; to: CivilDate }): Release[] {
  const first: Release = { installedAt: new Date(0), zones: zonesWith([]), offset: offsetWith(moroccoToday) };
  if (chance.is(0.5)) return [first];
  const installed = addDays(span.from, chance.between(900, 2_500));
  const changes = againWithRamadan(addDays(installed, chance.between(1, 200)));
  return [first, { installedAt: new Date(Date.parse(`${installed}T03:00:00Z`)), zones: zonesWith(changes), offset: offsetWith([...moroccoToday, ...changes]) }];
}

export const releaseAt = (releases: readonly Release[], instant: Date): Release => releases.findLast(({ installedAt }) => installedAt <= instant) ?? releases[0]!;

/** When the house is not there: its desk is stopped, or no relay takes a letter. */
export interface Outage {
  readonly from: Date;
  readonly to: Date;
  readonly of: 'DESK' | 'RELAY';
}

export function outagesOf(chance: Chance, span: { from: CivilDate; to: CivilDate }): Outage[] {
  const outages: Outage[] = [];
  let at = Date.parse(`${span.from}T00:00:00Z`) + chance.between(10, 120) * 24 * hour;
  while (at < Date.parse(`${span.to}T00:00:00Z`)) {
    const hours = chance.is(0.6) ? chance.between(1, 40) : chance.between(48, chance.is(0.2) ? 600 : 200);
    outages.push({ from: new Date(at), to: new Date(at + hours * hour), of: chance.is(0.6) ? 'DESK' : 'RELAY' });
    at += (hours + chance.between(20, 200) * 24) * hour;
  }
  return outages;
}
