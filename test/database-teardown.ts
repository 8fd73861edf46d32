import { rm } from 'node:fs/promises';
import type { RunsTestServer } from './test-server.js';

/** After the database tests and the stories: the run's PostgreSQL is stopped and its data removed. */
export default async function teardown(): Promise<void> {
  const running = (globalThis as RunsTestServer).passerelleTestServer;
  if (!running) return;
  await running.server.stop();
  await rm(running.dataDir, { recursive: true, force: true });
}
