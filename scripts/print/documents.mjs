// The sample documents as text: what changes in a printed page is read in a diff, which PDF bytes do not allow.
import { stringify } from 'yaml';

/** An official page as the template receives it: every line of it, in reading order. */
export const pageText = (page) => stringify(page, { lineWidth: 0, aliasDuplicateObjects: false });

/** Facts as JSON in the order of their names, readable. Amounts are big integers: JSON has them as text. */
export const factsText = (facts) => `${JSON.stringify(facts, byName, 2)}\n`;

function byName(_key, value) {
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, value[name]]));
}
