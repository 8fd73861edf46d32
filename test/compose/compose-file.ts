import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The part of a Compose service these tests look at; the whole file is judged by the specification's own schema. */
export interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
}

export const composeText = readFileSync('docker-compose.yml', 'utf8');

/** YAML 1.1 merge keys (`<<`) are part of what Compose reads. */
export const readCompose = (text: string): Compose => parse(text, { merge: true }) as Compose;

/** Names after `${`, in the order met; `$$` is Compose's way to write a dollar. */
export const variablesIn = (text: string): string[] => [...new Set([...text.replaceAll('$$', '').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? ''))];

/** Those of them that have a value of their own: `${NAME:-default}`. */
export const optionalIn = (text: string): string[] => [...new Set([...text.matchAll(/\$\{([A-Z_]+):-[^}]*\}/g)].map(([, name]) => name ?? ''))];

/**
 * Gives each `${NAME:?message}` and `${NAME:-default}` its value, as Compose does, and `$$` its dollar.
 * @throws Error with the message when the value is missing or empty
 */
export function interpolate(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$\$|\$\{([A-Z_]+)(?::([?-][^}]*))?\}/g, (_whole, name: string | undefined, otherwise: string | undefined) => {
    if (name === undefined) return '$';
    const value = values[name];
    if (otherwise?.startsWith('?') && !value) throw new Error(`${name}: ${otherwise.slice(1) || 'required'}`);
    return value || (otherwise?.startsWith('-') ? otherwise.slice(1) : '');
  });
}

/** `NAME=value` lines; comments and empty lines are not settings. */
export function readEnvFile(path: string): Record<string, string> {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => /^[A-Z]/.test(line));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** What an administrator would write in `.env`: every variable of the example, the empty ones filled unless they may be left out. */
export function filledEnv(): Record<string, string> {
  const example = readEnvFile('.env.example');
  const optional = optionalIn(composeText);
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, value || optional.includes(name) ? value : `${name.toLowerCase().replaceAll('_', '')}0123456789abcdef0123456789abcdef`]));
}
