// A registry that does not carry every platform's packages makes npm forget them in package-lock.json; `npm ci` then
// refuses that lock everywhere. This writes the forgotten ones back: optional packages, at the exact version their
// parent asks for, with the platform their name tells.      node scripts/complete-lock.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The entries absent from a lock's `packages`: path → entry. Throws for one whose version is a range: npm must choose it. */
export function forgotten(packages) {
  const found = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolved(packages, path, name) || resolved(found, path, name)) continue;
      if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${version}, wanted by ${path}, has no exact version.`);
      const place = `node_modules/${name}` in packages || `node_modules/${name}` in found ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      found[place] = { version, ...platformOf(name), ...(entry.dev || entry.devOptional ? { dev: true } : {}), optional: true };
    }
  }
  return found;
}

/** Node's own search: beside the parent, then each folder above. */
function resolved(packages, path, name) {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc && os === 'linux' ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

function main() {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = forgotten(lock.packages);
  const names = Object.keys(added);
  if (process.argv.includes('--check')) {
    if (names.length > 0) console.error(`package-lock.json forgets ${names.length} platform packages; run node scripts/complete-lock.mjs`);
    process.exitCode = names.length > 0 ? 1 : 0;
    return;
  }
  const [root, ...others] = Object.entries({ ...lock.packages, ...added });
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${names.length} added.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
