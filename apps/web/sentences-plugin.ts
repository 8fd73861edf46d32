import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { runnerImport, type Plugin } from 'vite';

type Compiled = string | readonly unknown[] | { readonly [key: string]: Compiled };
type Tree = { readonly [key: string]: string | Tree };

const prefix = 'virtual:sentences/';
const parser = '@formatjs/icu-messageformat-parser';
const catalogue = (language: string): string => fileURLToPath(new URL(`../../libs/phrases/src/${language}/index.ts`, import.meta.url));

/** Papers, mails and the API's own answers are worded on the server: of their sentences a browser says these alone. */
const saidByServer: Readonly<Record<string, readonly string[]>> = {
  minutesDocument: [], outcome: [], sheetFile: [], programme: [], deliberation: [], minutes: [], whoMay: [],
  notices: ['duty'],
  rules: ['subject', 'title'],
  refusal: ['NOT_FOUND', 'NOT_ALLOWED', 'SIGN_IN_REQUIRED', 'TOO_BUSY', 'UNEXPECTED'],
};

/** What of a room travels to the browser. */
function onScreen([room, tree]: [string, string | Tree]): [string, string | Tree][] {
  const kept = saidByServer[room];
  if (!kept || typeof tree === 'string') return [[room, tree]];
  const said = Object.entries(tree).filter(([key]) => kept.includes(key));
  return said.length === 0 ? [] : [[room, Object.fromEntries(said)]];
}

/** Sentences without argument stay text; the others become the syntax tree that the browser formats without a parser. */
function compile(tree: Tree): Compiled {
  return Object.fromEntries(
    Object.entries(tree).map(([key, sentence]) => {
      if (typeof sentence !== 'string') return [key, compile(sentence)];
      return [key, /[{'#<]/.test(sentence) ? new IntlMessageFormat(sentence, 'fr', undefined, { ignoreTag: true }).getAst() : sentence];
    }),
  );
}

/**
 * `import('virtual:sentences/ar')`: one language, compiled when the web is built. With it the browser needs neither the other
 * languages nor the message parser, whose module is replaced by its parser-less twin in client code.
 */
export function sentences(): Plugin {
  return {
    name: 'passerelle-sentences',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source.startsWith(prefix)) return `\0${source}`;
      if (source === parser && !options.ssr) return this.resolve(`${parser}/no-parser.js`, importer, { skipSelf: true });
      return null;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const file = catalogue(id.slice(prefix.length + 1));
      this.addWatchFile(file);
      const { module, dependencies } = await runnerImport<Tree>(file);
      dependencies.forEach((dependency) => this.addWatchFile(dependency));
      const shown = Object.fromEntries(Object.entries(module).flatMap(onScreen));
      return { code: `export default ${JSON.stringify(compile(shown))}`, map: null };
    },
  };
}
