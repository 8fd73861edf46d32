// No attic: a folder or file whose name says nothing about what is inside has no owner (law 1). The face of a room stays small.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourcesUnder } from './catalogues.mjs';

const attics = /^(utils?|helpers?|common|shared|misc|lib|stuff)$/i;
const drawers = /^(utils?|helpers?|common|shared|misc|types|constants)\.(m|c)?[jt]sx?$/i;
const hidden = /^(node_modules|dist|\.data|\.react-router)$/;
/** Lines of a subject room’s face, and of a route, which only composes. */
const short = [
  { path: /^libs\/(?!kernel|phrases|platform)[^/]+\/src\/index\.ts$/, lines: 30, what: 'a face' },
  { path: /^apps\/web\/src\/routes\/.+\.tsx$/, lines: 40, what: 'a route' },
];

function attic(folder, root) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !hidden.test(name)).flatMap((entry) => {
    const path = join(folder, entry.name);
    const named = (entry.isDirectory() ? attics : drawers).test(entry.name) ? [`${relative(root, path)}: this name says nothing; name its owner`] : [];
    return entry.isDirectory() ? [...named, ...attic(path, root)] : named;
  });
}

function tooLong(path, root) {
  const name = relative(root, path);
  const limit = short.find((rule) => rule.path.test(name));
  const lines = limit ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0;
  return limit && lines > limit.lines ? [`${name}: ${lines} lines; ${limit.what} has ${limit.lines} at most`] : [];
}

/** Every room has its paper, of 40 lines at most. */
function papers(root) {
  const rooms = existsSync(join(root, 'libs')) ? readdirSync(join(root, 'libs')) : [];
  return rooms.flatMap((room) => {
    const path = join(root, 'libs', room, 'README.md');
    if (!existsSync(path)) return [`libs/${room}/README.md is missing`];
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
    return lines > 40 ? [`libs/${room}/README.md: ${lines} lines; 40 at most`] : [];
  });
}

const root = process.argv[2] ?? process.cwd();
const folders = ['apps', 'libs', 'test', 'scripts', 'docs', 'fixtures'];
const faults = [
  ...folders.flatMap((folder) => attic(join(root, folder), root)),
  ...['libs', 'apps/web'].flatMap((folder) => sourcesUnder(join(root, folder))).flatMap((path) => tooLong(path, root)),
  ...papers(root),
];
for (const fault of faults) console.log(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
