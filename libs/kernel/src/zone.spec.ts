import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, civilDateOfEpochDay, type CivilDate } from './civil-date.js';
import { shippedZoneSource, type ZoneSource } from './zone-data.js';
import { dayIn, isWallTime, VersionedZones } from './zone.js';

const zones = new VersionedZones();
const utc = (text: string) => new Date(text);
const six = ['Africa/Casablanca', 'Europe/Paris', 'Asia/Hebron', 'Africa/Algiers', 'Africa/Bamako', 'UTC'];

/** Every Moroccan change from 2019 on, as the `zdump` of Debian's own tzdata 2026f prints them: instant (UTC), minutes from then on. */
const moroccanChanges: readonly (readonly [string, number])[] = [
  ['2019-05-05T02:00Z', 0], ['2019-06-09T02:00Z', 60], ['2020-04-19T02:00Z', 0], ['2020-05-31T02:00Z', 60],
  ['2021-04-11T02:00Z', 0], ['2021-05-16T02:00Z', 60], ['2022-03-27T02:00Z', 0], ['2022-05-08T02:00Z', 60],
  ['2023-03-19T02:00Z', 0], ['2023-04-23T02:00Z', 60], ['2024-03-10T02:00Z', 0], ['2024-04-14T02:00Z', 60],
  ['2025-02-23T02:00Z', 0], ['2025-04-06T02:00Z', 60], ['2026-02-15T02:00Z', 0], ['2026-03-22T02:00Z', 60],
  ['2026-09-20T01:00Z', 0],
];
const moroccanTimes = moroccanChanges.map(([at, minutes]) => ({ at: utc(at).getTime(), minutes }));
const moroccanMinutes = (instant: Date) => moroccanTimes.findLast(({ at }) => at <= instant.getTime())?.minutes ?? 60;

