import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { runnerImport, type Plugin } from 'vite';
import { filesFrom, keysSaidFrom } from './sentence-keys.ts';

type Compiled = Readonly<Record<string, string | readonly unknown[]>>;
type Tree = { readonly [key: string]: string | Tree };
type Flat = Readonly<Record<string, string>>;

const spoken = ['fr', 'ar'] as const;
const prefix = 'virtual:sentences/';
const plan = 'virtual:brought-sentences';
const parser = '@formatjs/icu-messageformat-parser';
const source = fileURLToPath(new URL('./src', import.meta.url));
const store = join(source, 'base/sentences.ts');
const phrases = (file: string): string => fileURLToPath(new URL(`../../libs/phrases/src/${file}`, import.meta.url));
const root = 'root';
const fileOf = (route: string): string => join(source, `${route}.tsx`);
const everyRoute = (): readonly string[] => [root, ...readdirSync(join(source, 'routes')).flatMap((name) => (name.endsWith('.tsx') ? [`routes/${name.slice(0, -'.tsx'.length)}`] : []))];

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, said]) => (typeof said === 'string' ? [[path + key, said]] : flat(said, `${path}${key}.`)));

const read = new Map<string, Promise<Flat>>();

/** Every sentence of a language, by key, as it is set. */
function sentencesIn(language: string): Promise<Flat> {
  const kept = read.get(language) ?? setSentences(language);
  read.set(language, kept);
  return kept;
}
async function setSentences(language: string): Promise<Flat> {
  const [{ module: tree }, { module: face }] = await Promise.all([runnerImport<Tree>(phrases(`${language}/index.ts`)), runnerImport<{ spaced(language: string, sentence: string): string }>(phrases('index.ts'))]);
  return Object.fromEntries(flat({ ...tree }).map(([key, said]) => [key, face.spaced(language, said)]));
}

/** The keys a route brings: the root's own are there on every page, and travel once. */
function broughtBy(route: string, keys: readonly string[]): readonly string[] {
  const said = keysSaidFrom(fileOf(route), keys);
  if (route === root) return said;
  const everywhere = new Set(keysSaidFrom(fileOf(root), keys));
  return said.filter((key) => !everywhere.has(key));
}

/** Sentences without argument stay text; the others become the syntax tree that the browser formats without a parser. */
const compile = (keys: readonly string[], said: Flat): Compiled =>
  Object.fromEntries(
    keys.map((key) => {
      const sentence = said[key] ?? '';
      return [key, /[{'#<]/.test(sentence) ? new IntlMessageFormat(sentence, 'fr', undefined, { ignoreTag: true }).getAst() : sentence];
    }),
  );

/** Where the client's build put each route's sentences, by `<language>/<route>`. */
function filesIn(manifest: string): Flat {
  if (!existsSync(manifest)) return {};
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, { readonly file: string }>>;
  return Object.fromEntries(Object.entries(chunks).flatMap(([id, { file }]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), `/${file}`]] : [])));
}

/** The route whose client module this is: `?__react-router-build-client-route` in a build, the file itself while developing. */
function routeOf(id: string, isBuilt: boolean): string | undefined {
  const [file = '', question] = id.split('?');
  if (isBuilt !== (question === '__react-router-build-client-route')) return undefined;
  const route = relative(source, file).replaceAll('\\', '/');
  return route === 'root.tsx' || /^routes\/[^/]+\.tsx$/.test(route) ? route.slice(0, -'.tsx'.length) : undefined;
}

/** `learn` before the route is ready: its page never renders without its words. */
const learning = (route: string): string =>
  `import { learn } from ${JSON.stringify(store)};\nawait learn({ ${spoken.map((language) => `${language}: () => import('${prefix}${language}/${route}')`).join(', ')} });\n`;

/**
 * `virtual:sentences/<language>/<route>`: the sentences that one route's sources may say, compiled when the web is built. Each route
 * waits for its own before it renders; with them the browser needs neither the other languages, nor the other pages' sentences, nor
 * the message parser, whose module is replaced by its parser-less twin. The server says no more than that (`virtual:brought-sentences`).
 */
export function sentences(): Plugin[] {
  const words: Plugin = {
    name: 'passerelle-sentences',
    enforce: 'pre',
    async resolveId(wanted, importer, options) {
      if (wanted.startsWith(prefix) || wanted === plan) return `\0${wanted}`;
      if (wanted === parser && !options.ssr) return this.resolve(`${parser}/no-parser.js`, importer, { skipSelf: true });
      return null;
    },
    async load(id) {
      const keys = Object.keys(await sentencesIn('fr'));
      if (id === `\0${plan}`) {
        const { root: home, build } = this.environment.config;
        const brought = Object.fromEntries(everyRoute().map((route) => [route, broughtBy(route, keys)]));
        return { code: `export default ${JSON.stringify({ keys: brought, files: filesIn(resolve(home, build.outDir, '../client/.vite/manifest.json')) })}`, map: null };
      }
      if (!id.startsWith(`\0${prefix}`)) return null;
      const [language = '', ...path] = id.slice(prefix.length + 1).split('/');
      const route = path.join('/');
      filesFrom(fileOf(route)).forEach((file) => this.addWatchFile(file));
      return { code: `export default ${JSON.stringify(compile(broughtBy(route, keys), await sentencesIn(language)))}`, map: null };
    },
  };
  const routes: Plugin = {
    name: 'passerelle-sentences-of-routes',
    enforce: 'post',
    transform(code, id) {
      if (this.environment.name !== 'client') return null;
      const route = routeOf(id, this.environment.mode === 'build');
      return route === undefined ? null : { code: `${learning(route)}${code}`, map: null };
    },
  };
  return [words, routes];
}
