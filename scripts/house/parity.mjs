// What must be true of the catalogues, as pure rules over language → key → sentence.
import { IntlMessageFormat } from 'intl-messageformat';

/** Complete languages and their CLDR locale; another folder of libs/phrases is a partial one. */
export const complete = { fr: 'fr-FR', ar: 'ar-MA' };
/** French `many` (CLDR 38, « un million de ») may be left to `other`: no count of ours reaches a million. */
const optional = { fr: new Set(['many']) };
/** Node types of the ICU syntax tree (intl-messageformat) that carry an argument’s name: argument, number, date, select, plural. */
const named = new Set([1, 2, 3, 5, 6]);
const plural = 6;

/** Every node of an ICU tree, branches included. */
const nodesOf = (tree) => tree.flatMap((node) => [node, ...Object.values(node.options ?? {}).flatMap(({ value }) => nodesOf(value))]);

function parse(sentence, language) {
  return nodesOf(new IntlMessageFormat(sentence, complete[language] ?? language, undefined, { ignoreTag: true }).getAst());
}

function pluralFaults({ value, options, pluralType }, language) {
  const locale = complete[language] ?? language;
  const needed = new Intl.PluralRules(locale, { type: pluralType }).resolvedOptions().pluralCategories;
  const missing = needed.filter((category) => !options[category] && !optional[language]?.has(category));
  return missing.length > 0 ? [`plural of {${value}} lacks ${missing.sort().join(', ')}`] : [];
}

const argumentsOf = (nodes) => [...new Set(nodes.filter(({ type }) => named.has(type)).map(({ value }) => value))].sort().join(', ');

/** Faults of one sentence: blank, unreadable as ICU, an incomplete plural, other values than the French one. */
function sentenceFaults(sentence, language, french) {
  if (typeof sentence !== 'string') return ['is not a sentence'];
  if (sentence.trim() === '') return ['is blank'];
  try {
    const nodes = parse(sentence, language);
    const faults = nodes.filter(({ type }) => type === plural).flatMap((node) => pluralFaults(node, language));
    const [mine, theirs] = [argumentsOf(nodes), typeof french === 'string' ? argumentsOf(parse(french, 'fr')) : ''];
    return typeof french === 'string' && mine !== theirs ? [...faults, `takes {${mine}}, French takes {${theirs}}`] : faults;
  } catch (error) {
    return [`is not ICU MessageFormat: ${error.message}`];
  }
}

/** @returns {string[]} one line per fault; empty when fr and ar say the same things, well formed. */
export function parityFaults(catalogues) {
  const french = catalogues.get('fr') ?? new Map();
  const faults = Object.keys(complete).filter((language) => !catalogues.get(language)?.size).map((language) => `${language}: no catalogue`);
  for (const [language, sentences] of catalogues) {
    const missing = complete[language] ? [...french.keys()].filter((key) => !sentences.has(key)) : [];
    const extra = [...sentences.keys()].filter((key) => !french.has(key));
    faults.push(...missing.map((key) => `${language}: ${key} is missing`), ...extra.map((key) => `${language}: ${key} is not in French`));
    for (const [key, sentence] of sentences) faults.push(...sentenceFaults(sentence, language, french.get(key)).map((fault) => `${language}: ${key} ${fault}`));
  }
  return faults;
}
