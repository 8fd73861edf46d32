import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '#platform';

/** What tests start in processes of their own: paths under `dist/`. */
const entries = [
  'apps/api/src/main.js', 'apps/api/src/cli/main.js', 'apps/api/src/house.js', 'apps/api/src/migrate.js',
  'apps/api/src/backup/backup-house.js', 'apps/api/src/backup/restore-house.js',
  'libs/kernel/src/index.js', 'libs/platform/src/index.js', 'libs/notices/src/index.js',
] as const;

const bundler = join(process.cwd(), 'test/few-files/bundle.mjs');
const made = join(process.cwd(), 'dist/.few-files');
const anHour = 3_600_000;

/**
 * The folder that holds the built server in a few files, under the same paths as in `dist/`: the same code, loaded in a quarter of
 * the processor time. Made when the build has changed, by whichever test file asks first.
 * @throws Error with the bundler's words when the build does not hold together
 */
export function fewFiles(): string {
  const folder = folderOfThisBuild();
  if (existsSync(folder)) return folder;
  forgetOldOnes();
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [bundler, folder, ...entries], { env: { ...env, NODE_ENV: 'production' }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build does not go into a few files: ${stderr}`);
  return folder;
}

/** Named by what it is made from. */
function folderOfThisBuild(): string {
  const key = createHash('sha256').update(entries.join());
  for (const path of ['dist/.server.json', 'package-lock.json', bundler]) key.update(readFileSync(path));
  return join(made, key.digest('hex').slice(0, 16));
}

/** One file to start instead of `dist/` + the same path. */
export const inFewFiles = (path: (typeof entries)[number]): string => join(fewFiles(), path);

/** Of earlier builds, those that no run can still be using. */
function forgetOldOnes(): void {
  const now = new SystemClock().now().getTime();
  for (const name of existsSync(made) ? readdirSync(made) : []) {
    const folder = join(made, name);
    if (now - statSync(folder, { throwIfNoEntry: false })!.mtimeMs > anHour) rmSync(folder, { recursive: true, force: true });
  }
}
