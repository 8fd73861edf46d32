// A backup, a restore or a migration in a process of its own, from the built code, that dies by SIGKILL at a chosen SQL statement.
// BUILT: the folder of the built code. PLAN: { does: 'backup' | 'restore' | 'migrate', owner, file?, killAt? }. Without `killAt` it says on its last line how many statements it sent.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const { does, owner, file, killAt } = JSON.parse(process.env.PLAN);
const built = (path) => import(pathToFileURL(join(process.env.BUILT, 'apps/api/src', path)).href);

let sent = 0;
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(...words) {
  sent += 1;
  if (sent === killAt) process.kill(process.pid, 'SIGKILL');
  return send.apply(this, words);
};

const work = {
  backup: async () => (await built('backup/backup-house.js')).backupHouse({ ownerUrl: owner, file, at: new Date('2026-11-22T09:00:00Z'), publicUrl: 'https://passerelle.example', demo: true, files: [{ path: 'data/demo.secret', content: Buffer.from('x') }] }),
  restore: async () => {
    const { readWholeBackup, restoreHouse } = await built('backup/restore-house.js');
    return restoreHouse(owner, file, await readWholeBackup(file));
  },
  migrate: async () => (await built('migrate.js')).migrate(owner),
};
await work[does]();
process.stdout.write(`${sent}\n`);
