import { createHash } from 'node:crypto';
import { databaseOf } from '#platform';
import type { QueryRunner } from 'typeorm';
import type { Evidence, Line, SeenFile } from '../verify/evidence.js';

const page = 500;
const omitted: Readonly<Record<string, string>> = { blob: `- 'bytes'` };
/** The chain's own order; any other table is compared row by row. */
const orders: Readonly<Record<string, string>> = { journal: 'order by line.chain, line.sequence' };
const known = /^[a-z_]+$/;

/** A whole database, read by the auditor's role in one read-only snapshot. */
export class DatabaseEvidence implements Evidence {
  /** Over a transaction that is open already, in UTC. */
  constructor(private readonly runner: Pick<QueryRunner, 'query'>) {}

  /** Reads within `look`, then closes. The address is the auditor's; the owner's does as well, since nothing is written. */
  static async over<T>(url: string, look: (evidence: DatabaseEvidence) => Promise<T>): Promise<T> {
    const database = await databaseOf(url, [], 1).initialize();
    const runner = database.createQueryRunner();
    try {
      await runner.query('begin isolation level repeatable read read only');
      await runner.query(`select set_config('timezone', 'UTC', true), set_config('statement_timeout', '0', true)`);
      return await look(new DatabaseEvidence(runner));
    } finally {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
      await database.destroy();
    }
  }

  private async *pages<Row extends object>(name: string, sql: string): AsyncGenerator<Row> {
    await this.runner.query(`declare ${name} no scroll cursor for ${sql}`);
    for (let rows: Row[] = []; ; ) {
      rows = (await this.runner.query(`fetch ${page} from ${name}`, [], true)).records as Row[];
      yield* rows;
      if (rows.length < page) break;
    }
    await this.runner.query(`close ${name}`);
  }

  async *rows(table: string): AsyncGenerator<Line> {
    if (!known.test(table)) throw new Error(`${table} is no table`);
    for await (const { line } of this.pages<{ line: string }>(`of_${table}`, `select (to_jsonb(line.*) ${omitted[table] ?? ''})::text as line from ${table} line ${orders[table] ?? ''}`)) {
      yield JSON.parse(line) as Line;
    }
  }

  async *files(): AsyncGenerator<SeenFile> {
    const stored = await this.runner.query('select partnership_id, sha256, content_type from blob order by partnership_id, sha256', [], true);
    for (const { partnership_id: partnershipId, sha256, content_type: contentType } of stored.records as { partnership_id: string; sha256: string; content_type: string }[]) {
      const [{ bytes }] = (await this.runner.query('select bytes from blob where partnership_id = $1 and sha256 = $2', [partnershipId, sha256], true)).records as [{ bytes: Buffer }];
      yield { partnershipId, sha256, contentType, measured: createHash('sha256').update(bytes).digest('hex'), start: bytes.subarray(0, 8).toString('latin1') };
    }
  }
}
