import type pg from 'pg';
import type { Snapshot } from './snapshot.js';

/** Tables of which the public reads executory rows (`public-access.ts`). */
export const publicTables: readonly string[] = ['partnership', 'party', 'seat', 'agreement', 'rule', 'axis', 'minutes', 'meeting', 'decision', 'signature', 'action_plan', 'followed_action', 'search_document'];

/** What a transaction tells the database about whoever asks. */
export type Settings = Readonly<Record<string, string>>;

/** A member who prepares and keeps the minutes of one partnership. */
export const memberSettings = (person: string, partnershipId: string, partyId: string): Settings => ({
  person, partnerships: `{${partnershipId}}`, parties: `{${partyId}}`, preparing: `{${partnershipId}}`, keeping: `{${partnershipId}}`, audience: 'MEMBER',
});

/** Tables of the partnership in which whoever has these settings sees rows of it, asked as `app` itself. */
export async function seenTables(beside: Snapshot, app: pg.Client, at: { partnershipId: string; settings: Settings }): Promise<string[]> {
  const tables = await beside.ask<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'partnership_id')`);
  const seen: string[] = [];
  await app.query('begin');
  for (const [name, value] of Object.entries(at.settings)) await app.query('select set_config($1, $2, true)', [`app.${name}`, value]);
  for (const { name } of tables) if ((await app.query(`select from ${name} where partnership_id = $1 limit 1`, [at.partnershipId])).rowCount) seen.push(name);
  await app.query('rollback');
  return seen.sort();
}
