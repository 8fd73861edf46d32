// npm start: from a fresh clone to a served page, with Node and npm alone.
//   node scripts/start.mjs [--role api|worker]     installs, builds what is stale, serves the instance of passerelle.env, else the demo
//   node scripts/start.mjs --demo                  serves the demo, even beside an instance
//   node scripts/start.mjs --reset-only            removes the demo's data
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, installState, requireNode } from './install.mjs';
import { resetDemo } from './reset.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const main = join(root, 'dist/apps/api/src/main.js');
const words = process.argv.slice(2).filter((word) => word !== '--demo');
if (process.argv.includes('--demo')) process.env.DEMO = '1';

requireNode();
try {
  process.exitCode = words.includes('--reset-only') ? await resetDemo(root) : await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  const port = Number(settingOf('PORT') || 3000);
  const host = settingOf('HOST') || '127.0.0.1';
  if (!words.includes('worker') && !words.includes('--role=worker') && (await isTaken(port, host))) {
    console.error(`Le port ${port} est déjà pris sur ${host} : une Passerelle tourne peut-être déjà. Choisissez-en un autre : PORT=${port + 1} npm start`);
    return 1;
  }
  await makeReady();
  return serve();
}

/** As the house itself will read it, before anything is built: the environment, else passerelle.env unless this is a demo. */
function settingOf(name) {
  const file = join(root, process.env.PASSERELLE_ENV || 'passerelle.env');
  if (process.env[name] || process.env.DEMO === '1' || !existsSync(file)) return process.env[name];
  return new RegExp(`^\\s*${name}\\s*=\\s*"?([^"\\s#]+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
}

/** Installs and builds what is missing; says beforehand what it will do, so that a silent minute frightens nobody. */
async function makeReady() {
  const { staleParts, buildServer, buildWeb } = await import('./build.mjs');
  const installed = installState(root);
  let stale = staleParts();
  const builds = stale.server || stale.web || !existsSync(main);
  const installs = installed === 'stale' || (installed === 'without tools' && builds);
  if (installs) console.log('Installation des dépendances (npm ci, une à deux minutes la première fois)…');
  if (builds) console.log('Construction du serveur et du web…');
  if (installs) await timed('Installation', () => install(root));
  if (!builds) return;
  stale = staleParts();
  await timed('Construction', async () => {
    if (stale.server || !existsSync(main)) await buildServer();
    if (stale.web) buildWeb();
  });
}

/**
 * Runs the house until it ends; its signals are ours, and so is its exit code. It is told when `npm start` began
 * (milliseconds since 1970), to print how long that took to the first page.
 */
function serve() {
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PASSERELLE_STARTED_AT: String(Math.round(performance.timeOrigin)) },
  });
  // In a terminal Ctrl-C reaches the child too; it must not be asked twice, only waited for.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

async function timed(name, work) {
  const begun = performance.now();
  await work();
  console.log(`${name} : ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

function isTaken(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    // Only a taken port is judged here; any other trouble is a setting's, and the application names them all at once.
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    if (!Number.isInteger(port) || port < 1 || port > 65535) return resolve(false);
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
