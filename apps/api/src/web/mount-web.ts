import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, type RequestHandler, type ServerBuild } from 'react-router';
import type { Language } from '#kernel';
import { isCrowded } from '#platform';
import type { EnteredFor, FileRefusal, GraphqlCall, Joined, ReadAs, WebContext, WrittenBeside } from '../../../web/src/base/load-context.js';
import { ClientFiles } from './client-files.js';
import { answer, publicAddress, webRequest } from './exchange.js';
import { plainPage, type PlainPage } from './plain-page.js';
import { preferencesOf, type Preferences } from './preferences.js';
import { comesFromUs, graphiqlPolicy, pagePolicy, plainPolicy, securityHeaders } from './security.js';

/** Bytes a posted form may have: 1 MiB, as for `/graphql`. */
const bodyLimit = 1_048_576;

export interface WebOptions {
  /** The built web: `dist/web`, with `client`, `server` and `graphiql` inside. */
  readonly directory: string;
  /** Where people find us (`PUBLIC_URL`): scheme, host, port. */
  readonly publicUrl: string;
  readonly demo: boolean;
  /** An executor for one request: it runs as that request's person, and may set cookies on its reply. */
  graphqlFor(request: FastifyRequest, reply: FastifyReply): GraphqlCall;
  /** Takes the file that this request carries; `null` when it is joined. */
  sendFile(request: FastifyRequest, reply: FastifyReply, to: Joined): Promise<(FileRefusal & WrittenBeside) | null>;
  /** Reads the file that this request carries, of Word or Excel. */
  readFile(request: FastifyRequest, reply: FastifyReply, as: ReadAs): Promise<{ readonly answer: string } | { readonly refusal: FileRefusal }>;
  /** Takes what was said by somebody else, with the paper that this request may carry. */
  enterFor(request: FastifyRequest, reply: FastifyReply, subjectId: string): Promise<EnteredFor>;
  /** Megabytes a file may have. */
  readonly megabytes: number;
  /** Has this request a session that lives? Only then is the explorer of the API served, outside a demonstration. */
  isSignedIn(request: FastifyRequest): Promise<boolean>;
  /** The language of the signed-in person's profile. */
  profileLanguage?(request: FastifyRequest): Promise<Language | undefined>;
  /** Where unexpected errors are kept for the operators; the reference is the one a person was shown. */
  report(error: unknown, requestId: string): void;
}

const explorer = /^\/graphiql(\/|$)/;

/** Everything a request needs, made once. */
class Web {
  private readonly origin: string;
  private readonly secure: boolean;
  private readonly files: readonly ClientFiles[];