/** Europe's rule since 1996, from the directive and not from data: last Sundays of March and October, 01:00 UTC. */
const parisMinutes = (instant: Date) => {
  const lastSunday = (month: number) => {
    const end = new Date(Date.UTC(instant.getUTCFullYear(), month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * 86_400_000;
  };
  return instant.getTime() >= lastSunday(2) && instant.getTime() < lastSunday(9) ? 120 : 60;
};
const oracles: Readonly<Record<string, (instant: Date) => number>> = {
  'Africa/Casablanca': moroccanMinutes, 'Europe/Paris': parisMinutes, 'Africa/Algiers': () => 60, 'Africa/Bamako': () => 0, UTC: () => 0,
};

describe('zones on versioned data', () => {
  it('carry IANA 2026f and know zones by their exact name', () => {
    expect(zones.dataVersion).toBe('2026f');
    expect(six.every((zone) => zones.isKnown(zone))).toBe(true);
    for (const zone of ['Africa/Tiznit', 'europe/paris', '', '__proto__', 'Europe/Paris ']) {
      expect(zones.isKnown(zone)).toBe(false);
      expect(() => zones.offsetMinutes(utc('2026-01-01'), zone)).toThrow(RangeError);
    }
  });

  it('Tiznit is UTC+0 on 2026-12-31 and UTC+1 on 2025-12-30', () => {
    expect(zones.offsetMinutes(utc('2026-12-31T12:00Z'), 'Africa/Casablanca')).toBe(0);
    expect(zones.offsetMinutes(utc('2025-12-30T12:00Z'), 'Africa/Casablanca')).toBe(60);
  });

  it('Tiznit follows every change, to the minute', () => {
    for (const [at, minutes] of moroccanChanges) {
      expect([at, zones.offsetMinutes(utc(at), 'Africa/Casablanca')]).toEqual([at, minutes]);
      expect([at, zones.offsetMinutes(new Date(utc(at).getTime() - 1), 'Africa/Casablanca')]).toEqual([at, 60 - minutes]);
    }
  });

  it('agrees with the written rules every hour from 2019 to 2036 (M4)', () => {
    const wrong: string[] = [];
    for (const [zone, minutes] of Object.entries(oracles)) {
      for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2037, 0, 1); at += 3_600_000) {
        const instant = new Date(at);
        if (zones.offsetMinutes(instant, zone) !== minutes(instant)) wrong.push(`${zone} ${instant.toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows the right wall each minute from 24 December 2026 to 8 January 2027, and finds the instant back (M4)', () => {
    const wrong: string[] = [];
    for (const zone of six) {
      for (let at = Date.UTC(2026, 11, 24); at < Date.UTC(2027, 0, 9); at += 60_000) {
        const { date, time } = zones.civilAt(new Date(at), zone);
        const shift = zone === 'Asia/Hebron' ? 120 : (oracles[zone]?.(new Date(at)) ?? Number.NaN);
        const wall = new Date(at + shift * 60_000).toISOString();
        if (`${date}T${time}` !== wall.slice(0, 16) || zones.instantOf(date, time, zone).getTime() !== at) wrong.push(`${zone} ${wall}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reads a missing hour with the offset before the jump, and a double hour as its first passage', () => {
    expect(zones.instantOf(civilDate('2026-03-29'), '02:30', 'Europe/Paris')).toEqual(utc('2026-03-29T01:30Z'));
    expect(zones.instantOf(civilDate('2026-10-25'), '02:30', 'Europe/Paris')).toEqual(utc('2026-10-25T00:30Z'));
    expect(zones.instantOf(civilDate('2026-09-20'), '01:30', 'Africa/Casablanca')).toEqual(utc('2026-09-20T00:30Z'));
    expect(zones.instantOf(civilDate('2026-03-22'), '02:30', 'Africa/Casablanca')).toEqual(utc('2026-03-22T02:30Z'));
  });

  it('measures days of 23, 24 and 25 hours', () => {
    const hours = (date: CivilDate, zone: string) => {
      const { from, to } = dayIn(date, zone, zones);
      return (to.getTime() - from.getTime()) / 3_600_000;
    };
    expect(['2026-03-29', '2026-03-30', '2026-10-25'].map((day) => hours(civilDate(day), 'Europe/Paris'))).toEqual([23, 24, 25]);
    expect(hours(civilDate('2026-09-20'), 'Africa/Casablanca')).toBe(25);
  });

  it('finds every instant back in every zone, except the second passage of a double hour', () => {
    const zone = fc.constantFrom(...six, 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Antarctica/Troll');
    const at = fc.integer({ min: Date.UTC(1970, 0, 2) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 });
    fc.assert(fc.property(zone, at, (name, minutes) => {
      const instant = new Date(minutes * 60_000);
      const { date, time } = zones.civilAt(instant, name);
      const found = zones.instantOf(date, time, name);
      expect(found.getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(zones.civilAt(found, name)).toEqual({ date, time });
    }), { numRuns: 2_000 });
  });

  it('never goes back when the wall goes forward by a day, whatever the hour', () => {
    fc.assert(fc.property(fc.constantFrom(...six), fc.integer({ min: 0, max: 24_000 }), fc.integer({ min: 0, max: 1_439 }), (zone, day, minutes) => {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const [a, b] = [day, day + 1].map((value) => zones.instantOf(civilDateOfEpochDay(value), time, zone).getTime());
      expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(22 * 3_600_000);
    }));
  });

  it('gives a browser the offsets in force, each to its minute, and nothing that does not change', () => {
    const [from, to] = [new Date('2025-01-01T00:00:00Z'), new Date('2028-01-01T00:00:00Z')];
    for (const zone of ['Europe/Paris', 'Africa/Casablanca', 'Africa/Bamako', 'Asia/Hebron']) {
      const given = zones.offsetsBetween(from, to, zone);
      expect(given[0]?.since).toEqual(from);
      for (let at = from.getTime(); at < to.getTime(); at += 30 * 60_000) {
        const held = given.filter(({ since }) => since.getTime() <= at).at(-1)?.minutes;
        if (held !== zones.offsetMinutes(new Date(at), zone)) throw new Error(`${zone} at ${new Date(at).toISOString()}: ${held}`);
      }
    }
    expect(zones.offsetsBetween(from, to, 'Africa/Bamako')).toEqual([{ since: from, minutes: 0 }]);
  });

  it('refuses a time that does not exist and an invalid instant', () => {
    for (const time of ['24:00', '9:00', '09:60', '', '09:00:00', '-1:00']) {
      expect(isWallTime(time)).toBe(false);
      expect(() => zones.instantOf(civilDate('2026-01-01'), time, 'UTC')).toThrow(RangeError);
    }
    expect(() => zones.civilAt(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
    expect(() => zones.offsetMinutes(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });

  it('does not read Intl', () => {
    const kept = Intl.DateTimeFormat;
    try {
      Reflect.set(Intl, 'DateTimeFormat', () => { throw new Error('the machine was asked'); });
      const fresh = new VersionedZones();
      expect(fresh.instantOf(civilDate('2026-12-31'), '00:00', 'Africa/Casablanca')).toEqual(utc('2026-12-31T00:00Z'));
      expect(fresh.civilAt(utc('2026-12-30T23:30Z'), 'Europe/Paris')).toEqual({ date: '2026-12-31', time: '00:30' });
    } finally {
      Reflect.set(Intl, 'DateTimeFormat', kept);
    }
  });

  it('says what stale data say when it is handed stale data', () => {
    const stale: ZoneSource = { version: '2025c', find: (zone) => (zone === 'Africa/Casablanca' ? { untils: [Infinity], offsets: [60] } : shippedZoneSource.find(zone)) };
    expect(new VersionedZones(stale).offsetMinutes(utc('2026-12-31T12:00Z'), 'Africa/Casablanca')).toBe(60);
  });
});
