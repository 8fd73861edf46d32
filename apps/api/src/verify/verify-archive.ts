import { Archive } from './archive.js';
import type { KnownHead } from './chain-check.js';
import { verify, type Verdict } from './verify.js';

/** The whole check of an open archive: entries against the manifest, then journal, rows and files, then the head that the manifest names. */
export async function verifyArchive(archive: Archive, known: readonly KnownHead[] = []): Promise<Verdict> {
  const entries = await archive.check();
  // Rows that are not those of the manifest may not even be JSON: what is wrong is named already.
  if (entries.length > 0) return { facts: 0, heads: [], findings: entries };
  const verdict = await verify(archive, known);
  const { head, partnershipId } = archive.manifest;
  const isItsHead = verdict.heads.length === 1 && verdict.heads.every(({ chain, sequence, hash }) => chain === partnershipId && sequence === head.sequence && hash === head.hash);
  return isItsHead ? verdict : { ...verdict, findings: [...verdict.findings, { code: 'WRONG_HEAD', where: 'manifest.json' }] };
}
