// Before the first release only: writes the first migration's tables from the entities, over an empty database.
//   DATABASE_OWNER_URL=… node scripts/draft-tables.mjs      (after `npm run build`)
// With --check it prints what entities and a migrated database disagree on, and exits 1 when they do.
import { writeFileSync } from 'node:fs';
import { databaseOf } from '../dist/libs/platform/src/index.js';
import { entities } from '../dist/apps/api/src/entities.js';

const check = process.argv.includes('--check');
const database = await databaseOf(process.env.DATABASE_OWNER_URL, entities, 1).initialize();
if (!check) await database.query('create extension if not exists btree_gist');
const { upQueries } = await database.driver.createSchemaBuilder().log();
await database.destroy();
const statements = upQueries.map(({ query }) => query);
if (check) {
  process.stdout.write(statements.map((statement) => `${statement}\n`).join(''));
  process.exit(statements.length > 0 ? 1 : 0);
}
const lines = statements.map((statement) => `      \`${statement.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`,`);
writeFileSync(
  new URL('../apps/api/src/migrations/0001-tables.ts', import.meta.url),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables as the entities declare them. Written by scripts/draft-tables.mjs; frozen at the first release. */
export class Tables1764000000001 implements MigrationInterface {
  readonly name = 'Tables1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
      'create extension if not exists btree_gist',
${lines.join('\n')}
];
`,
);
process.stdout.write(`${statements.length} statements\n`);
