import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';

/**
 * The kernel in real processes whose machine lives elsewhere: TZ is read once a process.
 * `new Date('2026-12-31T00:00')`, `getHours()` or an `Intl` without zone would answer differently from one machine to the next.
 */
const source = dirname(fileURLToPath(import.meta.url));
const data = join(source, '../../../.data');
let built = '';

const questions = `
import * as kernel from './index.js';
const zones = new kernel.VersionedZones();
const rule = { year: 2027, day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' };
const at = (year, set) => kernel.isOnTime(new Date((year - 1) + '-12-30T23:30:00Z'), kernel.planDeadline({ ...rule, year }, set, zones));
const [both, tiznit] = [['Africa/Casablanca', 'Europe/Paris'], ['Africa/Casablanca']];
const calendar = new kernel.WorkCalendar(kernel.territoryOf('MA', 'Africa/Casablanca'));
const day = kernel.civilDate('2026-12-31');
console.log(JSON.stringify({
  machine: new Date('2026-12-31T12:00:00Z').getTimezoneOffset() + 0,
  at08: [at(2027, both), at(2027, tiznit), at(2026, both), at(2026, tiznit)],
  sending: kernel.sendingInstant({ date: day, kind: 'DEADLINE' }, calendar, zones).instant,
  walls: both.map((zone) => zones.civilAt(new Date('2026-12-30T23:30:00Z'), zone)),
  midnight: kernel.dayIn(day, 'Africa/Casablanca', zones),
  words: kernel.languages.map((language) => kernel.dateInWords(day, language).match(/\\d+/g)),
}));`;

const ask = (tz: string): Record<string, unknown> =>
  JSON.parse(execFileSync(process.execPath, [join(built, 'questions.js')], { env: { ...process.env, TZ: tz, NODE_OPTIONS: '' }, encoding: 'utf8' })) as Record<string, unknown>;

beforeAll(() => {
  mkdirSync(data, { recursive: true });
  built = mkdtempSync(join(data, 'zone-machine-'));
  for (const name of readdirSync(source).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))) {
    writeFileSync(join(built, name.replace(/\.ts$/, '.js')), transformFileSync(join(source, name)).code);
  }
  writeFileSync(join(built, 'questions.js'), questions);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe('AT-08 on machines that live elsewhere', () => {
  // Node's own data decide the last one: −60 on a machine older than IANA 2026c, 0 on a fresh one. Ours must not care.
  it.each([['UTC', [0]], ['Pacific/Kiritimati', [-840]], ['America/Adak', [600]], ['Africa/Casablanca', [-60, 0]]] as const)(
    'the answers do not change under TZ=%s', (tz, offsets) => {
      const { machine, ...answers } = ask(tz);
      expect(offsets).toContain(machine);
      expect(answers).toEqual({
        at08: [false, true, false, false],
        sending: '2026-12-31T09:00:00.000Z',
        walls: [{ date: '2026-12-30', time: '23:30' }, { date: '2026-12-31', time: '00:30' }],
        midnight: { from: '2026-12-31T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
        words: [['31', '2026'], ['31', '2026'], ['31', '2026'], ['31', '2026']],
      });
    });
});
