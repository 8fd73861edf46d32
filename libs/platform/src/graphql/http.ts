import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Response } from 'graphql-http';
import { isLanguage, type Language } from '#kernel';
import { ApiError, detailed, tell, type DoorCode, type Listener } from './api-error.js';
import { limits } from './limits.js';

export const responseJson = 'application/graphql-response+json';

/** The first acceptable type of the list wins, as graphql-http has already decided that there is one. */
export function mediaTypeOf(accept: string | undefined): string {
  const wanted = (accept ?? '*/*').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const first = wanted.find((type) => type === responseJson || type === 'application/json' || type === 'application/*' || type === '*/*');
  return first === responseJson ? responseJson : 'application/json';
}

const headersOf = (mediaType: string): Record<string, string> => ({
  'content-type': `${mediaType}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
});

/** GraphQL over HTTP: without `data` the newer media type says 400, the older one always 200. */
export function responseOf(result: ExecutionResult, accept: string | undefined): Response {
  const mediaType = mediaTypeOf(accept);
  const status = mediaType === responseJson && result.data === undefined ? 400 : 200;
  return [JSON.stringify(result), { status, statusText: status === 200 ? 'OK' : 'Bad Request', headers: headersOf(mediaType) }];
}

/** A request refused before GraphQL: a status, and the same shape of body. */
export function refusalOf(error: ApiError, status: number, to: Listener): Response {
  return [JSON.stringify({ errors: [tell(error, to)] }), { status, statusText: '', headers: headersOf('application/json') }];
}

const codes: Readonly<Record<number, DoorCode>> = { 403: 'CROSS_SITE_REQUEST', 413: 'PAYLOAD_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };
/** The error of an HTTP status that carries no error of ours. */
export function errorOfStatus(status: number): ApiError {
  const said = `HTTP ${status}: this request cannot be answered here.`;
  return status === 413 ? new ApiError('PAYLOAD_TOO_LARGE', said, { maximum: limits.bodyBytes }) : detailed(codes[status] ?? 'BAD_REQUEST', said);
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Could another site have made a browser send this? JSON by POST cannot come from a form, and GET changes nothing;
 * this closes the rest: a browser that says the request is foreign (Fetch Metadata), and, for browsers that say nothing,
 * a GET that is a navigation or carries a foreign Origin. Clients that are no browsers send none of these headers.
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (method !== 'GET') return false;
  const foreign = headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
  return foreign || (headers.accept ?? '').includes('text/html');
}

/** The first language of ours that the browser names; French, which is authoritative, otherwise. */
function browserLanguage(accepted: string | undefined): Language {
  const named = (accepted ?? '').split(',', 20).map((part) => part.trim().split(/[-;]/, 1)[0]);
  return named.find(isLanguage) ?? 'fr';
}

/** Before anybody is known: the browser's language, and the server's own reference. */
export const stranger = (request: FastifyRequest): Listener => ({ language: browserLanguage(request.headers['accept-language']), requestId: request.id });
