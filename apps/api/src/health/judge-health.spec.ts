import { describe, expect, it } from '@jest/globals';
import { VersionedZones } from '#kernel';
import { judgeHealth, type Measures } from './judge-health.js';
import { zoneReport } from '../boot/zone-check.js';

const fine: Measures = { databaseAnswers: true, queueAnswers: true, zoneDisagreements: 0, oldestUnsentSeconds: 0, failedLetters: 0, diskFreeBytes: 50_000_000_000 };

describe('the health of a process', () => {
  it('is ok when every part is', () => {
    expect(judgeHealth(fine)).toEqual({ status: 'ok', checks: { database: 'ok', queue: 'ok', zones: 'ok', disk: 'ok', letters: 'ok' } });
    expect(judgeHealth({ ...fine, diskFreeBytes: null }).status).toBe('ok');
  });

  it.each<[string, Partial<Measures>, string]>([
    ['the database is away', { databaseAnswers: false }, 'database'],
    ['the queue is away', { queueAnswers: false }, 'queue'],
    ['zone data are stale', { zoneDisagreements: 1 }, 'zones'],
    ['the disk is nearly full', { diskFreeBytes: 99_999_999 }, 'disk'],
  ])('is wrong when %s', (_what, change, part) => {
    expect(judgeHealth({ ...fine, ...change })).toMatchObject({ status: 'wrong', checks: { [part]: 'wrong' } });
  });

  it.each<[string, Partial<Measures>, string]>([
    ['a letter is late by more than a quarter of an hour', { oldestUnsentSeconds: 901 }, 'letters'],
    ['a letter was given up', { failedLetters: 1 }, 'letters'],
    ['the letters could not be counted', { oldestUnsentSeconds: null }, 'letters'],
    ['the disk fills up', { diskFreeBytes: 999_999_999 }, 'disk'],
  ])('asks for attention, and goes on serving, when %s', (_what, change, part) => {
    expect(judgeHealth({ ...fine, ...change })).toMatchObject({ status: 'attention', checks: { [part]: 'attention' } });
  });

  it('says the worst when several are wrong, and a quarter of an hour is not late yet', () => {
    expect(judgeHealth({ ...fine, oldestUnsentSeconds: 5_000, queueAnswers: false }).status).toBe('wrong');
    expect(judgeHealth({ ...fine, oldestUnsentSeconds: 900 }).status).toBe('ok');
  });

  it('sees our own zone data a year too old (planted: what machines before IANA 2026c say)', () => {
    class Stale extends VersionedZones {
      override offsetMinutes(instant: Date, zone: string): number {
        return zone === 'Africa/Casablanca' ? 60 : super.offsetMinutes(instant, zone);
      }
    }
    expect(zoneReport(new VersionedZones(), {}).disagreements).toEqual([]);
    expect(zoneReport(new Stale(), {}).disagreements.length).toBeGreaterThan(0);
  });
});
