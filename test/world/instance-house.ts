import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { RegisterPerson, usualSessionLimits } from '#identity';
import { NoticesDesk } from '#notices';
import { AppointAdmin } from '#parties';
import { Work } from '#platform';
import pg from 'pg';
import { openMachines } from '../../apps/api/src/boot/machines.js';
import { openHouse, type House } from '../../apps/api/src/house.js';
import { freshDatabase, type FreshDatabase } from '../database.js';
import { ctxOf } from './ctx.js';
import { standAt } from './stand-at.js';
import { valueOf } from './world.js';

/** A town's own instance, empty but for who runs it: no demo, no persona link; letters are kept in its database. */
export interface InstanceHouse {
  readonly house: House;
  readonly url: string;
  /** Rows as the bootstrap user writes and reads them: to build states that days would make. */
  ask<Row extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The database as its owner and as the application reach it: for commands. */
  readonly database: Pick<FreshDatabase, 'owner' | 'app'>;
  /** The text of the newest letter to an address whose subject holds these words. @throws Error when none came. */
  letter(address: string, subject: string): Promise<string>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const settingsOn = (port: number) =>
  ({
    port, host: '127.0.0.1', publicUrl: `http://localhost:${port}`, database: undefined, redisUrl: undefined, smtpUrl: undefined,
    mailFrom: 'passerelle@localhost.example', dataDir: '.data', demo: false, instanceSecret: undefined, role: 'both', trustProxy: undefined, sessions: usualSessionLimits,
    notice: { publisher: undefined, publisherAddress: undefined, publisherPhone: undefined, publicationDirector: undefined, hosting: undefined, dpo: undefined },
  }) as const;

/**
 * Opens it over a fresh database and appoints the admin by the actions that `passerelle init` calls. It is noon in Paris, of today
 * unless a day is given: near midnight, two towns are not of the same day, nor a meeting of this evening to come.
 */
export async function openInstanceHouse(admin: { displayName: string; mailAddress: string }, day?: string): Promise<InstanceHouse> {
  const database = await freshDatabase();
  const settings = settingsOn(await freePort());
  const machines = await openMachines(settings, { ...database, embedded: false, stop: async () => undefined });
  const urls = database;
  const house = await openHouse({ urls, publicUrl: settings.publicUrl, secret: 'the secret of a test, long enough to serve', demo: false, webDirectory: join(process.cwd(), 'dist/web'), ...machines });
  await standAt(house, `${day ?? house.machineNow().toISOString().slice(0, 10)}T12:00`, database);
  const instance = ctxOf(null, { audience: 'INSTANCE' });
  const personId = await valueOf(house.app.get(RegisterPerson).run(instance, { ...admin, language: 'fr' }));
  await valueOf(new AppointAdmin(house.app.get(Work)).run(instance, { personId }));
  await house.listen(settings.port, '127.0.0.1');
  const ask = async <Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: database.superuser });
    await client.connect();
    const { rows } = await client.query<Row>(sql, [...parameters]).finally(() => client.end());
    return rows;
  };
  const letter = async (address: string, subject: string): Promise<string> => {
    await house.app.get(NoticesDesk).tick();
    const [found] = await ask<{ text: string }>('select text from mailbox_message where to_address = $1 and position($2 in subject) > 0 order by received_at desc, message_id limit 1', [address, subject]);
    if (!found) throw new Error(`no letter « ${subject} » came to ${address}`);
    return found.text;
  };
  const close = async (): Promise<void> => {
    await house.close(250);
    await database.drop();
  };
  return { house, url: settings.publicUrl, database, ask, letter, close };
}
