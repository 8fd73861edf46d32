import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import { mountWeb, type WebOptions } from '../api/src/web/mount-web.js';

const directory = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The built web on a loopback port, beside an API that parses bodies its own way, as Nest does. */
export interface ServedWeb {
  readonly url: string;
  /** Unexpected errors that were kept for the operators. */
  readonly reports: readonly unknown[];
  close(): Promise<void>;
}

/** Serves `dist/web` with the executor of the test's choice. @throws Error when the web has not been built */
export async function serveWeb(options: Partial<WebOptions> = {}): Promise<ServedWeb> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const reports: unknown[] = [];
  const server = fastify({ genReqId: () => randomUUID(), forceCloseConnections: true });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.post('/graphql', async () => ({ data: { __typename: 'Query' } }));
  await mountWeb(server, {
    directory,
    publicUrl: url,
    demo: true,
    graphqlFor: () => async () => ({ data: { __typename: 'Query', publicRecord: [] } }),
    sendFile: async () => null,
    readFile: async () => ({ answer: '' }),
    enterFor: async () => ({ answer: '' }),
    isSignedIn: async () => false,
    megabytes: 10,
    report: (error) => void reports.push(error),
    ...options,
  });
  await server.listen({ port, host: '127.0.0.1' });
  return { url, reports, close: () => server.close() };
}
