import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.js';
import { impersonalTables, personalTables, type PersonalTable } from './personal-columns.js';

let databases: FreshDatabase;
let catalogue: ReadonlyMap<string, string[]>;
let pointing: readonly { table: string; column: string }[];

async function look<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databases.superuser });
  await client.connect();
  return client.query<Row>(sql).then((answer) => answer.rows).finally(() => client.end());
}

async function readCatalogue(): Promise<Map<string, string[]>> {
  const rows = await look<{ table: string; columns: string[] }>(
    `select table_name::text as "table", array_agg(column_name::text order by column_name) as columns from information_schema.columns where table_schema = 'public' group by table_name`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

beforeAll(async () => {
  databases = await freshDatabase();
  catalogue = await readCatalogue();
  pointing = await look(`select conrelid::regclass::text as "table", attname::text as "column" from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and confrelid = 'person'::regclass`);
});
afterAll(() => databases.drop());

/** Every column that no list names, and every one that a list names and no table has. */
function differences(tables: readonly PersonalTable[], impersonal: Readonly<Record<string, string>>, known: ReadonlyMap<string, string[]>): string[] {
  const listed = new Map<string, Set<string>>([
    ...tables.map(({ table, personal, other }) => [table, new Set([...personal, ...other])] as const),
    ...Object.entries(impersonal).map(([table, columns]) => [table, new Set(columns.split(' ').filter(Boolean))] as const),
  ]);
  const unlisted = [...known].flatMap(([table, columns]) => columns.filter((column) => !listed.get(table)?.has(column)).map((column) => `${table}.${column} is in no list`));
  const gone = [...listed].flatMap(([table, columns]) => [...columns].filter((column) => !known.get(table)?.includes(column)).map((column) => `${table}.${column} is in no table`));
  return [...unlisted, ...gone];
}

/** Columns that point at a person in a table that the export would not ask. */
const unasked = (tables: readonly PersonalTable[]): string[] =>
  pointing.filter(({ table, column }) => !tables.some((one) => one.table === table && (one.person === column || one.other.includes(column) || one.personal.includes(column)))).map(({ table, column }) => `${table}.${column}`);

describe('the reviewed list of personal columns', () => {
  it('names every column of every table, and no other', () => {
    expect(differences(personalTables, impersonalTables, catalogue)).toEqual([]);
  });

  it('asks every table whose rows belong to a person', () => {
    expect(unasked(personalTables)).toEqual([]);
    for (const { person, personal } of personalTables) expect(personal).toContain(person);
  });

  it.each<[string, () => string[]]>([
    ['a new column of a known table', () => differences(personalTables, impersonalTables, new Map([...catalogue, ['person', [...catalogue.get('person')!, 'telephone']]]))],
    ['a new table', () => differences(personalTables, impersonalTables, new Map([...catalogue, ['resident', ['id', 'name']]]))],
    ['a column tagged that is gone', () => differences(personalTables, impersonalTables, new Map([...catalogue, ['vote', catalogue.get('vote')!.filter((column) => column !== 'reason')]]))],
    ['a tag taken away', () => differences(personalTables.map((one) => ({ ...one, personal: one.personal.filter((column) => column !== 'mail_address') })), impersonalTables, catalogue)],
    ['a table nobody asks', () => unasked(personalTables.filter(({ table }) => table !== 'signature'))],
  ])('turns red for %s (planted)', (_what, found) => {
    expect(found()).not.toEqual([]);
  });
});
