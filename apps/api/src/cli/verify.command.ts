import { DatabaseEvidence } from '../archive/database-evidence.js';
import { Archive, ArchiveProblem } from '../verify/archive.js';
import type { KnownHead } from '../verify/chain-check.js';
import { told } from '../verify/told.js';
import { verifyArchive } from '../verify/verify-archive.js';
import { verify, type Verdict } from '../verify/verify.js';
import type { Command, CommandLine } from './command.js';
import { verifyPdf } from './verify-pdf.js';

const headShape = /^--head=(?:([0-9a-f-]{36}):)?([1-9]\d{0,17}):([0-9a-f]{64})$/;
const shown = 200;

/** Heads kept elsewhere: `NUMBER:HASH` for an archive, `CHAIN:NUMBER:HASH` for a database. `null` when one cannot be read. */
function headsIn(words: readonly string[], chain: string | null): KnownHead[] | null {
  const read = words.map((word) => headShape.exec(word));
  const heads = read.map((found) => ({ chain: found?.[1] ?? chain, sequence: BigInt(found?.[2] ?? 0), hash: found?.[3] ?? '' }));
  return heads.every((head) => head.hash !== '' && head.chain !== null) ? (heads as KnownHead[]) : null;
}

async function ofArchive(path: string, options: readonly string[]): Promise<Verdict | null> {
  const archive = await Archive.open(path);
  try {
    const heads = headsIn(options, archive.manifest.partnershipId);
    return heads && (await verifyArchive(archive, heads));
  } finally {
    archive.close();
  }
}

async function ofDatabase(line: CommandLine, options: readonly string[]): Promise<Verdict | null> {
  const heads = headsIn(options, null);
  if (!heads) return null;
  const { auditor, owner } = await line.databases();
  return DatabaseEvidence.over(auditor ?? owner, (evidence) => verify(evidence, heads));
}

function answer(line: CommandLine, { facts, heads, findings }: Verdict): number {
  line.result({ ok: findings.length === 0, facts, heads, findings });
  for (const finding of findings.slice(0, shown)) line.say(`- ${told(finding)}`);
  if (findings.length > shown) line.say(`… et ${findings.length - shown} autres.`);
  if (findings.length > 0) line.say(`ALERTE : ${findings.length} anomalie(s) sur ${facts} faits lus.`);
  else line.say(`Rien n’a été modifié : ${facts} faits, ${heads.length} chaîne(s), actes et fichiers conformes.`);
  for (const { chain, sequence, hash } of findings.length === 0 ? heads : []) line.say(`À garder ailleurs : --head=${chain}:${sequence}:${hash}`);
  return findings.length === 0 ? 0 : 1;
}

async function run(line: CommandLine): Promise<number> {
  const options = line.words.filter((word) => word.startsWith('--'));
  const [file, ...rest] = line.words.filter((word) => !word.startsWith('--'));
  if (file?.toLowerCase().endsWith('.pdf') && rest.length === 0 && options.length === 0) return verifyPdf(line, file);
  try {
    const verdict = rest.length > 0 ? null : await (file === undefined ? ofDatabase(line, options) : ofArchive(file, options));
    if (verdict) return answer(line, verdict);
    line.say(`passerelle ${verifyCommand.usage}`);
    return 2;
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    line.say(`ALERTE : ${error.message}`);
    line.result({ ok: false, facts: 0, heads: [], findings: [{ code: 'ARCHIVE', where: error.entry }] });
    return 1;
  }
}

/** Reads the journal again with code of its own, in this database or in an archive: 0 nothing changed, 1 something did. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [FICHIER.zip | FICHIER.pdf] [--head=[CHAÎNE:]NUMÉRO:EMPREINTE]',
  summary: 'Vérifie le journal, les actes et les fichiers de cette base, une archive hors ligne, ou un PDF imprimé ici.',
  withoutSettings: true,
  run,
};
