// Builds the server (swc, only the files that changed) and the web (react-router build, only when its sources changed).
//   node scripts/build.mjs [--server]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesUnder, hashOf } from './sources.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const dist = join(root, 'dist');
const serverRecord = join(dist, '.server.json');
const webRecord = join(dist, '.web.json');

const isScript = (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
const isShipped = (path) => !/\.spec\.tsx?$/.test(path) && !path.endsWith('.md') && !path.endsWith('.d.ts');
const outputOf = (path) => join(dist, path.replace(/\.tsx?$/, '.js'));
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** What the server is made of: path → hash. The recipe itself counts, so that a new compiler rebuilds all. */
function serverSources() {
  const files = ['apps/api/src', 'libs'].flatMap((folder) => filesUnder(root, folder)).filter((path) => path.startsWith('apps/') || /^libs\/[^/]+\/src\//.test(path));
  const recipe = hashOf(root, ['.swcrc', 'scripts/build.mjs', 'package-lock.json']);
  return { recipe, files: Object.fromEntries(files.filter(isShipped).map((path) => [path, hashOf(root, [path])])) };
}

/** What the web is made of: one hash. It reads the phrases and, of the house, nothing else. */
function webSources() {
  const folders = ['apps/web', 'libs/phrases/src'].flatMap((folder) => filesUnder(root, folder));
  return hashOf(root, [...folders.filter((path) => !/\.spec\.tsx?$/.test(path)), 'package-lock.json', 'scripts/build.mjs']);
}

const hasWeb = () => existsSync(join(root, 'apps/web/react-router.config.ts'));

/** What of the build is out of date: `{ server: boolean, web: boolean }`. */
export function staleParts() {
  const [now, before] = [serverSources(), readJson(serverRecord)];
  const server = before === undefined || JSON.stringify(now) !== JSON.stringify(before);
  return { server, web: hasWeb() && readJson(webRecord) !== webSources() };
}

/** Compiles what changed and removes what lost its source. Every file that does not compile is named; the others are built. */
export async function buildServer() {
  const now = serverSources();
  const before = readJson(serverRecord);
  if (before === undefined) for (const folder of ['apps', 'libs']) rmSync(join(dist, folder), { recursive: true, force: true });
  const known = before?.recipe === now.recipe ? before.files : {};
  const changed = Object.keys(now.files).filter((path) => known[path] !== now.files[path] || !existsSync(outputOf(path)));
  const failures = [];
  for (const path of changed) {
    try {
      await buildFile(path);
    } catch (error) {
      failures.push(`${path}\n${error.message}`);
      delete now.files[path];
    }
  }
  for (const path of Object.keys(before?.files ?? {})) {
    if (!(path in now.files)) for (const suffix of ['', '.map']) rmSync(outputOf(path) + suffix, { force: true });
  }
  keep(serverRecord, JSON.stringify(now));
  if (failures.length > 0) throw new Error(`${failures.length} fichier(s) ne se compilent pas :\n${failures.join('\n')}`);
  return changed.length;
}

async function buildFile(path) {
  const target = outputOf(path);
  if (!isScript(path)) return keep(target, readFileSync(join(root, path)));
  const { transformFile } = await import('@swc/core');
  const { code, map } = await transformFile(join(root, path), { cwd: root, configFile: join(root, '.swcrc'), sourceFileName: relative(dirname(target), join(root, path)) });
  keep(`${target}.map`, map);
  keep(target, `${code}\n//# sourceMappingURL=${target.split(/[\\/]/).at(-1)}.map\n`);
}

/** Written beside and moved, so that a reader never sees half a file. */
function keep(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Builds the pages into dist/web when their sources changed. */
export function buildWeb() {
  if (!hasWeb()) return false;
  const now = webSources();
  if (readJson(webRecord) === now) return false;
  rmSync(webRecord, { force: true });
  const tool = join(root, 'node_modules/@react-router/dev/bin.js');
  const ended = spawnSync(process.execPath, [tool, 'build'], { cwd: join(root, 'apps/web'), encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  if (ended.status !== 0) throw new Error(`La construction du web a échoué :\n${ended.stdout}${ended.stderr}`);
  keep(webRecord, JSON.stringify(now));
  return true;
}

async function main() {
  try {
    const begun = performance.now();
    const files = await buildServer();
    const web = process.argv.includes('--server') ? false : buildWeb();
    console.log(`Serveur : ${files} fichier(s). Web : ${web ? 'construit' : 'rien à faire'}. ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

// No await at the top: Jest's setup loads this file by require().
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) void main();
