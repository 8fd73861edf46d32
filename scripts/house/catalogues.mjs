// The sentences themselves: every language's catalogue read from its sources, so that no build is needed.
import { transformFileSync } from '@swc/core';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const typescript = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };

/** Every TypeScript file under `folder`, specs excepted. */
export function sourcesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => /(?<!\.(spec|e2e|contract|d))\.tsx?$/.test(path) && !/[\\/](node_modules|\.react-router)[\\/]/.test(path)).sort();
}

const isTree = (value) => typeof value === 'object' && value !== null;

/** `{a: {b: 'x'}}` as `['a.b', 'x']` pairs. */
export const sentencesOf = (tree, path = '') =>
  Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? sentencesOf(value, `${path}${key}.`) : [[`${path}${key}`, value]]));

/**
 * @param {string} root folder that holds libs/phrases
 * @returns {Promise<Map<string, Map<string, string>>>} language to key to sentence
 */
export async function readCatalogues(root) {
  const home = join(root, 'libs/phrases/src');
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-phrases-'));
  try {
    for (const path of sourcesUnder(home)) {
      const target = join(copy, relative(home, path).replace(/\.tsx?$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transformFileSync(path, { ...typescript, swcrc: false }).code);
    }
    writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
    const languages = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(copy, entry.name, 'index.js')));
    const read = async ({ name }) => [name, new Map(sentencesOf(await import(pathToFileURL(join(copy, name, 'index.js')).href)))];
    return new Map(await Promise.all(languages.map(read)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
