import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Installer {
  installState(root: string): 'fresh' | 'without tools' | 'stale';
}
const script = pathToFileURL(join(process.cwd(), 'scripts/install.mjs')).href;
const { installState } = (await import(script)) as Installer;

const lock = {
  '': { name: 'house' },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/jest': { version: '30.0.0', dev: true },
  'node_modules/only-on-mac': { version: '1.0.0', optional: true },
};
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-install-spec-'));
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const installed = (packages: object) => writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
const tools = { 'node_modules/jest': { version: '30.0.0', dev: true } };

describe('what is installed, beside the lock', () => {
  it('is stale when nothing is', () => {
    expect(installState(folder)).toBe('stale');
  });

  it('is fresh when all but another platform’s packages are there', async () => {
    await installed({ 'node_modules/pg': { version: '8.0.0' }, ...tools });
    expect(installState(folder)).toBe('fresh');
  });

  it('is stale at another version, or with a package missing', async () => {
    await installed({ 'node_modules/pg': { version: '7.9.9' }, ...tools });
    expect(installState(folder)).toBe('stale');
    await installed(tools);
    expect(installState(folder)).toBe('stale');
  });

  it('is enough to serve, not to build, without the tools', async () => {
    await installed({ 'node_modules/pg': { version: '8.0.0' } });
    expect(installState(folder)).toBe('without tools');
  });
});

describe('Node', () => {
  it.each([
    ['20.18.3', 1],
    ['18.20.0', 1],
    ['20.19.0', 0],
    ['24.1.0', 0],
  ])('%s ends with code %i', (version, code) => {
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', `(await import(${JSON.stringify(script)})).requireNode(${JSON.stringify(version)})`], { encoding: 'utf8' });
    expect(ended.status).toBe(code);
    expect(ended.stderr.includes(`celui-ci est ${version}`)).toBe(code === 1);
  });
});
