import { readFile, stat } from 'node:fs/promises';
import { verifyBytes } from '#deliberation';
import { databaseOf, type ReadTx } from '#platform';
import type { CommandLine } from './command.js';

/** Bytes of a file that is read whole. */
const most = 256 * 1_048_576;

type Judged = Awaited<ReturnType<typeof verifyBytes>>;

async function judged({ databases }: CommandLine, bytes: Buffer): Promise<Judged> {
  const { auditor, owner } = await databases();
  const database = await databaseOf(auditor ?? owner, [], 1).initialize();
  const tx: Pick<ReadTx, 'query'> = { query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => (await database.query(sql, [...parameters])) as Row[] };
  return verifyBytes(tx, bytes).finally(() => database.destroy());
}

function sentenceOf(path: string, { verdict, ...rest }: Judged): string {
  if (verdict === 'UNKNOWN' || !('of' in rest)) return `INCONNU : ${path} n’a pas été imprimé par cette instance.`;
  const { number, version, meetingOn, parties, replacedAt, executoryAt } = rest.of;
  const minutes = `${number} (version ${version}), séance du ${meetingOn}, ${parties.join(' – ')}`;
  if (verdict === 'ALTERED') return `MODIFIÉ : ${path} se présente comme le ${minutes}, mais ses octets ne sont pas ceux qui ont été imprimés ici.`;
  const standing = replacedAt ? 'version remplacée, sans effet' : executoryAt ? 'exécutoire' : 'signatures attendues';
  return `AUTHENTIQUE : ${path} est bien du ${minutes} ; ${standing}.`;
}

/** One PDF against this database: 0 its bytes were printed here, 1 altered or unknown, 2 no such file. */
export async function verifyPdf(line: CommandLine, path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > most) {
    line.say(`${path} : fichier introuvable, ou trop lourd.`);
    return 2;
  }
  const judgement = await judged(line, await readFile(path));
  const { hash, verdict } = judgement;
  line.result({ ok: verdict === 'VALID', verdict, sha256: hash, ...('of' in judgement && { minutes: judgement.of }) });
  line.say(sentenceOf(path, judgement));
  return verdict === 'VALID' ? 0 : 1;
}
