// Installs what package-lock.json asks for, only when node_modules differs from it. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];

/** Ends the process with one sentence when this Node is too old to run anything here. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Passerelle demande Node ${OLDEST_NODE.join('.')} ou plus récent ; celui-ci est ${version}. Voir https://nodejs.org`);
  process.exit(1);
}

/**
 * Compares npm's own record of what it installed with the lock: 'fresh', 'without tools' (installed by
 * `npm ci --omit=dev`) or 'stale' (absent, incomplete or other versions).
 */
export function installState(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'stale';
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  let withoutTools = false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const present = installed[path] !== undefined;
    if (present && installed[path].version !== entry.version) return 'stale';
    if (present || entry.optional || entry.devOptional || entry.peer) continue;
    if (!entry.dev) return 'stale';
    withoutTools = true;
  }
  return withoutTools ? 'without tools' : 'fresh';
}

/** Runs `npm ci` in the project; throws with npm's exit code when it fails. */
export function install(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath;
  const [command, list] = own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
  const ended = spawnSync(command, list, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' });
  if (ended.status !== 0) throw new Error(`npm ci a échoué (code ${ended.status ?? ended.signal}).`);
}
