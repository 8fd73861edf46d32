// The built server and its packages in some hundred files, for the tests that open the house: Jest loads every module anew for each
// file of tests, and there are 3,000.
//   node test/few-files/for-jest.mjs FOLDER   writes FOLDER/index.json: which source and which package stands behind which door
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { whereItStands } from './where-it-stands.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = (path) => join(root, 'dist', path);

/** All that these reach comes along. In this order, as a house is opened. */
const roots = ['apps/api/src/house.js', 'apps/api/src/boot/machines.js', 'apps/api/src/demo/open-demo.js', 'apps/api/src/migrations/all.js'];
/** What tests import too, or what a class or a registry is shared with. Native code stays where it is. */
const packages = [
  '@nestjs/common', '@nestjs/core', '@nestjs/graphql', '@nestjs/platform-fastify', '@nestjs/testing', 'rxjs', 'graphql', 'graphql-http', 'graphql-jit',
  'dataloader', 'fastify', '@fastify/busboy', 'typeorm', 'bullmq', 'ioredis', 'nodemailer', 'zod', 'docx', 'write-excel-file/node', 'saxes', 'qrcode',
  'ical-generator', 'moment-timezone', 'intl-messageformat', 'papaparse', '@simplewebauthn/server', '@simplewebauthn/server/helpers', 'yazl', 'fast-check', 'pg', 'react-router',
];
const external = ['@myriaddreamin/typst-ts-node-compiler', 'reflect-metadata'];
/**
 * Each test file has a world of its own, where a global costs a hundred times a local: what no test replaces is taken once.
 */
const taken = [
  'Object', 'Array', 'Function', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Reflect', 'Proxy', 'Promise', 'RegExp', 'Date', 'Error', 'TypeError', 'RangeError', 'SyntaxError',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Uint8Array', 'ArrayBuffer', 'Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'isNaN', 'isFinite', 'parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'process',
];

/** A room comes whole, with the rooms below it and none above: what it registers is what a test of it sees. Some of the house stands alone. */
const alone = ['apps/api/src/machines.module.js', 'apps/api/src/boot/close-door.js'];
const floorOf = (path) => (alone.includes(path) ? path.replaceAll('/', '-').replace(/\.js$/, '') : (/^libs\/(\w+)\//.exec(path)?.[1] ?? 'api'));

/** Does a file name something so itself, at its top or by an import? */
const isNamed = (code, name) => new RegExp(`^(?:var|let|const|class|(?:async )?function\\*?) (?:.*, )?${name}\\b|^import\\b[^;]*\\b${name}\\b`, 'm').test(code);
const takeGlobals = {
  name: 'take-globals',
  renderChunk(code) {
    const wanted = taken.filter((name) => code.includes(name) && !isNamed(code, name));
    return wanted.length === 0 ? null : `const { ${wanted.join(', ')} } = globalThis;\n${code}`;
  },
};

const importedBy = (code) => [...code.matchAll(/^\s*(?:import|export)\b[^;'"]*?(?:from\s*)?['"]([^'"]+)['"]/gm)].map(([, specifier]) => specifier);

/** The built files that a file reaches by its imports, itself among them. */
function reach(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const specifier of importedBy(readFileSync(file, 'utf8'))) {
    if (specifier.startsWith('.')) reach(resolve(dirname(file), specifier), found);
    if (specifier.startsWith('#')) reach(built(`libs/${specifier.slice(1)}/src/index.js`), found);
  }
  return found;
}

const namesOf = async (specifier) => Object.keys(await import(specifier)).filter((name) => name !== 'module.exports');
const sourceOf = (file) => ['.ts', '.tsx', '.mts'].map((ending) => join(root, relative(join(root, 'dist'), file).replace(/\.js$/, ending))).find(existsSync);

const folder = resolve(process.argv[2]);
const draft = `${folder}.${process.pid}`;
mkdirSync(join(draft, 'doors'), { recursive: true });

const entries = new Map();
const doors = [];
/** Puts a line into the entry of that name; answers the number of its door. */
function add(name, { of, names, line }) {
  const place = doors.push({ of, names, entry: name }) - 1;
  entries.set(name, [...(entries.get(name) ?? []), ...line(place)]);
}
for (const file of roots.map(built).reduce((found, file) => reach(file, found), new Set())) {
  const source = sourceOf(file);
  if (!source) continue;
  const names = await namesOf(pathToFileURL(file).href);
  const all = (place) => names.map((name) => `${name} as its${place}_${name}`).join(', ');
  add(floorOf(relative(built('.'), file)), { of: source, names, line: (place) => [names.length === 0 ? `import ${JSON.stringify(file)};` : `export { ${all(place)} } from ${JSON.stringify(file)};`] });
}
for (const specifier of packages) {
  const names = await namesOf(specifier);
  const line = (place) => [`import * as all${place} from ${JSON.stringify(specifier)};`, ...names.map((name) => `export const its${place}_${name} = all${place}[${JSON.stringify(name)}];`)];
  add(`package-${specifier.replaceAll(/[@/]/g, '-')}`, { of: specifier, names, line });
}
const web = built('web/server/index.js');
mkdirSync(join(draft, 'entries'));
const entryOf = (name) => join(draft, 'entries', `${name}.mjs`);
for (const [name, lines] of entries) writeFileSync(entryOf(name), lines.join('\n'));
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  // As it is served.
  define: { 'process.env.NODE_ENV': '"production"' },
  json: { stringify: true },
  plugins: [whereItStands, takeGlobals],
  ssr: { noExternal: true, external },
  build: {
    ssr: true,
    outDir: join(draft, 'all'),
    minify: false,
    target: 'node20',
    rolldownOptions: {
      input: { ...Object.fromEntries([...entries.keys()].map((name) => [name, entryOf(name)])), ...(existsSync(web) && { web }) },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', keepNames: true },
    },
  },
});
const index = { sources: existsSync(web) ? { [web]: join(folder, 'all/web.mjs') } : {}, packages: {} };
for (const [place, { of, names, entry }] of doors.entries()) {
  const door = join('doors', `${place}.mjs`);
  writeFileSync(join(draft, door), names.length === 0 ? `import '../all/${entry}.mjs';\n` : `export { ${names.map((name) => `its${place}_${name} as ${name}`).join(', ')} } from '../all/${entry}.mjs';\n`);
  index[of.startsWith(root) ? 'sources' : 'packages'][of] = join(folder, door);
}
writeFileSync(join(draft, 'index.json'), JSON.stringify(index));
// Whoever comes second finds the same files already there.
try {
  renameSync(draft, folder);
} catch {
  rmSync(draft, { recursive: true, force: true });
}
