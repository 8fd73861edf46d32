import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(120_000);
const root = process.cwd();
let folder: string;
let outcome: Record<string, string>;

const asks = "import { expect, it } from '@jest/globals';\nimport * as kernel from '../../libs/kernel/src/index.js';\nimport { count } from './neighbour.js';\n";
const world = 'const world = globalThis as unknown as { house?: unknown };\n';
/** In this order, in one process. */
const files = {
  'neighbour.ts': 'let counted = 0;\nexport const count = (): number => (counted += 1);\n',
  'a.spec.ts': `${asks}${world}it('leaves much behind', () => { world.house = kernel; process.env['LEFT_BEHIND'] = 'yes'; console.log = () => undefined; expect(count()).toBe(1); });\nit('hangs', () => new Promise(() => undefined), 100);\nit('is wrong', () => expect(1).toBe(2));\n`,
  'b.spec.ts': `${asks}${world}it('finds the same house', () => expect(world.house).toBe(kernel));\nit('finds its neighbour anew', () => expect(count()).toBe(1));\nit('finds no variable of the file before', () => expect(process.env['LEFT_BEHIND']).toBeUndefined());\n`,
};

/** Real files of tests, beside the house, run by Jest in one process. */
beforeAll(() => {
  folder = mkdtempSync(join(root, 'test', 'one-world-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const names = Object.keys(files).filter((name) => name.endsWith('.spec.ts'));
  writeFileSync(join(folder, 'in-order.cjs'), "module.exports = class { sort(tests) { return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1)); } shard(tests) { return tests; } cacheResults() {} };\n");
  const config = { rootDir: folder, testRunner: join(root, 'test/one-world/runner.mjs'), testSequencer: join(folder, 'in-order.cjs'), testMatch: names.map((name) => `<rootDir>/${name}`), transform: {} };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--config', join(folder, 'jest.config.json'), '--runInBand', '--json', `--outputFile=${join(folder, 'said.json')}`], { cwd: root, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as { testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[] };
  outcome = Object.fromEntries(testResults.flatMap((file) => file.assertionResults).map(({ title, status, failureMessages: [why = ''] }) => [title, `${status} ${why}`]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files of tests in one world', () => {
  it('share the house, and nothing of their own', () => {
    for (const title of ['leaves much behind', 'finds the same house', 'finds its neighbour anew', 'finds no variable of the file before']) expect(outcome[title]).toBe('passed ');
  });

  it('fail where they are wrong, at their own line, and where they hang', () => {
    expect(outcome['is wrong']).toMatch(/^failed .*toBe[^]*a\.spec\.ts\S*:7:/);
    expect(outcome['hangs']).toMatch(/^failed .*Exceeded timeout of 100 ms/);
  });
});
