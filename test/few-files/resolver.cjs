// Where a file of tests finds what it imports: behind the doors of the house in one file, when the run has one (test/few-files/for-jest.mjs).
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

let doors;
/** Jest asks first while it reads its configuration: the run's setup, which names the folder, comes after. */
function allDoors() {
  const folder = process.env.PASSERELLE_ONE_FILE;
  if (!folder) return { sources: {}, packages: {} };
  return (doors ??= JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
}

module.exports = (specifier, options) => {
  const { sources, packages } = allDoors();
  // What a package of the other module system asks for by `require` stays where it is installed.
  const door = options.conditions?.includes('import') ? packages[specifier] : undefined;
  if (door) return door;
  const found = options.defaultResolver(specifier, options);
  return sources[found] ?? found;
};
