import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LegalClock } from '#kernel';
import pg from 'pg';
import { openDemoHouse, type DemoHouse } from '../../../../test/world/demo-house.js';

let demo: DemoHouse;
let hand: pg.Client;

beforeAll(async () => {
  demo = await openDemoHouse({ clock: '2026-11-23T10:00' });
  hand = new pg.Client({ connectionString: demo.database.superuser });
  await hand.connect();
}, 120_000);
afterAll(async () => {
  await hand?.end();
  await demo?.close();
});

/** Signs in by a demo link; answers what the door says of the cookie, and the session's row. */
async function enter(): Promise<{ seen: () => Promise<boolean>; personId: string; sessionId: string }> {
  const entered = await fetch(`${demo.url}/demo/${persona}`, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { rows } = await hand.query<{ id: string; person_id: string }>('select id, person_id from session order by started_at desc, id desc limit 1');
  const seen = async (): Promise<boolean> => {
    const answer = await fetch(`${demo.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: '{ viewer { person { id } } }' }) });
    return ((await answer.json()) as { data: { viewer: object | null } }).data.viewer !== null;
  };
  return { seen, personId: rows[0]?.person_id ?? '', sessionId: rows[0]?.id ?? '' };
}
const isEnded = async (sessionId: string): Promise<boolean> => (await hand.query('select 1 from session where id = $1 and ended_at is not null', [sessionId])).rowCount === 1;
const daysAgo = (sessionId: string, days: number): Promise<object> => hand.query(`update session set started_at = started_at - $2::int * interval '1 day' where id = $1`, [sessionId, days]);
const mandatesEnd = (personId: string, until: string | null): Promise<object> => hand.query('update mandate set "until" = $2 where person_id = $1', [personId, until]);
const persona = 'technicienne';

describe('a session and the mandate of its person', () => {
  it('end together, at the first request after the last day; she may sign in again, to read her own data', async () => {
    const now = demo.house.app.get(LegalClock).now().toISOString().slice(0, 10);
    const { seen, personId, sessionId } = await enter();
    await daysAgo(sessionId, 3);
    expect(await seen()).toBe(true);
    await mandatesEnd(personId, now);
    expect(await seen()).toBe(false);
    expect(await isEnded(sessionId)).toBe(true);
    await mandatesEnd(personId, null);
    expect(await seen()).toBe(false);
    await mandatesEnd(personId, now);
    const again = await enter();
    expect(again.personId).toBe(personId);
    expect([await again.seen(), await isEnded(again.sessionId)]).toEqual([true, false]);
    await mandatesEnd(personId, null);
  });

  it('stays while a seat is held, later today or from a later day, and for whoever runs the instance', async () => {
    const { seen, personId, sessionId } = await enter();
    await daysAgo(sessionId, 3);
    await mandatesEnd(personId, '2027-12-31');
    expect(await seen()).toBe(true);
    await hand.query(`update mandate set "from" = '2027-01-01' where person_id = $1`, [personId]);
    expect(await seen()).toBe(true);
    await hand.query(`update mandate set "from" = '2020-01-01', "until" = $2 where person_id = $1`, [personId, demo.house.app.get(LegalClock).now().toISOString().slice(0, 10)]);
    await hand.query(`insert into instance_admin (person_id, since) values ($1, '2020-01-01')`, [personId]);
    expect(await seen()).toBe(true);
    await hand.query('delete from instance_admin where person_id = $1', [personId]);
    expect([await seen(), await isEnded(sessionId)]).toEqual([false, true]);
  });
});
