import { describe, expect, it } from '@jest/globals';
import { VersionedZones, zoneSentinels, shippedZoneSource, type OffsetReader } from '#kernel';
import { checkZones, intlOffset, zoneReport } from './zone-check.js';

const written = () => {
  const lines: string[] = [];
  return { lines, log: (text: string) => void lines.push(`log ${text}`), warn: (text: string) => void lines.push(`warn ${text}`) };
};
const zones = new VersionedZones();
/** Planted: what a machine older than IANA 2026c answers. */
const before2026c: OffsetReader = (instant, zone) =>
  zone === 'Africa/Casablanca' && instant >= new Date('2026-09-20T01:00Z') ? 60 : zones.offsetMinutes(instant, zone);

describe('the zone check at boot', () => {
  it('says which data are used, and nothing more on a machine that is right', () => {
    const log = written();
    const report = checkZones(zones, log, { intl: (instant, zone) => zones.offsetMinutes(instant, zone) });
    expect(log.lines).toEqual(['log Legal instants use IANA zone data 2026f, carried by the program.']);
    expect(report.disagreements).toEqual([]);
  });

  it('names a stale machine once per source, and starts', () => {
    const log = written();
    checkZones(zones, log, { intl: before2026c, postgres: before2026c });
    expect(log.lines).toHaveLength(3);
    expect(log.lines[1]).toMatch(/^warn Zone data of intl are stale \(Node carries \S+\): Africa\/Casablanca at 2026-11-21T12:00:00Z is 0 minutes from UTC, found 60\./);
    expect(log.lines[2]).toMatch(/^warn Zone data of postgres are stale: Africa\/Casablanca/);
  });

  it('refuses to start on stale data of ours, even if another source claims their name', () => {
    const stale = new VersionedZones({ version: '2025c', find: (zone) => (zone === 'Africa/Casablanca' ? { untils: [Infinity], offsets: [60] } : shippedZoneSource.find(zone)) });
    const log = written();
    expect(() => checkZones(stale, log, {})).toThrow(/^Zone data 2025c cannot date legal deadlines: Africa\/Casablanca/);
    expect(() => checkZones(stale, log, { versioned: (instant, zone) => zones.offsetMinutes(instant, zone) })).toThrow(/2025c/);
    expect(log.lines).toEqual([]);
  });

  it('reads what this machine’s Intl really says', () => {
    expect(intlOffset(new Date('2025-07-01T12:00Z'), 'Europe/Paris')).toBe(120);
    expect(intlOffset(new Date('2025-07-01T12:00Z'), 'America/St_Johns')).toBe(-150);
    expect(intlOffset(new Date('2025-07-01T12:00Z'), 'Africa/Bamako')).toBe(0);
    expect(() => intlOffset(new Date('2025-07-01T12:00Z'), 'Africa/Tiznit')).toThrow(RangeError);
    const { disagreements, nodeDataVersion } = zoneReport(zones);
    expect(nodeDataVersion).toMatch(/^20\d\d[a-z]$/);
    const stale = nodeDataVersion < '2026c';
    expect(disagreements.length > 0).toBe(stale);
    expect(disagreements.every(({ source, zone }) => source === 'intl' && zoneSentinels.some((sentinel) => sentinel.zone === zone))).toBe(true);
  });
});
