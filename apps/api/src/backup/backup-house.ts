import { fileName, manifestName, Snapshot, Tally, writeArchive, type CarriedFile, type Manifest, type Member } from '#platform';
import { migrationLock } from '../migrate.js';

/** What is backed up, and how it is named. */
export interface BackupPlan {
  readonly ownerUrl: string;
  readonly file: string;
  readonly at: Date;
  readonly publicUrl: string;
  readonly demo: boolean;
  /** `null`: without settings and keys. */
  readonly files: readonly CarriedFile[] | null;
}

/**
 * Every table as it stands at one instant, then settings and keys, then what was written, into one file. The house goes on
 * working; migrations wait. Answers the manifest.
 * @throws BackupProblem
 */
export async function backupHouse(plan: BackupPlan): Promise<Manifest> {
  const snapshot = await Snapshot.open(plan.ownerUrl, migrationLock);
  try {
    let manifest: Manifest | null = null;
    async function* members(): AsyncGenerator<Member> {
      yield* snapshot.members();
      for (const { path, content } of plan.files ?? []) yield { name: fileName(path), content };
      manifest = manifestOf(plan, snapshot);
      yield { name: manifestName, content: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) };
    }
    await writeArchive(plan.file, members(), plan.at);
    return manifest ?? manifestOf(plan, snapshot);
  } finally {
    await snapshot.close();
  }
}

function manifestOf({ at, publicUrl, demo, files }: BackupPlan, snapshot: Snapshot): Manifest {
  const carried = (files ?? []).map(({ path, content }) => {
    const tally = new Tally();
    tally.add(content);
    return { name: path, ...tally.sum() };
  });
  return { format: 'passerelle-backup', version: 1, takenAt: at.toISOString(), publicUrl, demo, keys: files !== null, ...snapshot.dumped(), files: carried };
}
