import type { Json } from './fact.js';

/**
 * Canonical JSON (RFC 8785): the one text of a value, so that equal values have equal hashes.
 * Keys are ordered by UTF-16 code units; numbers are written as ECMAScript does.
 * @throws TypeError on NaN, infinities and lone surrogates: they have no canonical text.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('no canonical text for a non-finite number');
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('no canonical text for a lone surrogate');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`).join(',')}}`;
}
