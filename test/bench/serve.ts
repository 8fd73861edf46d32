// One server of the bench, in a process of its own: `node serve.js ground|raw|ours|mercurius <urls as JSON>`. Says where it listens, then its CPU when asked.
import 'reflect-metadata';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ContextSource, Work } from '#platform';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { isObjectType, type GraphQLSchema } from 'graphql';
import mercuriusPlugin from 'mercurius';
import pg from 'pg';
import { OpenRequest } from '../../libs/platform/src/graphql/request.js';
import { listenIn, statementsDuring, type Statement } from './listen-in.js';
import { askerAt, benchHouse, boardQuery, layGround, year, type BenchDatabase } from './ground.js';

/** Where to ask, and as whom. */
interface Served {
  readonly url: string;
  readonly cookie: string;
  readonly partnershipId: string;
}

async function ours(database: BenchDatabase): Promise<Served> {
  const { url } = await benchHouse(database);
  return { url: `${url}/graphql`, ...(await askerAt(url)) };
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

/** Mercurius put in our driver's place: the house's own schema, guards and door, compiled at the first sight of a query. */
async function mercurius(database: BenchDatabase): Promise<Served> {
  const { house, url } = await benchHouse(database);
  const asker = await askerAt(url);
  const [source, work] = [house.app.get(ContextSource, { strict: false }), house.app.get(Work, { strict: false })];
  const server = Fastify();
  const context = async (request: FastifyRequest, reply: FastifyReply) => ({ opened: new OpenRequest(await source.contextOf(request, reply), work) });
  await server.register(mercuriusPlugin, { schema: ridingIn(house.app.get(GraphQLSchemaHost, { strict: false }).schema), jit: 1, context });
  server.graphql.addHook('onResolution', async (_execution, held) => (held as unknown as { opened: OpenRequest }).opened.close());
  return { url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`, ...asker };
}

/** What one request of the house asks of PostgreSQL, in order, and what it answers. */
async function recorded({ url, cookie, partnershipId }: Served): Promise<{ statements: readonly Statement[]; answer: string }> {
  const ask = async (): Promise<string> => {
    const body = JSON.stringify({ query: boardQuery, variables: { partnershipId, year } });
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body })).text();
  };
  await ask();
  return statementsDuring(ask);
}

/**
 * The limit: Fastify and pg alone. The very statements of our API's request, its door's too, in the same transactions under the same
 * role and settings; then the same JSON, ready made. What is left out is all that a server does between rows and answer.
 */
async function raw(database: BenchDatabase): Promise<Served> {
  listenIn();
  const { house, url } = await benchHouse(database);
  const asker = await askerAt(url);
  const { statements, answer } = await recorded({ url: `${url}/graphql`, ...asker });
  await house.close();
  if (statements.filter(({ text }) => text.startsWith('begin')).length < 2) throw new Error('the recorded request has not its two transactions');
  const pool = new pg.Pool({ connectionString: database.app, max: 10 });
  const server = Fastify();
  server.post('/graphql', async (_request, reply) => {
    const client = await pool.connect();
    try {
      for (const { text, values } of statements) await client.query(text, values);
    } finally {
      client.release();
    }
    return reply.type('application/json').send(answer);
  });
  return { url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`, ...asker };
}

const kinds: Readonly<Record<string, (database: BenchDatabase) => Promise<Served | null>>> = { raw, ours, mercurius, ground: async (database) => (await layGround(database), null) };
const [kind = '', urls = '{}'] = process.argv.slice(2);
const start = kinds[kind];
if (!start) throw new Error(`no such server: ${kind}`);
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() }));
process.on('disconnect', () => process.exit(0));
process.send?.({ served: await start(JSON.parse(urls) as BenchDatabase) });
