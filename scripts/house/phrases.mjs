// Phrases parity over the tree at `root`: complete languages say the same things, and every sentence asked for exists.
import { join } from 'node:path';
import { readCatalogues, sourcesUnder } from './catalogues.mjs';
import { parityFaults } from './parity.mjs';
import { spokenKeys } from './spoken.mjs';

const root = process.argv[2] ?? process.cwd();
const catalogues = await readCatalogues(root);
const french = catalogues.get('fr') ?? new Map();
const asked = spokenKeys(root, ['libs', 'apps/api', 'apps/web'].flatMap((folder) => sourcesUnder(join(root, folder))));
const said = (key) => french.has(key) || (key.includes('*') && [...french.keys()].some((known) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '.+')}$`).test(known)));
const unsaid = asked.filter(({ key }) => !said(key)).map(({ key, place }) => `${place} asks for ${key}: no such sentence`);
const faults = [...parityFaults(catalogues), ...unsaid];
for (const fault of faults) console.log(fault);
console.log(`${[...catalogues].map(([language, sentences]) => `${language} ${sentences.size}`).join(', ')} sentences, ${asked.length} asked for, ${faults.length} faults`);
process.exitCode = faults.length > 0 || french.size === 0 ? 1 : 0;
