// The files a build is made of, and one number that changes when any of them does.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.react-router', '.data', 'coverage']);

/** Paths (with `/`, relative to the root) of every file below a folder, sorted; empty when the folder is absent. */
export function filesUnder(root, folder) {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  const found = [];
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    if (NOT_SOURCES.has(entry.name)) continue;
    if (entry.isDirectory()) found.push(...filesUnder(root, `${folder}/${entry.name}`));
    else if (entry.isFile()) found.push(`${folder}/${entry.name}`);
  }
  return found.sort();
}

/** SHA-256 over names and bytes of the files; an absent one counts as such. */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    const absolute = join(root, path);
    if (existsSync(absolute)) hash.update(readFileSync(absolute));
    hash.update('\0');
  }
  return hash.digest('hex');
}
