import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { constants, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Headers that belong to one connection, or that a client could use to make us believe another address. */
const notOurs = /^(connection|keep-alive|transfer-encoding|upgrade|te|trailer|host|forwarded|x-forwarded-.*|content-length|origin)$/;

/** The requested path and query at our public address, whatever the proxy, the `Host` header or the request line say. */
export function publicAddress(request: FastifyRequest, publicOrigin: string): URL {
  const target = request.raw.url ?? '/';
  if (target.startsWith('/')) return new URL(publicOrigin + target);
  const { pathname, search } = URL.canParse(target) ? new URL(target) : new URL(publicOrigin);
  return new URL(publicOrigin + pathname + search);
}

/** The request as React Router reads it. Its origin is ours: the guard before it let nothing else through. */
export function webRequest(request: FastifyRequest, reply: FastifyReply, url: URL): Request {
  const headers = new Headers({ host: url.host });
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !notOurs.test(name)) for (const one of [value].flat()) headers.append(name, one);
  }
  const given = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) given.abort();
  });
  const init: RequestInit = { method: request.method, headers, signal: given.signal };
  if (request.method === 'GET' || request.method === 'HEAD') return new Request(url, init);
  headers.set('origin', url.origin);
  // A form with a file is no page's to read: it stays on the line for `sendFile`, and a page that expects none sees an empty form.
  if (request.body instanceof Readable) headers.set('content-type', 'application/x-www-form-urlencoded');
  return new Request(url, { ...init, body: request.body instanceof Buffer ? request.body : null });
}

const compressible = /^(text\/|application\/json|image\/svg)/;

/** Sends a web answer through Fastify, squeezed on its way when the browser takes it: a page crosses a weak line in half the time. */
export function answer(reply: FastifyReply, response: Response, acceptEncoding: string | undefined): FastifyReply {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value);
  });
  for (const one of response.headers.getSetCookie()) reply.header('set-cookie', one);
  if (!response.body) return reply.send();
  const body = Readable.fromWeb(response.body as ReadableStream);
  const squeezed = compressible.test(response.headers.get('content-type') ?? '') && /\bgzip\b/.test(acceptEncoding ?? '');
  if (!squeezed || response.headers.has('content-encoding')) return reply.send(body);
  const packer = createGzip({ flush: constants.Z_SYNC_FLUSH });
  body.on('error', (error) => packer.destroy(error));
  packer.on('close', () => body.destroy());
  return reply.header('content-encoding', 'gzip').removeHeader('content-length').send(body.pipe(packer));
}
