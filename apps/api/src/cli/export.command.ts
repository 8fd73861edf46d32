import { resolve } from 'node:path';
import { databaseOf, PostgresWork, SystemClock, UuidIds, type Ctx } from '#platform';
import { DatabaseEvidence } from '../archive/database-evidence.js';
import { exportPartnership } from '../archive/export-partnership.js';
import type { Manifest } from '../archive/manifest.js';
import type { Command, CommandLine } from './command.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sees what a coordinator of that partnership sees, and nothing else: the archive is the same whoever asks for it. */
const viewerOf = (partnershipId: string): Ctx => ({
  actor: { personId: '00000000-0000-0000-0000-000000000000', sessionId: null, seats: [], isAdmin: false, partnershipIds: [partnershipId], partyIds: [], stepUpAt: null },
  language: 'fr',
  requestId: 'passerelle export',
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: 'MEMBER',
});

async function write(line: CommandLine, partnershipId: string, file: string): Promise<Manifest | null> {
  const database = await databaseOf((await line.databases()).app, [], 1).initialize();
  const machine = new SystemClock();
  try {
    const work = new PostgresWork(database, { legal: machine, machine, ids: new UuidIds(machine) });
    return await exportPartnership(work, viewerOf(partnershipId), { partnershipId, file, demo: line.settings.demo });
  } finally {
    await database.destroy();
  }
}

async function list(line: CommandLine): Promise<number> {
  const { auditor, owner } = await line.databases();
  line.say(`passerelle ${exportCommand.usage}\n\nPartenariats de cette instance :`);
  await DatabaseEvidence.over(auditor ?? owner, async (evidence) => {
    for await (const { id, name } of evidence.rows('partnership')) line.say(`  ${String(id)}  ${String(name)}`);
  });
  return 2;
}

async function run(line: CommandLine): Promise<number> {
  const [partnershipId, file, ...rest] = line.words;
  if (partnershipId === undefined || rest.length > 0 || !uuid.test(partnershipId)) return list(line);
  const path = resolve(file ?? `partenariat-${partnershipId}.zip`);
  const manifest = await write(line, partnershipId, path);
  if (!manifest) {
    line.say(`Aucun partenariat ${partnershipId} dans cette instance.`);
    line.result({ problem: 'NOT_FOUND' });
    return 1;
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.say(`Archive écrite : ${path} (${rows} lignes, ${manifest.files.length} fichiers).\nEmpreinte du contenu : ${manifest.contentHash}`);
  line.result({ file: path, rows, files: manifest.files.length, contentHash: manifest.contentHash, head: manifest.head });
  return 0;
}

/** One partnership in one file that anybody can verify, and that opens in an empty instance. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export PARTENARIAT [FICHIER.zip]',
  summary: 'Écrit l’archive vérifiable d’un partenariat ; sans argument, dit lesquels existent.',
  run,
};
