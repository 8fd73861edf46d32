import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { databaseOf } from '#platform';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { auditedTables } from '../../apps/api/src/verify/audited.js';
import type { Finding } from '../../apps/api/src/verify/evidence.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import { openDemoHouse, type DemoHouse } from '../world/demo-house.js';
import { joinDocuments, recordBesides } from './joined.contract.js';

/** A database administrator's hand over the demo's story: triggers, keys and checks put to sleep, every column of every audited table changed. */
let demo: DemoHouse;
let powerful: DataSource;
beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  await joinDocuments(demo);
  await recordBesides(demo);
  powerful = await databaseOf(demo.database.superuser, [], 1).initialize();
}, 120_000);
afterAll(async () => {
  await powerful.destroy();
  await demo.close();
});

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Another value of the column's type. */
const otherValue = ({ name, type }: Column): string => {
  const column = `"${name}"`;
  const byType: Readonly<Record<string, string>> = {
    uuid: `coalesce(overlay(${column}::text placing (case when right(${column}::text, 1) = '0' then '1' else '0' end) from 36)::uuid, '00000000-0000-7000-8000-000000000009')`,
    text: `coalesce(${column}, '') || 'x'`,
    integer: `coalesce(${column}, 0) + 1000`,
    smallint: `${column} + 1`,
    bigint: `coalesce(${column}, 0) + 100000`,
    numeric: `${column} + 1`,
    boolean: `not coalesce(${column}, false)`,
    date: `coalesce(${column}, '2030-01-01') + 1`,
    'timestamp with time zone': `coalesce(${column}, '2030-01-01') + interval '1 microsecond'`,
    jsonb: `case when jsonb_typeof(${column}) = 'array' then ${column} || '1' when jsonb_typeof(${column}) = 'object' then ${column} || '{"x": 1}' else '{"x": 1}' end`,
    bytea: `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`,
  };
  return byType[type] ?? `no way to change ${type}`;
};

/** What the verifier need not see: when bytes were stored is said by no act. */
const outside: Readonly<Record<string, readonly string[]>> = { blob: ['recorded_at'], minutes: ['prose', 'prose_version', 'wording'] };

async function columnsOf(table: string): Promise<Column[]> {
  const columns = (await powerful.query(`select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1`, [table])) as Column[];
  return columns.filter(({ name }) => !outside[table]?.includes(name));
}

