import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The file that `passerelle init` writes, in the folder the house is started from. */
export const settingsFileName = 'passerelle.env';

type Env = Readonly<Record<string, string | undefined>>;

/** The environment as the house reads it, and where the rest comes from. */
export interface FoundEnv {
  readonly env: Env;
  /** Path of the file read; undefined when there is none, or when `DEMO=1` puts it aside. */
  readonly file: string | undefined;
  /** Line of each name that the file alone decides: an error names it. */
  readonly lines: ReadonlyMap<string, number>;
  /** What cannot be read in the file, each in a French sentence. Values are never repeated: some are secrets. */
  readonly problems: readonly string[];
}

const assignment = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s#"'][^#]*?)?)\s*(?:#.*)?$/;

/** Reads `NAME=value` lines; `#` begins a comment, quotes may stand around a value. Nothing is expanded. */
export function parseSettingsFile(text: string): { values: ReadonlyMap<string, { value: string; line: number }>; wrongLines: readonly number[] } {
  const values = new Map<string, { value: string; line: number }>();
  const wrongLines: number[] = [];
  text.split(/\r?\n/).forEach((content, place) => {
    if (/^\s*(#|$)/.test(content)) return;
    const found = assignment.exec(content);
    if (found) values.set(found[1]!, { value: found[2] ?? found[3] ?? found[4] ?? '', line: place + 1 });
    else wrongLines.push(place + 1);
  });
  return { values, wrongLines };
}

/**
 * The environment over the settings file: what the environment says wins. A demonstration (`DEMO=1`) reads no file, so that it
 * never meets an instance's data, mails or secret. `PASSERELLE_ENV` names another file.
 */
export function environmentOf(env: Env, folder: string): FoundEnv {
  const named = env['PASSERELLE_ENV']?.trim();
  const path = named ? resolve(folder, named) : join(folder, settingsFileName);
  const aside = env['DEMO']?.trim() === '1';
  if (aside || !existsSync(path)) {
    return { env, file: undefined, lines: new Map(), problems: named && !aside ? [`PASSERELLE_ENV nomme un fichier qui n’existe pas : ${path}.`] : [] };
  }
  const { values, wrongLines } = parseSettingsFile(readFileSync(path, 'utf8'));
  const given = (name: string): boolean => Boolean(env[name]?.trim());
  const fromFile = [...values].filter(([name]) => !given(name));
  return {
    env: { DEMO: '0', ...definedIn(env), ...Object.fromEntries(fromFile.map(([name, { value }]) => [name, value])) },
    file: path,
    lines: new Map(fromFile.map(([name, { line }]) => [name, line])),
    problems: wrongLines.map((line) => `${path}, ligne ${line} : ce n’est pas un réglage de la forme NOM=valeur.`),
  };
}

/** Adds to each problem of a setting that the file decides where it stands: « (passerelle.env, ligne 4) ». */
export const withPlaces = (problems: readonly string[], { file, lines }: FoundEnv): string[] =>
  problems.map((problem) => {
    const line = lines.get(/^[A-Z][A-Z0-9_]*/.exec(problem)?.[0] ?? '');
    return line === undefined ? problem : `${problem} (${file}, ligne ${line})`;
  });

const definedIn = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
