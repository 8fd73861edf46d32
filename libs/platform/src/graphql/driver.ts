import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createHandler, parseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http';
import { isCrowded } from '../database/crowded.js';
import type { Ctx } from '../work/context.js';
import { ApiError, detailed, tooBusy, unexpected } from './api-error.js';
import { GraphqlEngine } from './engine.js';
import { errorOfStatus, isCrossSite, refusalOf, responseOf, stranger } from './http.js';
import { limits } from './limits.js';
import { ContextSource } from './request.js';

type HttpRequest = Request<FastifyRequest, FastifyReply>;

const send = (reply: FastifyReply, [body, init]: Response): FastifyReply =>
  reply.status(init.status).headers(init.headers ?? {}).send(body ?? undefined);

/**
 * Serves the schema Nest built on Fastify: the rules of HTTP come from graphql-http, execution from our engine.
 * One scope of its own: its body parser takes JSON only and no hook of it touches other routes.
 */
@Injectable()
export class GraphqlDriver extends AbstractGraphQLDriver {
  constructor(
    private readonly engine: GraphqlEngine,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  override async generateSchema(options: GqlModuleOptions): Promise<GraphQLSchema> {
    const schema = await super.generateSchema(options);
    if (!schema) throw new Error('Nest built no GraphQL schema');
    this.engine.open(schema);
    return schema;
  }

  async start(options: GqlModuleOptions): Promise<void> {
    const source = this.modules.get(ContextSource, { strict: false });
    const fastify = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    const handle = createHandler<FastifyRequest, FastifyReply>({
      parseRequestParams: (request) => parseRequestParams(request).catch((error: Error) => refusalOf(detailed('BAD_REQUEST', error.message), 400, stranger(request.raw))),
      onSubscribe: (request, params) => this.answer(request, params, source),
    });
    void fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: limits.bodyBytes }, (_request, body, done) => done(null, body));
      scope.setErrorHandler((error: FastifyError, request, reply) => send(reply, this.failure(error, request)));
      scope.all(options.path ?? '/graphql', async (raw, reply) => {
        const { method, url, headers, body } = raw;
        if (isCrossSite(method, headers)) return send(reply, refusalOf(errorOfStatus(403), 403, stranger(raw)));
        const response = await handle({ method, url, headers, body: body as string, raw, context: reply });
        return send(reply, response[0] === null ? refusalOf(errorOfStatus(response[1].status), response[1].status, stranger(raw)) : response);
      });
    });
  }

  async stop(): Promise<void> {
    // Fastify closes the route with the server; transactions end with their requests.
  }

  private async answer(request: HttpRequest, params: RequestParams, source: ContextSource): Promise<Response> {
    const ctx = await this.contextOf(request, source);
    const accept = request.raw.headers.accept;
    const prepared = this.engine.prepare(params.query, params.operationName ?? undefined);
    if ('errors' in prepared) return responseOf({ errors: this.engine.refuse(prepared, ctx) }, accept);
    if (prepared.operation === 'mutation' && request.method === 'GET') {
      const [body, init] = refusalOf(new ApiError('MUTATION_OVER_GET', 'A mutation is sent by POST.'), 405, ctx);
      return [body, { ...init, headers: { ...init.headers, allow: 'POST' } }];
    }
    return responseOf(await this.engine.run(prepared, ctx, params.variables ?? {}), accept);
  }

  private async contextOf(request: HttpRequest, source: ContextSource): Promise<Ctx> {
    const ctx = await source.contextOf(request.raw, request.context);
    if (ctx.audience === 'INSTANCE') throw new Error('a request was given the audience of the instance itself');
    return ctx;
  }

  /** What Fastify or the context's source threw: known statuses are said, the rest is masked. */
  private failure(error: FastifyError, request: FastifyRequest): Response {
    const status = error.code?.startsWith('FST_') && error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status < 500) return refusalOf(errorOfStatus(status), status, stranger(request));
    this.engine.log(stranger(request))(error);
    if (isCrowded(error)) return refusalOf(tooBusy(), 503, stranger(request));
    const [, init] = refusalOf(errorOfStatus(status), status, stranger(request));
    return [JSON.stringify({ errors: [unexpected(stranger(request))] }), init];
  }
}
