import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundler = join(root, 'test/few-files/for-jest.mjs');
const made = join(root, 'dist/.one-file');
const anHour = 3_600_000;

/**
 * The folder that holds the built house in one file, for `resolver.cjs`. Made when the build or the packages have changed.
 * @throws Error with the bundler's words when the build does not hold together
 */
export function houseInOneFile() {
  const folder = join(made, keyOf(['dist/.server.json', 'dist/.web.json', 'package-lock.json', 'test/few-files/for-jest.mjs']));
  if (existsSync(folder)) return folder;
  forgetOldOnes();
  mkdirSync(made, { recursive: true });
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [bundler, folder], { cwd: root, env: { ...env, NODE_ENV: 'production' }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the house does not go into one file: ${stderr}`);
  return folder;
}

/** Named by what it is made from. */
function keyOf(paths) {
  const key = createHash('sha256').update(process.version);
  for (const path of paths) if (existsSync(join(root, path))) key.update(readFileSync(join(root, path)));
  return key.digest('hex').slice(0, 16);
}

/** Of earlier builds, those that no run can still be using. */
function forgetOldOnes() {
  for (const name of existsSync(made) ? readdirSync(made) : []) {
    const { mtimeMs } = statSync(join(made, name), { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
    if (performance.timeOrigin + performance.now() - mtimeMs > anHour) rmSync(join(made, name), { recursive: true, force: true });
  }
}
