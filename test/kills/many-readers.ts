import type { World } from '../world/world.js';
import { multiply } from '../bench/many.js';
import pg from 'pg';

/** Seats of each side of the world that its reminders of the year's plan go to, besides the president: so many coordinators. */
const moreCoordinators = `
  with who as (select party.partnership_id, party.id as party_id, place, gen_random_uuid() as person_id, gen_random_uuid() as seat_id, n
               from party cross join generate_series(1, $1) n),
  people as (insert into person (id, display_name, mail_address, language, recorded_at)
             select person_id, 'Coordination ' || n, 'coordination-' || n || '@side' || place || '.example', case place when 1 then 'fr' else 'ar' end, now() from who returning 1),
  seats as (insert into seat (partnership_id, id, party_id, category, office, office_ar, member) select partnership_id, seat_id, party_id, 'COORDINATOR', 'coordination', 'تنسيق', false from who returning 1)
  insert into mandate (partnership_id, id, seat_id, person_id, "from") select partnership_id, gen_random_uuid(), seat_id, person_id, '2024-01-01' from who`;

/** The world's partnership, so many times, in each of which so many people are owed the same reminder. */
export async function manyReaders(world: World, { partnerships, readers }: { readonly partnerships: number; readonly readers: number }): Promise<void> {
  const client = new pg.Client({ connectionString: world.database.superuser });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(moreCoordinators, [readers / 2 - 2]);
    await multiply(client, world.partnershipId, { from: 1, to: partnerships - 1 });
  } finally {
    await client.end();
  }
}
