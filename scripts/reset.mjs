// Removes a demo's data, after stopping whoever serves them. Touches no folder that is not a demo's.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What Passerelle itself puts in its data folder; anything else there is someone's and stays. */
const OURS = [/^postgres$/, /^postgres\.new-\d+$/, /^postgres\.password$/, /^passerelle\.pid$/, /^demo\.secret$/, /^demo-/];

/** @returns the process's exit code */
export async function resetDemo(root) {
  const folder = resolve(root, process.env.DATA_DIR || '.data');
  if (!existsSync(folder)) return say('Rien à effacer : la démonstration n’a pas encore de données.', 0);
  const dataDir = realpathSync(folder);
  if (process.env.DEMO === '0' || process.env.DATABASE_URL || !existsSync(join(dataDir, 'demo.secret'))) {
    return say(`${dataDir} ne contient pas les données d’une démonstration : rien n’est effacé.`, 1);
  }
  // The embedded server may have been given the data folder itself, or a folder of its own inside.
  for (const folderOfServer of [join(dataDir, 'postgres'), dataDir]) await stopServing(folderOfServer);
  for (const name of readdirSync(dataDir)) {
    if (OURS.some((pattern) => pattern.test(name))) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  return say('La démonstration est effacée ; `npm start` en fait une nouvelle.', 0);
}

async function stopServing(folder) {
  await stop(numberIn(join(folder, 'passerelle.pid')), (pid) => isPasserelle(pid), 'SIGTERM');
  const cluster = join(folder, 'postgres');
  await stop(numberIn(join(cluster, 'postmaster.pid')), (pid) => standsIn(pid, cluster), 'SIGINT');
}

function say(sentence, code) {
  (code === 0 ? console.log : console.error)(sentence);
  return code;
}

const numberIn = (file) => (existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0);

/** Asks a process to end, if it is who the file says; by force after 20 s. */
async function stop(pid, isTheOne, signal) {
  if (!pid || !isTheOne(pid)) return;
  process.kill(pid, signal);
  for (let tenth = 0; tenth < 200 && isTheOne(pid); tenth += 1) await sleep(100);
  if (isTheOne(pid)) process.kill(pid, 'SIGKILL');
}

/** A pid file may outlive its process, and its number be another's: look before killing. */
function isPasserelle(pid) {
  return /[\\/]main\.js/.test(commandOf(pid));
}

function standsIn(pid, cluster) {
  if (process.platform !== 'linux') return commandOf(pid).includes(cluster);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], { encoding: 'utf8' }).includes('node.exe') ? '/main.js' : '';
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
