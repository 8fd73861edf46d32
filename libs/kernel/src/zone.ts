import { addDays, civilDateOfEpochDay, epochDayOf, type CivilDate } from './civil-date.js';
import { shippedZoneSource, type ZonePeriods, type ZoneSource } from './zone-data.js';

/** A time on the wall clock, 'HH:MM', 00:00 to 23:59. */
export type WallTime = `${number}:${number}`;

/** What a clock on the wall of a zone shows; seconds are dropped. */
export interface WallClock {
  readonly date: CivilDate;
  readonly time: WallTime;
}

/** The one service that turns civil dates into legal instants (design: trust 0.1). Zones are IANA names, « Africa/Casablanca ». */
export abstract class Zones {
  /** IANA release of the data in use; stored beside what was computed from them. */
  abstract readonly dataVersion: string;
  abstract isKnown(zone: string): boolean;
  /** Minutes to add to UTC; east is positive. @throws RangeError on an unknown zone or an invalid instant. */
  abstract offsetMinutes(instant: Date, zone: string): number;
  /**
   * The instant at which the zone's wall shows that date and time. An hour that exists twice: the first one.
   * An hour that does not exist (02:30 when clocks jump to 03:00): read with the offset before the jump, so 03:30.
   * @throws RangeError on an unknown zone or a time that is not 'HH:MM'.
   */
  abstract instantOf(date: CivilDate, time: string, zone: string): Date;
  abstract civilAt(instant: Date, zone: string): WallClock;
  /** The offsets in force from one instant to another, each since when, oldest first; the first holds at `from`. For whoever has no zone data, a browser. @throws RangeError on an unknown zone */
  abstract offsetsBetween(from: Date, to: Date, zone: string): ZoneOffset[];
}

/** Minutes to add to UTC, since an instant. */
export interface ZoneOffset {
  readonly since: Date;
  readonly minutes: number;
}

const minute = 60_000;
const minutesPerDay = 1_440;

/** True for 'HH:MM' between 00:00 and 23:59. */
export const isWallTime = (text: string): text is WallTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const minutesOf = (time: string): number => {
  if (!isWallTime(time)) throw new RangeError(`not a wall time HH:MM: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
};

const wallTime = (minutes: number): WallTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as WallTime;

/** Zones over versioned data: reads neither `Intl`, nor TZ, nor the machine. */
export class VersionedZones extends Zones {
  readonly dataVersion: string;
  private readonly known = new Map<string, ZonePeriods>();

  constructor(private readonly source: ZoneSource = shippedZoneSource) {
    super();
    this.dataVersion = source.version;
  }

  isKnown(zone: string): boolean {
    return this.known.has(zone) || this.source.find(zone) !== null;
  }

  offsetMinutes(instant: Date, zone: string): number {
    return this.offsetAt(instant.getTime(), this.periodsOf(zone));
  }

  instantOf(date: CivilDate, time: string, zone: string): Date {
    const periods = this.periodsOf(zone);
    const wall = (epochDayOf(date) * minutesPerDay + minutesOf(time)) * minute;
    // No zone is further than a day from UTC: these two offsets surround any change near that wall time.
    const before = this.offsetAt(wall - minutesPerDay * minute, periods);
    const after = this.offsetAt(wall + minutesPerDay * minute, periods);
    for (const offset of [before, after]) {
      const candidate = wall - offset * minute;
      if (this.offsetAt(candidate, periods) === offset) return new Date(candidate);
    }
    return new Date(wall - before * minute);
  }

  civilAt(instant: Date, zone: string): WallClock {
    const wall = Math.floor(instant.getTime() / minute) + this.offsetMinutes(instant, zone);
    const day = Math.floor(wall / minutesPerDay);
    return { date: civilDateOfEpochDay(day), time: wallTime(wall - day * minutesPerDay) };
  }

  offsetsBetween(from: Date, to: Date, zone: string): ZoneOffset[] {
    const { untils, offsets } = this.periodsOf(zone);
    const changes = untils.filter((until) => until > from.getTime() && until < to.getTime());
    const all = [from.getTime(), ...changes].map((since) => ({ since: new Date(since), minutes: this.offsetAt(since, { untils, offsets }) }));
    return all.filter(({ minutes }, place) => place === 0 || all[place - 1]?.minutes !== minutes);
  }

  private periodsOf(zone: string): ZonePeriods {
    const known = this.known.get(zone) ?? this.source.find(zone);
    if (!known) throw new RangeError(`unknown zone: ${zone}`);
    this.known.set(zone, known);
    return known;
  }

  private offsetAt(time: number, { untils, offsets }: ZonePeriods): number {
    if (Number.isNaN(time)) throw new RangeError('invalid instant');
    let [low, high] = [0, untils.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (time < (untils[middle] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    return offsets[low] ?? 0;
  }
}

/** [first instant, first instant after] of a civil day in a zone: 23, 24 or 25 hours. */
export const dayIn = (date: CivilDate, zone: string, zones: Zones): { from: Date; to: Date } => ({
  from: zones.instantOf(date, '00:00', zone),
  to: zones.instantOf(addDays(date, 1), '00:00', zone),
});
