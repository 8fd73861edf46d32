/** What a browser says about where a request comes from. */
export interface Provenance {
  readonly method: string;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, sent by browsers only. */
  readonly site: string | undefined;
}

/**
 * May this request change something? Only when the browser vouches that one of our own pages sent it: an `Origin` equal to
 * ours, or `Sec-Fetch-Site: same-origin`, and neither of them saying otherwise. A request that proves nothing is refused.
 */
export function comesFromUs({ method, origin, site }: Provenance, publicOrigin: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && origin !== 'null' && origin !== publicOrigin) return false;
  return origin === publicOrigin || site === 'same-origin';
}

const policy = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const closed = { 'default-src': "'none'", 'form-action': "'self'", 'frame-ancestors': "'none'", 'base-uri': "'none'" };
const ours = { 'style-src': "'self'", 'img-src': "'self' data:", 'font-src': "'self'", 'connect-src': "'self'" };

/**
 * A page runs the scripts that this answer names by its nonce, and what they load; its style sheet stands in it under the same nonce.
 * It frames our own pages only, and of those only the demo's letters let themselves be framed, in a sandbox without scripts.
 */
export const pagePolicy = (nonce: string): string => policy({ ...closed, ...ours, 'frame-src': "'self'", 'style-src': `'self' 'nonce-${nonce}'`, 'script-src': `'nonce-${nonce}' 'strict-dynamic'`, 'require-trusted-types-for': "'script'" });

/** GraphiQL's editor writes its own style elements; it stays on its own page, under its own policy. */
export const graphiqlPolicy = policy({ ...closed, ...ours, 'script-src': "'self'", 'style-src': "'self' 'unsafe-inline'", 'font-src': "'self' data:" });

/** A page without any script. */
export const plainPolicy = policy({ ...closed, 'style-src': "'self'" });

/** Headers of every answer of the web. `Strict-Transport-Security` only where there is transport security. */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
