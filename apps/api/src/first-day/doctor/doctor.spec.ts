import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, refused, VersionedZones } from '#kernel';
import { EmbeddedPostgresProblem, Press, readSettings, type Settings } from '#platform';
import { SmtpSink } from '../../../../../libs/platform/src/mail/smtp-sink.contract.js';
import { judgeSkew } from './examine-database.js';
import { examineBuild, examineData, examineNode, examinePress, examineZones, judgeDisk, unopened } from './examine-machine.js';
import { examineNotice, examineRelay } from './examine-wires.js';
import { examined, wordsOf } from './finding.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settingsWith = (env: Record<string, string>): Settings => {
  const read = readSettings({ DEMO: '0', PUBLIC_URL: 'https://c.example', INSTANCE_SECRET: 's'.repeat(32), SMTP_URL: 'smtp://127.0.0.1:9', DATA_DIR: folder, ...env });
  if ('problems' in read) throw new Error(read.problems.join());
  return read.settings;
};

/** Every defect below is planted: the examination must name it, with a remedy. */
describe('the examination of a machine', () => {
  it.each([['v18.20.0', 'wrong'], ['v20.18.1', 'wrong'], ['v20.19.0', 'attention'], ['v21.7.0', 'attention'], ['v22.1.0', 'ok'], ['v24.0.0', 'ok']])('finds Node %s %s', (version, standing) => {
    expect(examineNode(version)).toMatchObject({ standing });
  });

  it('misses a build that is not there, in a folder without one', () => {
    expect(examineBuild(folder)).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('dist/web/server/index.js'), remedy: expect.stringContaining('npm run build') });
  });

  it('sees zone data that date wrong', () => {
    class Stale extends VersionedZones {
      override offsetMinutes(instant: Date, zone: string): number {
        return zone === 'Africa/Casablanca' ? 60 : super.offsetMinutes(instant, zone);
      }
    }
    expect(examineZones()).toMatchObject({ standing: 'ok' });
    expect(examineZones(new Stale())).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('npm ci') });
  });

  it('prints for good, and sees a press that cannot, or whose fonts lack a sign', async () => {
    class Broken extends Press {
      constructor(private readonly how: 'refuses' | 'breaks' | 'prints') {
        super();
      }
      async render() {
        if (this.how === 'breaks') throw new Error('no engine for this platform');
        return this.how === 'refuses' ? refused('GLYPH_MISSING') : accepted(new Uint8Array(2_048));
      }
    }
    expect(await examinePress()).toMatchObject({ standing: 'ok' });
    expect(await examinePress(new Broken('refuses'))).toMatchObject({ standing: 'wrong', sentence: expect.stringContaining('GLYPH_MISSING') });
    expect(await examined('press', () => examinePress(new Broken('breaks')))).toMatchObject({ part: 'press', standing: 'wrong', sentence: expect.stringContaining('no engine') });
  });

  it('judges the disk', () => {
    expect([9.9e7, 9.9e8, 2e9].map((free) => judgeDisk(free, '.').standing)).toEqual(['wrong', 'attention', 'ok']);
  });

  it('judges the two clocks', () => {
    expect([0, 30, -30, 31, -3_600].map((seconds) => judgeSkew(seconds).standing)).toEqual(['ok', 'ok', 'ok', 'wrong', 'wrong']);
    expect(judgeSkew(-90).sentence).toContain('retarde de 90 s');
  });

  it('says that there are no data yet, and never makes them', () => {
    expect(examineData(settingsWith({}))).toMatchObject({ standing: 'attention', sentence: expect.stringContaining('Pas encore') });
  });

  it('refuses a demonstration’s data to an instance', () => {
    mkdirSync(join(folder, 'essai/postgres'), { recursive: true });
    writeFileSync(join(folder, 'essai/postgres/PG_VERSION'), '18');
    writeFileSync(join(folder, 'essai/demo.secret'), 's');
    expect(examineData(settingsWith({ DATA_DIR: join(folder, 'essai') }))).toMatchObject({ standing: 'wrong' });
  });

  it('says how data of another PostgreSQL are taken over', () => {
    expect(unopened(new EmbeddedPostgresProblem('OTHER_MAJOR', '17 ≠ 18'))).toMatchObject({ standing: 'wrong', remedy: expect.stringMatching(/passerelle backup.*passerelle restore/) });
  });

  it('names a relay that does not answer with its remedy, and one that does', async () => {
    const sink = await SmtpSink.open();
    expect(await examineRelay(settingsWith({ SMTP_URL: sink.url }))).toMatchObject({ standing: 'ok' });
    expect(sink.received).toEqual([]);
    await sink.close();
    expect(await examineRelay(settingsWith({}))).toMatchObject({ standing: 'wrong', remedy: expect.stringContaining('port') });
  });

  it('asks for the notices that are missing', () => {
    expect(examineNotice(settingsWith({ PUBLISHER: 'Ville' }))).toMatchObject({ standing: 'attention', sentence: expect.stringContaining('DPO_CONTACT') });
  });

  it('never repeats an address, which holds a password', () => {
    expect(wordsOf(new Error('connect postgresql://app:motdepasse@base/x failed\nat line'))).toBe('connect … failed');
  });
});
