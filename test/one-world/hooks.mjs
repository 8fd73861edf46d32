// How Node finds and reads what a file of tests imports: the house as it was built, once a process; tests and what stands beside them
// from their sources, anew for each file of tests (`?file=N` follows from importer to imported).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../../', import.meta.url);
const built = new URL('dist/', root);
const globals = new URL('globals.mjs', import.meta.url);
const isSource = (url) => /\.tsx?$/.test(url.pathname);
/** Written by the house's people, yet made of tests. */
const isOfTests = (path) => path.endsWith('.contract.ts');

/** The source behind an import: `x.js` is written `x.ts`. */
function sourceOf(url) {
  if (isSource(url)) return url;
  return ['.ts', '.tsx'].map((ending) => new URL(url.href.replace(/\.js$/, ending))).find((one) => existsSync(one));
}

/** The built file of a source of the house. */
function builtOf(source) {
  const path = source.href.slice(root.href.length);
  if (!/^(apps\/api|libs\/\w+)\/src\//.test(path) || isOfTests(path)) return undefined;
  const file = new URL(path.replace(/\.tsx?$/, '.js'), built);
  return existsSync(file) ? file : undefined;
}

export async function resolve(specifier, context, next) {
  const parent = context.parentURL === undefined ? undefined : new URL(context.parentURL);
  if (!parent?.search.startsWith('?file=')) return next(specifier, context);
  if (specifier === '@jest/globals') return { url: globals.href + parent.search, shortCircuit: true };
  const wanted = specifier.startsWith('.') ? new URL(specifier, parent) : undefined;
  const source = wanted && sourceOf(wanted);
  return source ? { url: builtOf(source)?.href ?? source.href + parent.search, shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  const at = new URL(url);
  if (at.protocol !== 'file:' || !isSource(at)) return next(url, context);
  const path = fileURLToPath(at);
  const { code } = await transform(await readFile(path, 'utf8'), { filename: path, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
