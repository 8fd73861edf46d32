import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseMailAddress, AlarmClock, Mailer, Press, TypstPress, type Delivery } from '#platform';
import { MailOrigin } from '#notices';
import { freshDatabase, type FreshDatabase } from '../../../../test/database.js';
import { AbsentQueue } from '../../../../libs/notices/src/desk.contract.js';
import { openHouse, type House } from '../house.js';

/** A queue that answers until it is told not to: what is judged here is the page, not BullMQ. */
class SwitchedQueue extends AbsentQueue {
  on = true;
  override async answers(): Promise<boolean> {
    return this.on;
  }
}

class NoMail extends Mailer {
  async send(): Promise<Delivery> {
    return { outcome: 'RETRY', reason: 'no relay here' };
  }
  async close(): Promise<void> {}
}

let databases: FreshDatabase;
let house: House;
let url: string;
const queue = new SwitchedQueue();

async function outside(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: databases.superuser.replace(`/${databases.name}`, sql.startsWith('alter database') ? '/postgres' : `/${databases.name}`) });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}

beforeAll(async () => {
  databases = await freshDatabase();
  const from = parseMailAddress('passerelle@ville.example');
  if (from.refused) throw new Error('not an address');
  house = await openHouse({
    urls: databases, publicUrl: 'http://localhost:3999', secret: 'the secret of a test, long enough to serve', demo: false, webDirectory: null, dataDir: process.cwd(),
    providers: [
      { provide: Press, useFactory: () => new TypstPress() },
      { provide: MailOrigin, useValue: { publicUrl: 'http://localhost:3999', host: 'localhost', from: from.value } },
      { provide: Mailer, useClass: NoMail },
      { provide: AlarmClock, useValue: queue },
    ],
  });
  url = (await house.listen(0, '127.0.0.1')).replace('[::1]', '127.0.0.1');
});
afterAll(async () => {
  await house?.close();
  await databases?.drop();
});

/** Past the second for which one answer serves everybody. */
async function ready(): Promise<{ status: number; body: { status: string; checks: Record<string, string> }; text: string }> {
  await new Promise((settle) => setTimeout(settle, 1_050));
  const answer = await fetch(`${url}/health/ready`);
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text) as { status: string; checks: Record<string, string> }, text };
}

describe('/health', () => {
  it('lives and is ready, says so to anybody, and nothing about anybody', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' });
    const answer = await ready();
    expect(answer).toMatchObject({ status: 200, body: { checks: { database: 'ok', queue: 'ok', zones: 'ok', letters: 'ok' } } });
    expect(answer.text).not.toMatch(/@|ville|localhost|[0-9a-f]{8}-/);
    expect(Object.keys(answer.body).sort()).toEqual(['checks', 'status']);
  });

  it('asks for attention when a letter should have left long ago, and stays ready', async () => {
    const id = '0193a4c2-7d10-7e5a-9c31-5a1f0c2b7e44';
    await outside(`insert into person (id, display_name, mail_address, language, recorded_at) values ($1, 'Maire', 'maire@ville.example', 'fr', now())`, [id]);
    await outside(
      `insert into reminder (id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
       values ($1, 'SIGN_IN_CODE', 'signInCode', $1, '1', $1, 1, 'MAIL', current_date, now() - interval '16 minutes', 'PLANNED', 1, 0, 'm@x', '{}', now())`, [id]);
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'attention', checks: { letters: 'attention', database: 'ok' } } });
    await outside(`delete from reminder`);
  });

  it('is not ready without its queue, and again when it is back', async () => {
    queue.on = false;
    expect(await ready()).toMatchObject({ status: 503, body: { checks: { queue: 'wrong', database: 'ok' } } });
    queue.on = true;
    expect((await ready()).status).toBe(200);
  });

  it('is not ready without its database, answers within seconds, and lives on', async () => {
    await outside(`alter database ${databases.name} with allow_connections false`);
    await outside(`alter database ${databases.name} with connection limit 0`);
    const client = new pg.Client({ connectionString: databases.superuser.replace(`/${databases.name}`, '/postgres') });
    await client.connect();
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [databases.name]);
    try {
      const begun = performance.now();
      expect(await ready()).toMatchObject({ status: 503, body: { checks: { database: 'wrong', zones: 'ok' } } });
      expect(performance.now() - begun).toBeLessThan(6_000);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
    } finally {
      await client.query(`alter database ${databases.name} with allow_connections true connection limit -1`);
      await client.end();
    }
    expect((await ready()).status).toBe(200);
  });
});
