import { createHash, randomBytes } from 'node:crypto';
import type { Json } from '#kernel';

/** Free text that stands beside the chain, under the path at which the leaf commits to it (`data.reason`, `rows.0.reason`). */
export interface KeptWords {
  readonly path: string;
  readonly salt: Buffer;
  readonly words: string;
}

/** SHA-256(0x02 ‖ salt ‖ UTF-8 text), hex: says nothing of the text to whoever lacks the salt. */
export const wordsHashOf = (salt: Buffer, words: string): string =>
  createHash('sha256').update(Buffer.from([2])).update(salt).update(words, 'utf8').digest('hex');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;
const instantOrDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;
/** A count or a year; longer runs of digits may be a telephone number. */
const smallNumber = /^\d{1,4}$/;
const machineShapes = [uuid, sha256, instantOrDate, smallNumber];
const code = /^[A-Za-z][A-Za-z0-9_.+-]{0,63}$/;

/**
 * The keys under which a fact may carry a code in clear; under any other key a text is sealed. Closed by default: a new fact's text
 * is sealed until its key is reviewed and written here (`test/journal/fact-keys.ts` names every key of every fact).
 */
const codeKeys = new Set([
  'kind', 'mode', 'presence', 'choice', 'replacesChoice', 'subjectKind', 'code', 'cause', 'method', 'level', 'number', 'rule', 'state',
  'outcome', 'category', 'persona', 'purpose', 'language', 'channel', 'path', 'zone', 'table', 'format', 'side', 'severity', 'how',
]);

const mayStandOpen = (key: string, value: string): boolean =>
  machineShapes.some((shape) => shape.test(value)) || (codeKeys.has(key) && code.test(value));

/** A text's commitment in a leaf. */
export interface Sealed {
  readonly sealed: string;
}

/** Seals a text under a fresh salt, and notes what stands beside the chain. */
export function sealText(path: string, words: string, kept: KeptWords[]): Sealed & { readonly [key: string]: Json } {
  const salt = randomBytes(16);
  kept.push({ path, salt, words });
  return { sealed: wordsHashOf(salt, words) };
}

function sealValue(value: Json, place: { path: string; key: string }, kept: KeptWords[]): Json {
  const { path, key } = place;
  if (typeof value === 'string') return mayStandOpen(key, value) ? value : sealText(path, value, kept);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => sealValue(item, { path: `${path}.${index}`, key }, kept));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sealValue(item as Json, { path: `${path}.${name}`, key: name }, kept)]));
}

/** A fact's data as the chain keeps them: ids, codes, instants, hashes and numbers in clear; every other text by a salted commitment. */
export function sealData(data: { readonly [key: string]: Json }): { data: { readonly [key: string]: Json }; words: KeptWords[] } {
  const words: KeptWords[] = [];
  return { data: sealValue(data, { path: 'data', key: '' }, words) as { readonly [key: string]: Json }, words };
}
