import { accepted, type Json } from '#kernel';
import { BackupProblem, checkBackup, databaseOf, loadRows, makeRoom, MovableLegalClock, PostgresWork, removeMark, SystemClock, UuidIds, workerCtx, type CheckedBackup, type Manifest, type Tx } from '#platform';
import { DatabaseEvidence } from '../archive/database-evidence.js';
import { migrate, migrateTables } from '../migrate.js';
import { migrations } from '../migrations/all.js';
import { told } from '../verify/told.js';
import { verify, type Verdict } from '../verify/verify.js';

/** What a restore did. */
export interface Restored {
  readonly backup: CheckedBackup;
  /** 1 for the first restore of this instance. */
  readonly epoch: number;
  /** Migrations run after the rows were loaded: the backup came from an earlier version. */
  readonly upgraded: readonly string[];
  /** What `verify` found in the restored database, in sentences; empty when journal, acts and files are as they were committed. */
  readonly anomalies: readonly string[];
  /** Facts that were read again. */
  readonly facts: number;
}

/** The migrations the rows of a backup stand on. @throws BackupProblem NEWER_THAN_US naming those we do not have */
function groundOf(manifest: Manifest): typeof migrations {
  const unknown = manifest.migrations.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new BackupProblem('NEWER_THAN_US', unknown.join(', '));
  return migrations.filter((migration) => manifest.migrations.includes(migration.name));
}

/** The whole file is read and believed before anything is touched. @throws BackupProblem */
export async function readWholeBackup(file: string): Promise<CheckedBackup> {
  const backup = await checkBackup(file);
  groundOf(backup.manifest);
  return backup;
}

/**
 * Restores a checked backup into an empty database: the schema it was under, its rows, then newer migrations, access rules,
 * and a new epoch in which nothing is sent until a person agrees. From the first change to the last the database bears a mark,
 * and no start serves it.
 * @throws BackupProblem
 */
export async function restoreHouse(ownerUrl: string, file: string, backup: CheckedBackup): Promise<Restored> {
  const { manifest } = backup;
  await makeRoom(ownerUrl);
  await migrateTables(ownerUrl, groundOf(manifest));
  await loadRows(ownerUrl, file, manifest);
  const upgraded = await migrate(ownerUrl);
  const epoch = await openEpoch(ownerUrl, backup);
  const { findings, facts } = await verified(ownerUrl, manifest);
  return { backup, epoch, upgraded, anomalies: findings.map(told), facts };
}

/** The same code that verifies any database, with the heads the backup noted: its chains must go on from there. */
const verified = (ownerUrl: string, { heads }: Manifest): Promise<Verdict> => {
  const known = heads.map(({ chain, sequence, hash }) => ({ chain, sequence: BigInt(sequence), hash })).filter(({ sequence }) => sequence > 0n);
  return DatabaseEvidence.over(ownerUrl, (evidence) => verify(evidence, known));
};

/** The epoch, its fact and the end of the mark are one transaction: the last. */
async function openEpoch(ownerUrl: string, backup: CheckedBackup): Promise<number> {
  const database = await databaseOf(ownerUrl, [], 1).initialize();
  const machine = new SystemClock();
  const work = new PostgresWork(database, { machine, legal: new MovableLegalClock(machine), ids: new UuidIds(machine) });
  try {
    const answer = await work.run(workerCtx('restore'), async (tx) => accepted(await writeEpoch(tx, backup)));
    if (answer.refused) throw new Error(`the epoch was refused: ${answer.code}`);
    return answer.value;
  } finally {
    await database.destroy();
  }
}

async function writeEpoch(tx: Tx, { manifest, id: backupId }: CheckedBackup): Promise<number> {
  const id = tx.newId();
  const [row] = await tx.query<{ number: number }>(
    `insert into epoch (id, number, restored_at, backup_taken_at, backup_id) select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from epoch returning number`,
    [id, tx.recordedAt(), manifest.takenAt, backupId],
  );
  const number = row?.number ?? 0;
  const data: { [key: string]: Json } = { number, backupTakenAt: manifest.takenAt, backupId, heads: manifest.heads.map(({ chain, sequence, hash }) => ({ chain, sequence: Number(sequence), hash })) };
  tx.tell({ kind: 'InstanceRestored', partnershipId: null, subject: { kind: 'epoch', id }, data });
  await tx.query(removeMark);
  return number;
}
