// Prints the statements that would bring a migrated database to what the entities declare: the start of the next migration.
//   DATABASE_OWNER_URL=… node scripts/draft-migration.mjs      (after `npm run build`)
// A migration that has landed is never edited; `apps/api/src/migrations/drift.db.spec.ts` holds entities and migrations together.
import { databaseOf } from '../dist/libs/platform/src/index.js';
import { entities } from '../dist/apps/api/src/entities.js';

const database = await databaseOf(process.env.DATABASE_OWNER_URL, entities, 1).initialize();
const { upQueries } = await database.driver.createSchemaBuilder().log();
await database.destroy();
process.stdout.write(upQueries.map(({ query }) => `  \`${query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`,\n`).join(''));
