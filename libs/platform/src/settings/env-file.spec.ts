import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentOf, parseSettingsFile } from './env-file.js';
import { readHouseSettings } from './settings.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 's'.repeat(64);
const whole = ['# Passerelle', 'PUBLIC_URL=https://cooperation.ville.example', `INSTANCE_SECRET=${secret}`, 'SMTP_URL="smtps://u:p%23@relais.example:465"', 'DATA_DIR=instance', 'PUBLISHER="Commune de Ville-du-Nord"'];
const written = (lines: readonly string[]): void => writeFileSync(join(folder, 'passerelle.env'), lines.join('\n'));
const read = (env: Record<string, string> = {}) => readHouseSettings(env, [], folder);

describe('a settings file', () => {
  it('reads names, quotes and comments, and names the lines it cannot read', () => {
    const { values, wrongLines } = parseSettingsFile(['A=1', ' B = "two words" # why', "C='#'", 'D=', 'export E=1', 'F=http://x/y # end', '', '#G=1', 'lower=1'].join('\r\n'));
    expect([...values].map(([name, { value, line }]) => [name, value, line])).toEqual([['A', '1', 1], ['B', 'two words', 2], ['C', '#', 3], ['D', '', 4], ['F', 'http://x/y', 6]]);
    expect(wrongLines).toEqual([5, 9]);
  });

  it('makes an instance of this folder, never a demonstration', () => {
    written(whole);
    expect(read()).toMatchObject({ settings: { demo: false, publicUrl: 'https://cooperation.ville.example', smtpUrl: 'smtps://u:p%23@relais.example:465', dataDir: 'instance', notice: { publisher: 'Commune de Ville-du-Nord' } }, file: join(folder, 'passerelle.env') });
  });

  it('gives way to the environment', () => {
    written(whole);
    expect(read({ DATA_DIR: 'ailleurs', PORT: '4000' })).toMatchObject({ settings: { dataDir: 'ailleurs', port: 4000, instanceSecret: secret } });
  });

  it('is put aside by a demonstration: no data, no relay, no secret of the instance', () => {
    written(whole);
    expect(read({ DEMO: '1' })).toMatchObject({ settings: { demo: true, dataDir: '.data', smtpUrl: undefined, instanceSecret: undefined }, file: undefined });
  });

  it('is named, with the line, by what is wrong in it, and its values are not repeated', () => {
    written([...whole.slice(0, 3), 'SMTP_URL=relais:motdepasse', 'PORT=x', 'ceci n’est rien']);
    const answer = read();
    const said = 'problems' in answer ? answer.problems.join('\n') : '';
    const file = join(folder, 'passerelle.env');
    expect(said).toContain(`(${file}, ligne 4)`);
    expect(said).toContain(`(${file}, ligne 5)`);
    expect(said).toContain(`${file}, ligne 6`);
    expect(said).not.toContain('motdepasse');
  });

  it('does not take the blame for what the environment says', () => {
    written(whole);
    const answer = read({ PORT: 'x' });
    expect('problems' in answer && answer.problems).toEqual(['PORT doit être un nombre entier entre 1 et 65535.']);
  });

  it('may stand elsewhere, and is missed when it does not', () => {
    written(whole);
    expect(environmentOf({ PASSERELLE_ENV: 'autre.env' }, folder).problems).toEqual([expect.stringContaining('autre.env')]);
    writeFileSync(join(folder, 'autre.env'), 'PORT=4001');
    expect(environmentOf({ PASSERELLE_ENV: 'autre.env' }, folder).env).toMatchObject({ PORT: '4001', DEMO: '0' });
  });
});

describe('TRUST_PROXY', () => {
  const proxies = (TRUST_PROXY: string) => readHouseSettings({ DEMO: '1', TRUST_PROXY }, [], folder);
  it.each(['loopback', '127.0.0.1', '10.0.0.0/8, 192.0.2.1', '::1', 'fd00::/8'])('believes %s', (value) => expect(proxies(value)).toMatchObject({ settings: { trustProxy: value } }));
  it.each(['true', '*', 'tous', '10.0.0', '1'])('refuses %s: anybody could then give himself an address', (value) => expect(proxies(value)).toMatchObject({ problems: [expect.stringContaining('TRUST_PROXY')] }));
});
