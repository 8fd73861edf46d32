// npm run check: every house rule, each step with its time. All steps run even when one fails.
// `node scripts/check.mjs rooms phrases` runs the named steps only; an absolute path is another tree to check (planted violations).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const root = words.find(isAbsolute) ?? home;
const asked = words.filter((word) => !isAbsolute(word));
process.chdir(root);
const bin = (name) => join(home, 'node_modules/.bin', name);
const house = (name, ...words) => [join(home, 'scripts/house', name), root, ...words];
const web = existsSync('apps/web/tsconfig.json');
const routeTypes = existsSync('apps/web/react-router.config.ts') ? [[bin('react-router'), 'typegen', 'apps/web']] : [];

/** Longest first: two at a time on two cores. `commands` run one after the other; a step without its file is not there. */
const steps = [
  { name: 'types and lint', commands: [house('lint.mjs', 'house')] },
  { name: 'types and lint of the web', when: web, commands: [...routeTypes, house('lint.mjs', 'web')] },
  { name: 'printed faces', when: existsSync('scripts/print.mjs'), commands: [['scripts/print.mjs', '--check']] },
  { name: 'rooms', commands: [house('rooms.mjs')] },
  { name: 'phrases', commands: [house('phrases.mjs')] },
  { name: 'styles', commands: [house('styles.mjs')] },
  { name: 'names', commands: [house('names.mjs')] },
].filter(({ when }) => when ?? true);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function play(command) {
  return new Promise((settle) => {
    let output = '';
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => settle({ failed: true, output: String(error) }));
    child.on('close', (code) => settle({ failed: code !== 0, output }));
  });
}

async function take({ name, commands }) {
  const since = performance.now();
  let outcome = { failed: false, output: '' };
  for (const command of commands) {
    const { failed, output } = await play(command);
    outcome = { failed, output: outcome.output + output };
    if (failed) break;
  }
  console.log(`${outcome.failed ? 'FAIL' : 'ok  '} ${name} (${seconds(since)})${outcome.failed ? '' : summary(outcome.output)}`);
  if (outcome.failed) console.log(outcome.output.trimEnd().replace(/^/gm, '     '));
  return outcome.failed;
}

/** A step that counts what it saw says so on its last line. */
const summary = (output) => {
  const last = output.trim().split('\n').at(-1);
  return last && /^\d|sentences/.test(last) ? `: ${last}` : '';
};

const started = performance.now();
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`no step named ${unknown.join(', ')}: ${steps.map(({ name }) => name).join(', ')}`);
const queue = steps.filter(({ name }) => asked.length === 0 || asked.includes(name));
const failures = [];
const worker = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) if (await take(step)) failures.push(step.name);
};
await Promise.all([worker(), worker()]);
console.log(failures.length > 0 ? `check: ${failures.join(', ')} failed (${seconds(started)})` : `check: all is well (${seconds(started)})`);
process.exitCode = failures.length > 0 ? 1 : 0;
