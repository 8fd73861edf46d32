import { hmacBytes } from './digest.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sealOf = (secret: string, purpose: string, id: string): string => hmacBytes(secret, `${purpose} ${id}`).toString('base64url');

/** An id with 256 bits beside it that only this instance can make, for one purpose: what stands in an address that is asked for without a session. */
export const sealedId = (secret: string, purpose: string, id: string): string => `${id}.${sealOf(secret, purpose, id)}`;

/** The id that a token speaks of, its seal not looked at; `null` for any other text. */
export function claimedId(token: string): string | null {
  const [id = ''] = token.split('.');
  return uuid.test(id) ? id : null;
}

/** The id of a token sealed here for that purpose; `null` for any other text. Two seals are compared in constant time. */
export function idUnderSeal(secret: string, purpose: string, token: string): string | null {
  const [, seal = ''] = token.split('.');
  const id = claimedId(token);
  return id !== null && hmacBytes(secret, seal).equals(hmacBytes(secret, sealOf(secret, purpose, id))) ? id : null;
}
