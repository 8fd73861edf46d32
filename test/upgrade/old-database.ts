import { readFileSync } from 'node:fs';
import { migrateTables } from '../../apps/api/src/migrate.js';
import { migrations } from '../../apps/api/src/migrations/all.js';
import { checkBackup, loadRows } from '#platform';
import { copyOf, emptyDatabase, type FreshDatabase } from '../database.js';
import { asking } from './rows.js';

/** An earlier landed version, by the files it left in `fixtures/upgrades`. */
export interface EarlierVersion {
  readonly name: string;
  readonly backup: string;
  readonly schema: string;
}

const at = (name: string): string => `fixtures/upgrades/${name}`;
const versionOf = (name: string): EarlierVersion => ({ name, backup: at(`${name}.backup`), schema: at(`${name}.schema.sql`) });

/** Every earlier version whose data must start under this one. */
export const earlierVersions: readonly EarlierVersion[] = ['0.1.0-0ef8905'].map(versionOf);

/** Its printed `schema.sql`, without the comments of the first lines. */
export const schemaOf = ({ schema }: EarlierVersion): string => readFileSync(schema, 'utf8');

/** Policies and grants as that version made them: those statements of its own printed schema. */
const accessOf = (version: EarlierVersion): string[] => schemaOf(version).match(/^(create policy|grant |alter table \S+ (?:enable|force) row level)[\s\S]*?;$/gm) ?? [];

/** That version's database as it was: its migrations, its rows, its policies and grants. */
export async function oldDatabase(version: EarlierVersion): Promise<FreshDatabase> {
  const database = await emptyDatabase();
  const { manifest } = await checkBackup(version.backup);
  await migrateTables(database.owner, migrations.filter(({ name }) => manifest.migrations.includes(name)));
  await loadRows(database.owner, version.backup, manifest);
  await asking(database.owner, accessOf(version).join('\n'));
  return database;
}

/** A copy of it, for one trial. */
export const oneMore = (database: FreshDatabase): Promise<FreshDatabase> => copyOf(database);
