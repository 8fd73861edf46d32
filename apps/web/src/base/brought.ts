import type { PhraseKey, PhraseValues } from '#phrases';

type Say = (key: PhraseKey, values?: PhraseValues) => string;

/** What the routes of this page bring to their browser. */
export interface Brought {
  readonly routes: readonly string[];
  /** By route: the keys that its sources may say. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/**
 * On the server, a page says what its browser will be able to say, and nothing else: a sentence that none of its routes brings is met
 * by whoever makes the page, not by whoever reads it.
 * @throws Error on such a key
 */
export function sayBrought({ routes, keys }: Brought, say: Say): Say {
  const here = routes.map((route) => setOf(keys[route] ?? []));
  return (key: PhraseKey, values?: PhraseValues) => {
    if (!here.some((said) => said.has(key))) throw new Error(`no sentence for ${key} in ${routes.join(', ')}`);
    return say(key, values);
  };
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Made once for each route, not once for each page. */
function setOf(keys: readonly string[]): ReadonlySet<string> {
  const known = sets.get(keys) ?? new Set(keys);
  sets.set(keys, known);
  return known;
}
