import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { verify } from '../../apps/api/src/verify/verify.js';
import { honestJournal } from './honest-journal.contract.js';
import { hands } from './tamper.contract.js';

/** A guard must be seen to fail: each defect planted in the verifier's own text lets some tampering pass. */
const defects: readonly (readonly [name: string, file: string, text: string, planted: string])[] = [
  ['does not compare a leaf with its hash', 'chain-check.ts', 'if (!isWhole)', 'if (isWhole && !isWhole)'],
  ['does not follow the links', 'chain-check.ts', 'if (!linkHash(', 'if (false && !linkHash('],
  ['does not count to the head', 'chain-check.ts', 'if (sequence > last)', 'if (sequence < 0n)'],
  ['does not compare the head’s hash', 'chain-check.ts', 'else if (!hash.equals(lastHash))', 'else if (hash.length === 1)'],
  ['does not compare rows with their digests', 'rows-check.ts', '!== commitment.digest)', '=== "never")'],
  ['forgives words that disappeared', 'rows-check.ts', 'words === null && !this.erased.has(place)', 'words === "never"'],
  ['does not compare words with their commitment', 'rows-check.ts', '!== promised.sealed ||', '=== "never" ||'],
  ['does not hash files again', 'acts-check.ts', 'file.measured !== file.sha256', 'file.measured === "never"'],
];
const sources = 'apps/api/src/verify';
const tampered = { whole: 240, planted: 2_000 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The verifier as it is written, with one text of one file replaced. */
async function verifierWith([name, file, text, planted]: readonly [string, string, string, string]): Promise<typeof verify> {
  const mark = String(defects.findIndex(([known]) => known === name) + 1);
  for (const source of (await readdir(sources)).filter((known) => known.endsWith('.ts') && !/spec|archive/.test(known))) {
    const written = await readFile(join(sources, source), 'utf8');
    if (source === file && !written.includes(text)) throw new Error(`« ${text} » no longer stands in ${file}`);
    const { code } = transformSync(source === file ? written.replace(text, () => planted) : written, { filename: source, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
    await writeFile(join(folder, `${mark}-${source.replace('.ts', '.mjs')}`), code.replace(/from '\.\/([\w-]+)\.js'/g, `from './${mark}-$1.mjs'`).replace(/from "\.\/([\w-]+)\.js"/g, `from "./${mark}-$1.mjs"`));
  }
  return ((await import(pathToFileURL(join(folder, `${mark}-verify.mjs`)).href)) as { verify: typeof verify }).verify;
}

/** The first tampering that was neither found nor named, or null when every one was. */
async function missedBy(judge: typeof verify, most = tampered.planted): Promise<string | null> {
  for (let seed = 1; seed <= most; seed += 1) {
    const journal = honestJournal(seed * 7_919);
    const done = hands[seed % hands.length]?.(journal);
    const { findings } = await judge(journal.evidence);
    if (done && !findings.some(({ where }) => done.names.some((name) => where.includes(name)))) return done.what;
  }
  return null;
}

describe('the tampering test', () => {
  it('is green over the verifier copied without a defect', async () => {
    expect(await missedBy(await verifierWith(['none', 'none', '', '']), tampered.whole)).toBeNull();
  });

  it.each(defects)('turns red when the verifier %s', async (...defect) => {
    expect(await missedBy(await verifierWith(defect))).not.toBeNull();
  });
});
