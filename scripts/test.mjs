// npm test: every unit, database and browser test, from a fresh clone. `npm run soak` adds the long sizes (SOAK=1).
//   node scripts/test.mjs [--soak] [jest's own arguments]
// The last line is `N passed, N failed`; the line before names what did not run, and why that is not silent.
// A browser's story that failed beside the others is played once more, alone, and named: a busy machine is slow, not wrong; a fault fails twice.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, installState, requireNode } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const words = process.argv.slice(2);
const soak = words.includes('--soak');
const folder = mkdtempSync(join(tmpdir(), 'passerelle-results-'));
/** More stories than this do not fail for want of breath. */
const mostAgain = 3;
let runs = 0;

requireNode();
try {
  if (installState(root) !== 'fresh') install(root);
  const { buildServer, buildWeb } = await import('./build.mjs');
  await buildServer();
  buildWeb();
  process.exitCode = report(again(runJest(words)));
} catch (error) {
  console.error(error.message);
  console.log('Did not run: everything, because the project did not install or build.');
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs Jest to its end; what it counted is read from its own result file, never from its words. */
function runJest(wish) {
  const results = join(folder, `results-${(runs += 1)}.json`);
  const oracles = join(folder, 'oracles.txt');
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js')];
  const args = ['--json', `--outputFile=${results}`, ...wish.filter((word) => word !== '--soak')];
  const ended = spawnSync(process.execPath, [...jest, ...args], {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, PASSERELLE_ORACLES_FILE: oracles, ...(soak ? { SOAK: '1' } : {}) },
  });
  return {
    code: ended.status ?? 1,
    results: existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined,
    oracles: existsSync(oracles) ? [...new Set(readFileSync(oracles, 'utf8').split('\n').filter(Boolean))] : [],
  };
}

/** The failed stories, played alone: what they say then is what counts. */
function again(first) {
  const failed = (first.results?.testResults ?? []).filter(({ status }) => status === 'failed');
  const stories = failed.map(({ name }) => name).filter((name) => /\.e2e\.[cm]?[jt]s$/.test(name));
  if (stories.length === 0 || stories.length > mostAgain || failed.length > stories.length) return first;
  const { results, oracles } = runJest(['--runInBand', ...(soak ? ['--soak'] : []), '--runTestsByPath', ...stories]);
  if (!results) return first;
  const still = new Set(results.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name));
  for (const name of stories) console.log(`Failed beside the others, played again alone: ${relative(root, name)}: ${still.has(name) ? 'failed' : 'passed'}.`);
  const testResults = [...first.results.testResults.filter(({ name }) => !stories.includes(name)), ...results.testResults];
  const count = (status) => testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  return {
    code: still.size === 0 ? 0 : 1,
    results: { testResults, numPassedTests: count('passed'), numFailedTests: count('failed'), numRuntimeErrorTestSuites: results.numRuntimeErrorTestSuites },
    oracles: [...new Set([...first.oracles, ...oracles])],
  };
}

function report({ code, results, oracles }) {
  const passed = results?.numPassedTests ?? 0;
  // A file that could not even be loaded, or a run that died, is a failure although no test of it was counted.
  const counted = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  const failed = counted || (code === 0 ? 0 : 1);
  // With -t, Jest calls skipped what was simply not asked for.
  const asked = words.some((word) => /^(-t|--testNamePattern)/.test(word));
  const absent = [...oracles, ...(asked ? [] : skippedIn(results))];
  console.log(absent.length === 0 ? 'Did not run: nothing.' : `Did not run: ${absent.join('; ')}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return code === 0 && failed === 0 && passed > 0 ? 0 : 1;
}

function skippedIn(results) {
  const tests = (results?.testResults ?? []).flatMap((file) => file.assertionResults);
  return tests.filter((test) => test.status === 'pending' || test.status === 'todo').map((test) => test.fullName);
}
