// Phrases parity over the tree at `root` (several may be named): complete languages say the same things, and every sentence asked for exists.
import { join } from 'node:path';
import { readCatalogues, sourcesUnder } from './catalogues.mjs';
import { parityFaults } from './parity.mjs';
import { spokenKeys } from './spoken.mjs';

/** `ui.timeline.*` stands for a key completed at run time: some sentence must fit. */
function isSaid(key, known) {
  if (!key.includes('*')) return known.has(key);
  const shape = new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '.+')}$`);
  return [...known.keys()].some((candidate) => shape.test(candidate));
}

async function check(root) {
  const catalogues = await readCatalogues(root);
  const french = catalogues.get('fr') ?? new Map();
  const asked = spokenKeys(root, ['libs', 'apps/api', 'apps/web'].flatMap((folder) => sourcesUnder(join(root, folder))));
  const unsaid = asked.filter(({ key }) => !isSaid(key, french)).map(({ key, place }) => `${place} asks for ${key}: no such sentence`);
  const faults = [...parityFaults(catalogues), ...unsaid];
  for (const fault of faults) console.log(fault);
  const sizes = [...catalogues].map(([language, sentences]) => `${language} ${sentences.size}`).join(', ');
  console.log(`${sizes || 'no'} sentences, ${asked.length} asked for, ${faults.length} faults`);
  return faults.length === 0 && french.size > 0;
}

const roots = process.argv.length > 2 ? process.argv.slice(2) : [process.cwd()];
for (const root of roots) if (!(await check(root))) process.exitCode = 1;
