import type { Tx } from '../work/work.js';
import { vectorOf } from './lexemes.js';
import type { SearchAudience } from './search-document.entity.js';

/** How a room's rows are found: its own SQL says what is told of each, and to whom. */
export interface SearchSource {
  /** As the journal names the thing: « projectSheet ». */
  readonly kind: string;
  /** A query of columns partnership_id, id, audience, party_id, page_id, title, text, said_on; ids as text. */
  readonly rows: string;
}

interface Told {
  readonly partnership_id: string;
  readonly id: string;
  readonly audience: SearchAudience;
  readonly party_id: string | null;
  readonly page_id: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly said_on: string | null;
}

/** Runs one statement with `$1 …`; answers its rows. */
export type RunSql = (sql: string, parameters: readonly unknown[]) => Promise<object[]>;

const longest = 100_000;
const documentOf = ({ title, text, ...told }: Told, kind: string): object => {
  const words = { title: (title ?? '').slice(0, 1_000), text: (text ?? '').slice(0, longest) };
  return { ...told, kind, ...words, tsv: vectorOf({ partnershipId: told.partnership_id, audience: told.audience, ...words }) };
};

const columns = 'partnership_id, kind, id, audience, party_id, page_id, title, text, said_on';
const keep = `
  insert into search_document (${columns}, tsv)
  select ${columns}, tsv::tsvector
  from jsonb_to_recordset($1::jsonb) as told(partnership_id uuid, kind text, id text, audience text, party_id uuid, page_id text, title text, text text, said_on date, tsv text)
  on conflict (partnership_id, kind, id) do update
  set audience = excluded.audience, party_id = excluded.party_id, page_id = excluded.page_id, title = excluded.title, text = excluded.text, said_on = excluded.said_on, tsv = excluded.tsv`;

async function keepTold(run: RunSql, kind: string, told: readonly Told[]): Promise<void> {
  if (told.length > 0) await run(keep, [JSON.stringify(told.map((one) => documentOf(one, kind)))]);
}

const told = (source: SearchSource): string => `select told.partnership_id, told.id, told.audience, told.party_id, told.page_id, told.title, told.text, told.said_on::text as said_on from (${source.rows}) told`;

/** What changed in this act is found from its commit on, under the words it has now: called after the row is kept, in the same transaction. Without `ids`, all of the partnership's. */
export async function keepSearchable(tx: Tx, source: SearchSource, at: { partnershipId: string; ids?: readonly string[] }): Promise<void> {
  const rows = await tx.query<Told>(`${told(source)} where told.partnership_id = $1 and ($2::text[] is null or told.id = any ($2::text[]))`, [at.partnershipId, at.ids ?? null]);
  await keepTold((sql, parameters) => tx.query(sql, parameters), source.kind, rows);
}

const batch = 200;
/** Makes again every document of these sources, as the owner of the tables: after rows arrived that no act of this house wrote. */
export async function fillSearch(run: RunSql, sources: readonly SearchSource[]): Promise<void> {
  for (const source of sources) {
    let after: readonly [string, string] = ['00000000-0000-0000-0000-000000000000', ''];
    for (;;) {
      const rows = (await run(`${told(source)} where (told.partnership_id, told.id) > ($1::uuid, $2) order by told.partnership_id, told.id limit ${batch}`, after)) as Told[];
      await keepTold(run, source.kind, rows);
      const last = rows.at(-1);
      if (!last || rows.length < batch) break;
      after = [last.partnership_id, last.id];
    }
  }
}
