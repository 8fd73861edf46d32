import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cookies } from '#platform';
import { cookie } from '../web/preferences.js';

const named = (name: string, secure: boolean): string => (secure ? `__Host-passerelle-${name}` : `passerelle-${name}`);

/** What the browser sent under this plain name. */
export const readCookie = (request: FastifyRequest, name: string, secure: boolean): string | null =>
  cookie(request.headers.cookie, named(name, secure)) || null;

/**
 * The browser's cookies under their plain names. On https they are `__Host-` cookies (RFC 6265bis): this host only, Secure, Path=/.
 * On http loopback browsers refuse that prefix, so a plain one stands in.
 */
export class CookieJar implements Cookies {
  private readonly written = new Map<string, string>();

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly secure: boolean,
  ) {}

  get(name: string): string | null {
    return this.written.get(name) ?? readCookie(this.request, name, this.secure);
  }

  set(name: string, value: string, maxAge: number): void {
    this.written.set(name, value);
    this.reply.header('set-cookie', `${named(name, this.secure)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`);
  }
}
