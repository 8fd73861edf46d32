import type { EmbeddedServer, Role } from '../libs/platform/src/postgres/index.js';

/**
 * What test files are told about the run's PostgreSQL, as JSON in PASSERELLE_TEST_SERVER. In each address the word
 * DATABASE stands for the database's name.
 */
export interface TestServer {
  readonly superuser: string;
  readonly urls: Readonly<Record<Role, string>>;
  /** The migrated database to clone. */
  readonly template: string;
  /** Why the template could not be migrated. */
  readonly failure?: string;
}

/** The process that runs Jest keeps the server from setup to teardown. */
export interface RunsTestServer {
  passerelleTestServer?: { readonly server: EmbeddedServer; readonly dataDir: string };
}
