/** What can be said of a printed file, or of a hash, from the hash alone: valid, altered, unknown (trust.md M, documents.md 2.3). */

/** What a registered hash is of. `CONTENT`: no file, but the words that are hashed (facts and every language). */
export const registeredKinds = ['CONTENT', 'MINUTES', 'SIGNATURES', 'PUBLIC_COPY', 'EXTRACT'] as const;
export type RegisteredKind = (typeof registeredKinds)[number];
/** Printed from minutes that are sealed already: their bytes are registered one by one, those of the minutes stand with their version. */
export type CopyKind = Exclude<RegisteredKind, 'CONTENT' | 'MINUTES'>;

/** What this instance knows under one hash. */
export interface Registered {
  /** SHA-256 in hexadecimal, of a file or of a content. */
  readonly hash: string;
  readonly kind: RegisteredKind;
}

/** What is said of a hash, and of which registered document. */
export type Verdict<Known extends Registered> =
  /** These very bytes were printed here; or this is the hash of a content sealed here. */
  | { readonly verdict: 'VALID'; readonly of: Known }
  /** The file says it is of these minutes, and its bytes are none of theirs. */
  | { readonly verdict: 'ALTERED'; readonly of: Known }
  | { readonly verdict: 'UNKNOWN' };

const sha256 = /^[0-9a-f]{64}$/;
/** SHA-256 as people type or paste it; `null` when it cannot be one. */
export function hashOf(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/^sha-?256[:\s]*/, '').replace(/\s+/g, '');
  return sha256.test(plain) ? plain : null;
}

/** The mark that a printed file carries in its metadata: which minutes it claims to be of. */
export const minutesMark = (contentHash: string): string => `passerelle-pv-${contentHash}`;

/** Where anybody verifies minutes: the page of verification at their content's hash. Minutes frozen before it had one keep the address they were hashed with. */
export const verificationAddress = ({ verificationUrl: page, contentHash }: { readonly verificationUrl: string; readonly contentHash: string | null }): string =>
  contentHash !== null && page.endsWith('/verify') ? `${page}/${contentHash}` : page;

/** What a file claims: its mark, and the content hash among the facts it carries. The first four: an honest file makes one claim. */
export function claimsIn(written: string): string[] {
  const found = [...written.matchAll(/passerelle-pv-([0-9a-f]{64})|"contentHash":"([0-9a-f]{64})"/g)].map(([, mark, fact]) => mark ?? fact ?? '');
  return [...new Set(found)].slice(0, 4);
}

/** Bytes decide; a claim only says of what the file is an alteration. */
export function judge<Known extends Registered>({ hash, claims }: { readonly hash: string; readonly claims: readonly string[] }, known: readonly Known[]): Verdict<Known> {
  const same = known.find((one) => one.hash === hash);
  if (same) return { verdict: 'VALID', of: same };
  const claimed = claims.map((claim) => known.find((one) => one.kind === 'CONTENT' && one.hash === claim)).find((one) => one !== undefined);
  return claimed ? { verdict: 'ALTERED', of: claimed } : { verdict: 'UNKNOWN' };
}

/** What may be asked from one network in a quarter of an hour. A default of the product: no text of the partners speaks of it. */
export const askedPerQuarter = 120;
