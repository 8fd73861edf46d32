// Rooms and floors: runs the drawing of the house (.dependency-cruiser.cjs) over the tree at `root`.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const roomOf = (path) => /^libs\/([^/]+)\/src\//.exec(path)?.[1];

/** Arrows from a room to another room's face: none means the names (#room) were not resolved to sources. */
function arrowsBetweenRooms(modules) {
  const pairs = modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [roomOf(source), roomOf(resolved)]));
  return pairs.filter(([from, to]) => from && to && from !== to).length;
}

/** A circle is reported once per file on it; every other breach once per arrow. */
const breach = ({ rule, from, to, cycle }) => ({ rule: rule.name, from, to, circle: cycle?.map(({ name }) => name) });

/**
 * @param {string} root folder that holds apps/, libs/, test/, package.json and tsconfig.json
 * @returns {Promise<{modules: number, arrows: number, breaches: {rule: string, from: string, to: string}[]}>}
 */
export async function cruiseRooms(root) {
  const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
  const folders = ['apps', 'libs', 'test'].filter((folder) => existsSync(join(root, folder)));
  const options = { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } };
  const { output } = await cruise(folders, options, null, { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) });
  return { modules: output.summary.totalCruised, arrows: arrowsBetweenRooms(output.modules), breaches: output.summary.violations.map(breach) };
}

/** Prints the breaches of the tree at `root`; answers whether it is clean. A cruise that saw nothing is a failure. */
export async function checkRooms(root) {
  const { modules, arrows, breaches } = await cruiseRooms(root);
  for (const { rule, from, to, circle } of breaches) console.log(`${rule}: ${from} → ${(circle ?? [to]).join(' → ')}`);
  console.log(`${modules} modules, ${arrows} arrows between rooms, ${breaches.length} breaches`);
  if (modules === 0 || arrows === 0) console.log('the cruise saw no module or no arrow between rooms: it is not reading the house');
  return breaches.length === 0 && modules > 0 && arrows > 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await checkRooms(process.argv[2] ?? process.cwd())) ? 0 : 1;
