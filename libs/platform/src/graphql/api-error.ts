import type { SentenceValue } from '#kernel';
import { GraphQLError } from 'graphql';
import { isCrowded } from '../database/crowded.js';
import type { Ctx } from '../work/context.js';
import { refusalSentence } from './refusal-sentence.js';

const longest = 500;
const cut = (text: string, most = longest): string => (text.length > most ? `${text.slice(0, most)}…`.toWellFormed() : text);

/** Codes the door itself gives; rooms add their refusal codes. */
export type DoorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'BAD_REQUEST'
  | 'TOO_COMPLEX'
  | 'MUTATION_OVER_GET'
  | 'CROSS_SITE_REQUEST'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'PAYLOAD_TOO_LARGE';

/**
 * An error that may be told to the client: the only kind whose words leave the server.
 * `code` is also looked up in phrases (`refusal.<CODE>`); the English message serves codes without a sentence.
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly args: Readonly<Record<string, SentenceValue>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** An error whose cause graphql has worded: its words, in English, end the sentence of the code. */
export const detailed = (code: DoorCode, detail: string): ApiError => new ApiError(code, detail, { detail: cut(detail, 300) });

/** Nothing was done, because too many came at once: the same request a moment later. */
export const tooBusy = (): ApiError => new ApiError('TOO_BUSY', 'Too many requests at once: nothing was done. Try again in a moment.');

/** The viewer and the request an error is told to. */
export type Listener = Pick<Ctx, 'language' | 'requestId'>;

/** An error in its final form: nothing else is ever written into a response. */
export class ToldError extends GraphQLError {}

/** Our own error, in the listener's language. */
export function tell(error: ApiError, to: Listener, at: Pick<GraphQLError, 'path' | 'locations'> | null = null): ToldError {
  const message = cut(refusalSentence(error, to.language, error.message));
  const told = new ToldError(message, { path: at?.path, extensions: { code: error.code, arguments: error.args } });
  if (at?.locations) Object.defineProperty(told, 'locations', { value: at.locations, enumerable: true });
  return told;
}

/** What was thrown outside any field: too many at once, or a fault of ours. */
export const thrown = (cause: unknown, to: Listener): ToldError => (isCrowded(cause) ? tell(tooBusy(), to) : unexpected(to));

/** Any other error: a code and a reference, never its words. */
export function unexpected(to: Listener, path?: readonly (string | number)[]): ToldError {
  const args = { requestId: to.requestId };
  const message = refusalSentence({ code: 'UNEXPECTED', args }, to.language, `Unexpected error, reference ${to.requestId}.`);
  return new ToldError(message, { path, extensions: { code: 'UNEXPECTED', requestId: to.requestId } });
}

/** The error at the bottom: GraphQL wraps what a scalar or a resolver threw, sometimes twice. */
function rootOf(error: GraphQLError): Error {
  const below = error.originalError;
  return below instanceof GraphQLError ? rootOf(below) : (below ?? error);
}

/** PostgreSQL could not read a text as an identifier (22P02): what has no such id is not there. */
const isUnreadableId = (cause: unknown): boolean => (cause as { code?: unknown }).code === '22P02';

/** What the client did wrong in a variable or an argument: graphql's own words, or our sentence when a scalar of ours refused. */
export function badInput(error: GraphQLError, to: Listener): ToldError {
  const cause = rootOf(error);
  return tell(cause instanceof ApiError ? cause : detailed('BAD_USER_INPUT', error.message), to, error);
}

/** Raised while executing, before any resolver of ours: a variable without the value its argument needs. */
const argumentFault = /^Argument "\w+" (?:of (?:non-null|required) type "[\w![\]]+" (?:must not be null|was provided the variable "\$\w+" which was not provided a runtime value)\.)$/;

/** An error met while resolving: ours is told, a missing argument is named, all else is masked and handed to `log`. */
export function masked(error: GraphQLError, to: Listener, log: (cause: unknown) => void): ToldError {
  const cause = rootOf(error);
  if (cause instanceof ApiError) return tell(cause, to, error);
  if (isUnreadableId(cause)) return tell(new ApiError('NOT_FOUND', 'Not found.'), to, error);
  if (!error.originalError && argumentFault.test(error.message)) return badInput(error, to);
  log(cause);
  return isCrowded(cause) ? tell(tooBusy(), to, error) : unexpected(to, error.path);
}
