import { createHash } from 'node:crypto';
import type { Value } from './evidence.js';

/*
 * Written a second time on purpose: the verifier shares no line with what writes the journal (docs/journal-format.md).
 */

/** RFC 8785 text. Integer-like keys, which JavaScript would put first, are written by hand. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const object = value as { readonly [key: string]: Value };
  return `{${Object.keys(object).sort().map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Value)}`).join(',')}}`;
}

const prefixed = (prefix: number, ...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256').update(Uint8Array.of(prefix));
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHash = (salt: Buffer, leaf: Value): Buffer => prefixed(0, salt, canonical(leaf));
export const linkHash = (previous: Buffer, leaf: Buffer): Buffer => prefixed(1, previous, leaf);
export const wordsHash = (salt: Buffer, words: string): string => prefixed(2, salt, Buffer.from(words, 'utf8')).toString('hex');
export const rowHash = (row: { readonly [column: string]: Value }): string =>
  prefixed(3, canonical(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))).toString('hex');
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** `\x00ff` → bytes. Anything else is no bytes: it hashes to nothing that fits. */
export const bytesOf = (value: Value | undefined): Buffer => (typeof value === 'string' && /^\\x(?:[0-9a-f]{2})*$/.test(value) ? Buffer.from(value.slice(2), 'hex') : Buffer.alloc(0));

const instant = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(?:\+00:00|\+00|Z)$/;

/** An instant as a leaf writes it, to the millisecond; `null` when it cannot have been written by a leaf. */
export function leafInstant(value: Value | undefined): string | null {
  const found = typeof value === 'string' ? instant.exec(value) : null;
  const fraction = (found?.[2] ?? '').padEnd(6, '0');
  return found && fraction.endsWith('000') ? `${found[1]}.${fraction.slice(0, 3)}Z` : null;
}
