// One server of the bench, in a process of its own: `node serve.js raw|ours|mercurius <app url>`. Says where it listens, then its CPU when asked.
import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ContextSource, GraphqlFloorModule, Work, type Ctx } from '#platform';
import Fastify, { type FastifyInstance } from 'fastify';
import { isObjectType, type GraphQLSchema } from 'graphql';
import mercuriusPlugin from 'mercurius';
import pg from 'pg';
import { BenchActions, BenchPlans } from './board.js';
import { benchCtx, benchWork, partnershipId, rawAnswer } from './ground.js';
import { OpenRequest } from '../../libs/platform/src/graphql/request.js';

class BenchContexts extends ContextSource {
  async contextOf(): Promise<Ctx> {
    return benchCtx();
  }
}

async function nest(appUrl: string): Promise<{ app: NestFastifyApplication; work: Work }> {
  const work = await benchWork(appUrl);
  const providers = [
    { provide: Work, useValue: work },
    { provide: ContextSource, useClass: BenchContexts },
  ];
  @Global()
  @Module({ providers, exports: [Work, ContextSource] })
  class Ground {}
  @Module({ imports: [Ground, GraphqlFloorModule], providers: [BenchPlans, BenchActions] })
  class Bench {}
  return { app: await NestFactory.create<NestFastifyApplication>(Bench, new FastifyAdapter(), { logger: ['error'] }), work };
}

async function ours(appUrl: string): Promise<string> {
  const { app } = await nest(appUrl);
  await app.listen(0, '127.0.0.1');
  return `${await app.getUrl()}/graphql`;
}

/** Mercurius makes its own context object: ours rides in it, and every resolver gets it back. */
function ridingIn(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const inner = field.resolve;
      if (inner) field.resolve = (...[source, args, context, info]) => inner(source, args, (context as { opened: OpenRequest }).opened, info) as unknown;
    }
  }
  return schema;
}

/** Mercurius put in our driver's place: the very schema and guards Nest built, compiled at the first sight of a query. */
async function mercurius(appUrl: string): Promise<string> {
  const { app, work } = await nest(appUrl);
  await app.init();
  const schema = ridingIn(app.get(GraphQLSchemaHost, { strict: false }).schema);
  const server = Fastify();
  await server.register(mercuriusPlugin, { schema, jit: 1, context: () => ({ opened: new OpenRequest(benchCtx(), work) }) });
  server.graphql.addHook('onResolution', async (_execution, context) => (context as unknown as { opened: OpenRequest }).opened.close());
  return server.listen({ port: 0, host: '127.0.0.1' }).then((url) => `${url}/graphql`);
}

/** The limit: the same role, the same transaction, one statement that makes the JSON. */
async function raw(appUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 10 });
  const server: FastifyInstance = Fastify();
  const { actor, audience } = benchCtx();
  const settings = [actor?.personId, `{${actor?.partnershipIds.join()}}`, `{${actor?.partyIds.join()}}`, audience];
  server.post('/graphql', async (_request, reply) => {
    const client = await pool.connect();
    try {
      await client.query('begin read only');
      await client.query(`select set_config('app.person', $1, true), set_config('app.partnerships', $2, true), set_config('app.parties', $3, true), set_config('app.audience', $4, true)`, settings);
      const { rows } = await client.query<{ answer: string }>(rawAnswer, [partnershipId]);
      return await reply.type('application/json').send(rows[0]?.answer);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
  return server.listen({ port: 0, host: '127.0.0.1' }).then((url) => `${url}/graphql`);
}

const kinds: Readonly<Record<string, (appUrl: string) => Promise<string>>> = { raw, ours, mercurius };
const [kind = '', appUrl = ''] = process.argv.slice(2);
const start = kinds[kind];
if (!start) throw new Error(`no such server: ${kind}`);
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() }));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: await start(appUrl) });
