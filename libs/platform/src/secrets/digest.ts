import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a secret before it is stored: a copied database opens no door. */
export const sha256Bytes = (text: string): Buffer => createHash('sha256').update(text).digest();

/** HMAC-SHA-256 under the instance's secret. */
export const hmacBytes = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** Equality that takes the same time whatever differs; texts of different lengths are different. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
