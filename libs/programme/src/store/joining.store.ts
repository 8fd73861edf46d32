import type { Currency } from '#kernel';
import { keepSearchable, type ReadTx, type Tx } from '#platform';
import type { PastLine, PastProject } from '../domain/past-table.js';
import { PastImportRow, PastProjectRow } from './joining.entity.js';
import { pastSource } from './past.searchable.js';
import { isUuid } from './uuid.js';

/** A past project as it stands. */
export interface PastProjectLine extends PastProject {
  readonly id: string;
  readonly importId: string;
}

/** Past projects of a partnership that were not withdrawn, oldest first. */
export const pastProjectsOf = (tx: ReadTx, partnershipId: string): Promise<PastProjectLine[]> =>
  tx.query<PastProjectLine>(
    `select past.id, past.import_id as "importId", past.title, past.starts_year as "startsYear", past.ends_year as "endsYear", past.place, past.domain, past.description,
            past.amount_minor::text as "amountMinor", past.currency, past.source
     from past_project past
     join past_import import on import.partnership_id = past.partnership_id and import.id = past.import_id and import.withdrawn_at is null
     where past.partnership_id = $1 order by past.starts_year, import.imported_at, past.line`,
    [partnershipId],
  );

/** A table that was taken, by whom and when. */
export interface PastImportLine {
  readonly partnershipId: string;
  readonly id: string;
  readonly partyId: string;
  readonly personName: string | null;
  readonly fileName: string | null;
  readonly sha256: string;
  readonly count: number;
  readonly importedAt: Date;
  readonly withdrawnAt: Date | null;
}

const imports = `
  select import.partnership_id as "partnershipId", import.id, import.party_id as "partyId", person.display_name as "personName", import.file_name as "fileName", import.sha256,
         import.count, import.imported_at as "importedAt", import.withdrawn_at as "withdrawnAt"
  from past_import import left join person on person.id = import.person_id`;

/** Tables in force, newest first. */
export const pastImportsOf = (tx: ReadTx, partnershipId: string): Promise<PastImportLine[]> =>
  tx.query<PastImportLine>(`${imports} where import.partnership_id = $1 and import.withdrawn_at is null order by import.imported_at desc, import.id desc`, [partnershipId]);

/** The import, locked until the end of the act; `null` when absent or foreign. */
export async function lockPastImport(tx: Tx, id: string): Promise<PastImportLine | null> {
  if (!isUuid(id)) return null;
  const [line] = await tx.query<PastImportLine>(`${imports} where import.id = $1 for update of import`, [id]);
  return line ?? null;
}

/** One table at a time in a partnership, until the end of the transaction: the same file sent twice at once is taken once. */
export async function lockPast(tx: Tx, partnershipId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('past-projects:' || $1, 0))`, [partnershipId]);
}

export async function addPastImport(tx: Tx, given: Pick<PastImportRow, 'partnershipId' | 'id' | 'partyId' | 'personId' | 'sha256' | 'fileName'>, lines: readonly PastLine[]): Promise<void> {
  const { partnershipId, id: importId } = given;
  await tx.manager.insert(PastImportRow, { ...given, count: lines.length, importedAt: tx.now(), withdrawnAt: null });
  const rows = lines.map(({ line, project }) => ({ ...project, currency: project.currency as Currency | null, partnershipId, importId, line, id: tx.newId() }));
  await tx.manager.insert(PastProjectRow, rows);
  await keepSearchable(tx, pastSource, { partnershipId, ids: rows.map(({ id }) => id) });
}

/** Taken back whole: its projects are shown and found no more, and stay as evidence. */
export async function keepWithdrawal(tx: Tx, { partnershipId, id }: PastImportLine): Promise<void> {
  await tx.manager.update(PastImportRow, { partnershipId, id }, { withdrawnAt: tx.now() });
  const projects = await tx.query<{ id: string }>('select id from past_project where partnership_id = $1 and import_id = $2', [partnershipId, id]);
  await keepSearchable(tx, pastSource, { partnershipId, ids: projects.map((project) => project.id) });
}