/** Plays `hand` with every guard of the database asleep, judges, and puts everything back. */
async function judged(hand: (runner: QueryRunner) => Promise<string[][]>): Promise<{ names: string[][]; findings: readonly Finding[] }> {
  const runner = powerful.createQueryRunner();
  try {
    await runner.query('begin');
    await runner.query(`set local session_replication_role = replica; set local timezone to 'UTC'; set local statement_timeout = 0`);
    const names = await hand(runner);
    return { names, findings: (await verify(new DatabaseEvidence(runner))).findings };
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}

async function dropChecks(runner: QueryRunner, table: string): Promise<void> {
  const checks = (await runner.query(`select conname from pg_constraint where conrelid = $1::regclass and contype in ('c', 'x', 'u')`, [table])) as { conname: string }[];
  for (const { conname } of checks) await runner.query(`alter table ${table} drop constraint "${conname}" cascade`);
}

const keyColumns: Readonly<Record<string, readonly string[]>> = { journal: ['sequence'], journal_words: ['sequence', 'path'], journal_head: ['chain'], blob: ['sha256'] };
const keyOf = (table: string): readonly string[] => keyColumns[table] ?? auditedTables.find(({ name }) => name === table)?.key ?? [];
const said = (row: Record<string, unknown>, table: string): string => keyOf(table).map((column) => String(row[column])).join(' ');

/** Changes each of these columns in a row of its own, as many as there are rows. Answers, per change, how its row may be named. */
async function changeEach(runner: QueryRunner, table: string, columns: readonly Column[]): Promise<string[][]> {
  await dropChecks(runner, table);
  const rows = (await runner.query(`select ctid::text as place, to_jsonb(line.*) - 'bytes' as line from ${table} line order by ctid limit $1`, [columns.length])) as { place: string; line: Record<string, unknown> }[];
  const names: string[][] = [];
  for (const [index, { place, line }] of rows.entries()) {
    const column = columns[index] as Column;
    const [{ after }] = (await runner.query(`with changed as (update ${table} set "${column.name}" = ${otherValue(column)} where ctid = $1::tid returning *) select to_jsonb(changed.*) - 'bytes' as after from changed`, [place])) as [{ after: Record<string, unknown> }];
    names.push([`${table}.${column.name}`, said(line, table), said(after, table)]);
  }
  return names;
}

const unnamed = (names: readonly string[][], findings: readonly Finding[]): string[] =>
  names.filter(([, ...rows]) => !findings.some(({ where }) => rows.some((row) => where.includes(row)))).map(([what]) => String(what));

/** One judgement tells of all the tables of acts together; what holds the chain is touched alone. */
const groups = [['acts', auditedTables.map(({ name }) => name)], ...['journal', 'journal_words', 'journal_head', 'blob'].map((table) => [table, [table]] as const)] as const;

/** Of each table that has rows, the columns not tried yet, as many as it has rows. */
async function tamperRound(runner: QueryRunner, rest: Map<string, readonly Column[]>): Promise<string[][]> {
  const names: string[][] = [];
  for (const [table, columns] of rest) {
    const done = await changeEach(runner, table, columns);
    names.push(...done);
    // A table without rows in the story has nothing to change.
    rest.set(table, done.length === 0 ? [] : columns.slice(done.length));
  }
  return names;
}

describe('over the real database', () => {
  it('nothing is wrong before anybody touches it, guards asleep or not', async () => {
    expect((await judged(() => Promise.resolve([]))).findings).toEqual([]);
  }, 60_000);

  it.each(groups)('every changed column of %s is found and its row named', async (_group, tables) => {
    const whole = new Map(await Promise.all(tables.map(async (table) => [table, await columnsOf(table)] as const)));
    const rest = new Map<string, readonly Column[]>(whole);
    const tried: string[] = [];
    while ([...rest.values()].some(({ length }) => length > 0)) {
      const { names, findings } = await judged((runner) => tamperRound(runner, rest));
      expect(unnamed(names, findings)).toEqual([]);
      tried.push(...names.map(([what]) => String(what)));
    }
    const filled = tables.filter((table) => tried.some((what) => what.startsWith(`${table}.`)));
    expect(tried.sort()).toEqual(filled.flatMap((table) => whole.get(table)!.map(({ name }) => `${table}.${name}`)).sort());
    expect(filled.length).toBeGreaterThan(tables.length * 0.8);
  }, 120_000);

  it.each(groups)('a row of %s that disappears is found and named', async (_group, tables) => {
    const { names, findings } = await judged(async (runner) => {
      const gone: string[][] = [];
      for (const table of tables) {
        // A file that no sealed version names may go: a printed sheet of signatures is printed again.
        const where = table === 'blob' ? `where sha256 in (select pdf.value from minutes_version, jsonb_each_text(pdfs) as pdf)` : '';
        const rows = (await runner.query(`with gone as (delete from ${table} where ctid = (select ctid from ${table} ${where} order by ctid limit 1) returning *) select to_jsonb(gone.*) - 'bytes' as line from gone`)) as { line: Record<string, unknown> }[];
        gone.push(...rows.map(({ line }) => [`${table} row`, said(line, table).split(' ').at(-1) as string]));
      }
      return gone;
    });
    expect(names.length).toBeGreaterThan(tables.length * 0.8);
    expect(unnamed(names, findings)).toEqual([]);
  }, 60_000);
});
