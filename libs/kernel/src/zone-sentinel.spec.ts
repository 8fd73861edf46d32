import { describe, expect, it } from '@jest/globals';
import { VersionedZones } from './zone.js';
import { shippedZoneSource } from './zone-data.js';
import { staleZoneSources, zoneSentinels, type OffsetReader } from './zone-sentinel.js';

const zones = new VersionedZones();
const versioned: OffsetReader = (instant, zone) => zones.offsetMinutes(instant, zone);
/** Planted: data of before 2026c, Morocco at UTC+1 for ever after Ramadan 2026. */
const before2026c: OffsetReader = (instant, zone) =>
  zone === 'Africa/Casablanca' && instant >= new Date('2026-09-20T01:00Z') ? 60 : versioned(instant, zone);

describe('zone sentinels', () => {
  it('are all kept by the shipped data', () => {
    expect(staleZoneSources({ versioned })).toEqual([]);
  });

  it('name a stale machine, its zone, its instant and what it says', () => {
    const report = staleZoneSources({ versioned, intl: before2026c });
    expect(report.map(({ source, zone, at, minutes, found }) => [source, zone, at, minutes, found])).toEqual([
      ['intl', 'Africa/Casablanca', '2026-11-21T12:00:00Z', 0, 60],
      ['intl', 'Africa/Casablanca', '2026-12-31T12:00:00Z', 0, 60],
    ]);
  });

  it('fall when our own data are stale, and when they miss a zone', () => {
    const stale = new VersionedZones({ version: '2025c', find: (zone) => (zone === 'Africa/Bamako' ? null : shippedZoneSource.find(zone)) });
    expect(staleZoneSources({ versioned: before2026c }).map(({ source }) => source)).toEqual(['versioned', 'versioned']);
    expect(staleZoneSources({ versioned: (instant, zone) => stale.offsetMinutes(instant, zone) })).toEqual([
      expect.objectContaining({ source: 'versioned', zone: 'Africa/Bamako', found: null }),
    ]);
  });

  it('each catch something: a source one hour off is reported on every one of them', () => {
    expect(staleZoneSources({ versioned, intl: (instant, zone) => versioned(instant, zone) + 60 })).toHaveLength(zoneSentinels.length);
  });
});
