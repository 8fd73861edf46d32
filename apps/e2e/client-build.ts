import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** `dist/web/client/.vite/manifest.json`: which file holds which source, and what it needs. */
interface Manifest {
  readonly [source: string]: { readonly file: string; readonly imports?: readonly string[] };
}

const manifestOf = async (client: string): Promise<Manifest> => JSON.parse(await readFile(join(client, '.vite', 'manifest.json'), 'utf8')) as Manifest;
const sourceOf = (manifest: Manifest, part: string): string => {
  const found = Object.keys(manifest).find((source) => source.split('?')[0]!.endsWith(part));
  if (!found) throw new Error(`the build has no chunk for ${part}`);
  return found;
};

/** The chunks these sources load at once. */
function chunksFrom(manifest: Manifest, sources: readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  const take = (source: string): void => {
    if (met.has(source) || !manifest[source]) return;
    met.add(source);
    manifest[source].imports?.forEach(take);
  };
  sources.forEach(take);
  return met;
}

/** Gzipped bytes of JavaScript that a first visit loads: the entry, the root, this route, and what they say in one language. */
export async function firstLoadBytes(client: string, route: string, language: 'fr' | 'ar'): Promise<number> {
  const manifest = await manifestOf(client);
  const wanted = ['entry.client.tsx', 'root.tsx', `routes/${route}.tsx`, `sentences/${language}/root`, `sentences/${language}/routes/${route}`];
  const files = new Set([...chunksFrom(manifest, wanted.map((part) => sourceOf(manifest, part)))].map((source) => manifest[source]!.file));
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(client, file)), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const prefix = 'virtual:sentences/';

/** Addresses of the files that hold sentences, by `<language>/<route>`. */
export async function sentenceFiles(client: string): Promise<ReadonlyMap<string, string>> {
  const entries = Object.entries(await manifestOf(client)).filter(([source]) => source.startsWith(prefix));
  return new Map(entries.map(([source, { file }]) => [source.slice(prefix.length), `/${file}`]));
}
