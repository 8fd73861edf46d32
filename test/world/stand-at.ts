import { civilDate, VersionedZones } from '#kernel';
import pg from 'pg';
import type { House } from '../../apps/api/src/house.js';
import type { FreshDatabase } from '../database.js';

/**
 * The house's clock stands at this civil instant in Paris (`2026-11-23T12:00`), however far the machine's has gone; so does that of
 * every command over its database, or the house would wait for what a command has just dated.
 */
export async function standAt(house: House, clock: string, database: FreshDatabase): Promise<void> {
  const [date = '', time = '09:00'] = clock.split('T');
  const offset = Math.round(new VersionedZones().instantOf(civilDate(date), time, 'Europe/Paris').getTime() - house.machineNow().getTime());
  const client = new pg.Client({ connectionString: database.superuser });
  await client.connect();
  await client.query('insert into legal_clock (id, offset_milliseconds) values (1, $1) on conflict (id) do update set offset_milliseconds = $1', [offset]).finally(() => client.end());
  house.legalClock.setOffset(offset);
}
