import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const glance = 50;

/**
 * Closes the house's door: nobody enters, what is being answered is finished, and a line that hangs for longer than `grace`
 * milliseconds (a telephone that left in the middle of a download) is cut: it must not keep the house from stopping.
 * Node closes idle lines when asked, not those that fall idle later, and Nest keeps a line for 72 s: hence the glances.
 */
export async function closeDoor(nest: NestFastifyApplication, grace: number): Promise<void> {
  const server = nest.getHttpServer() as Server;
  let closed = false;
  const closing = nest.close().finally(() => (closed = true));
  for (let waited = 0; !closed && waited < grace; waited += glance) {
    await Promise.race([closing, pause(glance)]);
    server.closeIdleConnections();
  }
  server.closeAllConnections();
  await closing;
}
