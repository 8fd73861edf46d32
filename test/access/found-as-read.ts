import type pg from 'pg';
import type { Settings } from './seen-tables.js';

/** Which row of which table a document was made of. */
const rowOf: Readonly<Record<string, string>> = {
  projectSheet: 'select partnership_id, id::text as id from project_sheet',
  followedAction: 'select partnership_id, id::text from followed_action',
  decision: 'select partnership_id, id::text from decision',
  meeting: 'select partnership_id, id::text from meeting',
  minutes: 'select partnership_id, id::text from minutes',
  article: 'select partnership_id, id::text from article',
  axis: 'select partnership_id, id::text from axis',
  actionLead: 'select partnership_id, id::text from action_lead',
  rule: `select partnership_id, agreement_id || ':' || key from rule`,
};
/** The public finds decisions alone: axes and meetings it reads on the record's own page. */
const kindsOf = (settings: Settings): string[] => (settings['audience'] === 'PUBLIC' ? ['decision'] : Object.keys(rowOf));

export interface Departures {
  /** Found, though the row may not be read. */
  readonly leaked: readonly string[];
  /** May be read, and is not found. */
  readonly lost: readonly string[];
  readonly found: number;
}

/** Compares what whoever has these settings finds with what they may read, as `app` itself: the policy of each row is the measure. */
export async function departuresFor(app: pg.Client, settings: Settings): Promise<Departures> {
  await app.query('begin');
  for (const [name, value] of Object.entries(settings)) await app.query('select set_config($1, $2, true)', [`app.${name}`, value]);
  const keys = async (sql: string): Promise<Set<string>> => new Set((await app.query<{ key: string }>(sql)).rows.map(({ key }) => key));
  const documents = await keys(`select kind || ' ' || partnership_id || ' ' || id as key from search_document`);
  const rows = await keys(kindsOf(settings).map((kind) => `select '${kind} ' || partnership_id || ' ' || id as key from (${rowOf[kind]}) as told(partnership_id, id)`).join(' union all '));
  await app.query('rollback');
  return { leaked: [...documents].filter((key) => !rows.has(key)), lost: [...rows].filter((key) => !documents.has(key)), found: documents.size };
}
