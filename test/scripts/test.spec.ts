import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PATIENCE_MS = 60_000;
let house: string;

/** A house whose only content is tests, run by the real runner. */
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'passerelle-runner-spec-'));
  for (const path of ['scripts', 'test/one-world', '.swcrc', 'package.json', 'package-lock.json']) await cp(path, join(house, path), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  await writeFile(join(house, 'jest.config.mjs'), `export default { testRunner: '<rootDir>/test/one-world/runner.mjs', testMatch: ['<rootDir>/test/*.{spec,e2e}.mjs'], transform: {} };`);
  const tests = {
    good: `it('is true', () => expect(1).toBe(1));`,
    oracle: `it('asks', () => { process.env.PASSERELLE_ORACLES_FILE && append(process.env.PASSERELLE_ORACLES_FILE, 'WebKit\\n'); });`,
    bad: `it('is false', () => expect(1).toBe(2));`,
    unloadable: `throw new Error('not even a test');`,
    skipped: `it('is true', () => expect(1).toBe(1)); it.skip('waits', () => undefined);`,
    soak: `it('knows', () => expect(process.env.SOAK).toBe('1'));`,
  };
  const head = `import { appendFileSync as append } from 'node:fs';\nimport { expect, it } from '@jest/globals';\nvoid append;\n`;
  for (const [name, body] of Object.entries(tests)) await writeFile(join(house, 'test', `${name}.spec.mjs`), head + body);
  const stories = {
    breathless: `it('had no time the first time', () => { append('${join(house, 'played')}', '.'); expect(read('${join(house, 'played')}', 'utf8')).toBe('..'); });`,
    wrong: `it('is false', () => expect(1).toBe(2));`,
  };
  for (const [name, body] of Object.entries(stories)) await writeFile(join(house, 'test', `${name}.e2e.mjs`), `${head}import { readFileSync as read } from 'node:fs';\nvoid read;\n${body}`);
});
afterAll(() => rm(house, { recursive: true, force: true }));

function run(...words: string[]): { code: number | null; last: string[]; again: string[] } {
  const ended = spawnSync(process.execPath, ['scripts/test.mjs', ...words], { cwd: house, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', SOAK: '' } });
  const lines = ended.stdout.trimEnd().split('\n');
  return { code: ended.status, last: lines.slice(-2), again: lines.slice(0, -2) };
}

describe('npm test', () => {
  it('counts what passed and ends well', () => {
    expect(run('good')).toEqual({ code: 0, last: ['Did not run: nothing.', '1 passed, 0 failed'], again: [] });
  }, PATIENCE_MS);

  it('names the oracle that was not there', () => {
    expect(run('good', 'oracle')).toEqual({ code: 0, last: ['Did not run: WebKit.', '2 passed, 0 failed'], again: [] });
  }, PATIENCE_MS);

  it('names a test that was skipped', () => {
    expect(run('skipped').last).toEqual(['Did not run: waits.', '1 passed, 0 failed']);
  }, PATIENCE_MS);

  it.each([
    ['a failed test', ['good', 'bad'], '1 passed, 1 failed'],
    ['a file that does not load', ['good', 'bad', 'unloadable'], '1 passed, 2 failed'],
    ['no test at all', ['nothing-of-this-name'], '0 passed, 1 failed'],
    ['no test at all, even when that is allowed', ['nothing-of-this-name', '--passWithNoTests'], '0 passed, 0 failed'],
  ])('ends badly after %s', (_, words, line) => {
    expect(run(...words)).toMatchObject({ code: 1, last: [expect.anything(), line] });
  }, PATIENCE_MS);

  it('plays a failed story again, alone, and names it; a fault fails twice; nothing else is played again', () => {
    const told = (name: string, how: string): string => `Failed beside the others, played again alone: test/${name}.e2e.mjs: ${how}.`;
    expect(run('good', 'breathless')).toEqual({ code: 0, last: ['Did not run: nothing.', '2 passed, 0 failed'], again: [told('breathless', 'passed')] });
    expect(run('good', 'wrong')).toEqual({ code: 1, last: ['Did not run: nothing.', '1 passed, 1 failed'], again: [told('wrong', 'failed')] });
    expect(run('wrong', 'bad')).toEqual({ code: 1, last: ['Did not run: nothing.', '0 passed, 2 failed'], again: [] });
  }, PATIENCE_MS);

  it('soaks only when asked to', () => {
    expect(run('soak').code).toBe(1);
    expect(run('soak', '--soak').code).toBe(0);
  }, PATIENCE_MS);
});