  constructor(
    private readonly options: WebOptions,
    private readonly render: RequestHandler,
    private readonly styles: string,
  ) {
    const { origin, protocol } = new URL(options.publicUrl);
    this.origin = origin;
    this.secure = protocol === 'https:';
    this.files = [new ClientFiles(join(options.directory, 'client')), new ClientFiles(join(options.directory, 'graphiql'), '/graphiql/')];
  }

  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const url = publicAddress(request, this.origin);
    reply.headers(securityHeaders(this.secure));
    const file = request.method === 'POST' || !(await this.mayHave(url.pathname, request)) ? undefined : await this.file(url.pathname, request);
    if (file) return this.sendFile(reply, file);
    const preferences = await this.preferences(request, url);
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (!comesFromUs({ method: request.method, origin, site: site as string | undefined }, this.origin)) {
      return this.plain(reply.code(403), preferences.language, { title: 'web.refusedPost.title', sentence: 'web.refusedPost.sentence' });
    }
    return this.page(request, reply, { url, preferences });
  }

  /** A failure before or outside a page: too large, cut short, or a fault of ours. */
  fail(error: { statusCode?: number; code?: string }, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.headers(securityHeaders(this.secure));
    const { language } = this.chosen(request, publicAddress(request, this.origin), undefined);
    if (error.statusCode === 413) return this.plain(reply.code(413), language, { title: 'web.tooLarge.title', sentence: 'web.tooLarge.sentence' });
    // Whoever left before the first byte is no fault of ours.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' || !reply.raw.destroyed) this.options.report(error, request.id);
    if (isCrowded(error)) return this.plain(reply.code(503).header('retry-after', '5'), language, { title: 'web.trouble.TOO_BUSY', sentence: 'refusal.TOO_BUSY' });
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    return this.plain(reply.code(status), language, { title: 'web.trouble.UNEXPECTED', sentence: 'refusal.UNEXPECTED', values: { requestId: request.id } });
  }

  /** Everybody has the files of the pages; the explorer is for whoever is signed in, and for a demonstration. */
  private async mayHave(pathname: string, request: FastifyRequest): Promise<boolean> {
    return !explorer.test(pathname) || this.options.demo || this.options.isSignedIn(request);
  }

  private file(pathname: string, request: FastifyRequest) {
    const path = pathname === '/graphiql' ? '/graphiql/index.html' : pathname;
    for (const files of this.files) {
      const found = files.find(path, request.headers['accept-encoding']);
      if (found) return found;
    }
    return undefined;
  }

  private sendFile(reply: FastifyReply, file: Awaited<ReturnType<Web['file']>> & object): FastifyReply {
    if (file.type.startsWith('text/html')) reply.header('content-security-policy', graphiqlPolicy);
    if (file.encoding !== 'identity') reply.header('content-encoding', file.encoding);
    return reply.headers({ 'content-type': file.type, 'cache-control': file.cache, vary: 'accept-encoding' }).send(file.body);
  }

  private async page(request: FastifyRequest, reply: FastifyReply, { url, preferences }: { url: URL; preferences: Preferences }): Promise<FastifyReply> {
    const nonce = randomBytes(16).toString('base64');
    for (const one of preferences.remember) reply.header('set-cookie', one);
    reply.headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'private, no-cache', vary: 'cookie, accept-language, accept-encoding' });
    const context: WebContext = {
      nonce,
      styles: this.styles,
      language: preferences.language,
      theme: preferences.theme,
      partnership: preferences.partnership,
      demo: this.options.demo,
      requestId: request.id,
      graphql: this.options.graphqlFor(request, reply),
      sendFile: (to) => this.options.sendFile(request, reply, to),
      readFile: (as) => this.options.readFile(request, reply, as),
      enterFor: (subjectId) => this.options.enterFor(request, reply, subjectId),
      megabytes: this.options.megabytes,
      newKey: () => randomUUID(),
      report: (error) => this.options.report(error, request.id),
    };
    const response = await this.render(webRequest(request, reply, url), { ...context });
    return answer(reply, response, request.headers['accept-encoding']);
  }

  private async preferences(request: FastifyRequest, url: URL): Promise<Preferences> {
    return this.chosen(request, url, await this.options.profileLanguage?.(request));
  }

  private chosen(request: FastifyRequest, url: URL, profile: Language | undefined): Preferences {
    const { cookie: cookies, 'accept-language': acceptLanguage } = request.headers;
    return preferencesOf({ url, cookies, acceptLanguage, profile }, this.secure);
  }

  private plain(reply: FastifyReply, language: Language, page: PlainPage): FastifyReply {
    return reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': plainPolicy, 'cache-control': 'no-store' }).send(plainPage(language, page));
  }
}

/** Said before everything else, because the bundler joins files in an order of its own. The same words open `tokens.css`. */
const layers = '@layer tokens, base, ui, page, print;';

/** The application's one style sheet (`cssCodeSplit` is off), read once. @throws Error when the build made another number of them */
function styleSheet({ assets }: ServerBuild, directory: string): string {
  const sheets = new Set(Object.values(assets.routes).flatMap((route) => route?.css ?? []));
  const [sheet] = sheets;
  if (sheet === undefined || sheets.size > 1) throw new Error(`the web was built with ${sheets.size} style sheets: one is written into each page`);
  return layers + readFileSync(join(directory, 'client', sheet), 'utf8');
}

/**
 * Mounts the web beside the API, in a scope of its own: bodies pass through as bytes (parsers of the API would swallow a posted
 * form), and the catch-all route comes last by being the least precise.
 * @throws Error when the web has not been built (`npm run build`)
 */
export async function mountWeb(fastify: FastifyInstance, options: WebOptions): Promise<void> {
  const build = (await import(pathToFileURL(join(options.directory, 'server', 'index.js')).href)) as ServerBuild;
  const web = new Web(options, createRequestHandler(build, 'production'), styleSheet(build, options.directory));
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    // A form with a file passes unread: whoever expects it reads it under the limits of files.
    scope.addContentTypeParser(/^multipart\/form-data\b/i, (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => web.fail(error, request, reply));
    scope.route({ method: ['GET', 'POST'], url: '/*', bodyLimit, handler: (request, reply) => web.serve(request, reply) });
  });
}
