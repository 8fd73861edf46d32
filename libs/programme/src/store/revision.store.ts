import type { ReadTx, Tx } from '#platform';
import { canonicalJson } from '#kernel';
import type { Sheet, SheetContent } from '../domain/sheet.js';
import { changedParts, partsOf, unsaid, wordsAt, type Parts, type Revision, type RevisionKind } from '../domain/versions.js';
import { ProjectSheetRevisionRow } from './sheet-history.entity.js';
import { isUuid } from './uuid.js';

interface Saving {
  readonly kind: RevisionKind;
  readonly baseVersion?: number | null;
}

async function insertRevision(tx: Tx, sheet: Sheet, row: Saving & { readonly version: number | null; readonly parts: Parts; readonly personId?: string }): Promise<void> {
  const { partnershipId, id: sheetId, authorPartyId: partyId } = sheet;
  const personId = tx.ctx.actor?.personId;
  await tx.manager.insert(ProjectSheetRevisionRow, { partnershipId, id: tx.newId(), sheetId, baseVersion: null, personId, ...row, partyId, savedAt: tx.now() });
}

/** A sheet that was there before versions were kept, or came with an archive: what it said is kept whole, before the first saving here changes it. */
async function keepFound(tx: Tx, found: Sheet): Promise<void> {
  const kept = await tx.query('select from project_sheet_revision where partnership_id = $1 and sheet_id = $2 and version is not null limit 1', [found.partnershipId, found.id]);
  if (kept.length === 0) await insertRevision(tx, found, { kind: 'FOUND', version: found.version, parts: partsOf(found), personId: found.authorPersonId });
}

/** Keeps the version that a saving made: `before` is the sheet that it changed, null for a first draft. */
export async function keepRevision(tx: Tx, { before, after }: { readonly before: Sheet | null; readonly after: Sheet }, saving: Saving): Promise<void> {
  if (before) await keepFound(tx, before);
  await insertRevision(tx, after, { ...saving, version: after.version, parts: changedParts(before ? partsOf(before) : {}, partsOf(after)) });
}

/** The savings of a sheet that the reader may see, oldest first. */
const savingsOf = (tx: ReadTx, { partnershipId, id }: Sheet): Promise<Revision[]> =>
  tx.query<Revision>('select version, parts from project_sheet_revision where partnership_id = $1 and sheet_id = $2 and version is not null order by version', [partnershipId, id]);

/** What was submitted as this version, to whoever sees the sheet. */
async function submittedWords(tx: ReadTx, { partnershipId, id }: Sheet, version: number): Promise<Parts | null> {
  const [row] = await tx.query<{ content: SheetContent }>('select content from project_sheet_version where partnership_id = $1 and sheet_id = $2 and version = $3', [partnershipId, id, version]);
  return row ? partsOf(row.content) : null;
}

/** The words of a version, as far as the reader may see it: drafts are their party's, what was submitted is everybody's. */
export async function wordsOfVersion(tx: ReadTx, sheet: Sheet, version: number): Promise<Parts | null> {
  if (version === sheet.version) return partsOf(sheet);
  if (version < 1 || version > sheet.version) return null;
  const submitted = await submittedWords(tx, sheet, version);
  if (submitted) return { ...unsaid(sheet), ...submitted };
  const savings = await savingsOf(tx, sheet);
  return savings.length > 0 && (savings[0]?.version ?? 0) <= version ? { ...unsaid(sheet), ...wordsAt(savings, version) } : null;
}

interface AsideLine {
  readonly parts: Parts;
  readonly baseVersion: number;
}

/** Words set aside, by their id. */
export async function asideOf(tx: ReadTx, { partnershipId, id: sheetId }: Sheet, id: string): Promise<AsideLine | null> {
  const [row] = await tx.query<AsideLine>(
    `select parts, base_version as "baseVersion" from project_sheet_revision where partnership_id = $1 and sheet_id = $2 and id = $3 and kind = 'ASIDE'`,
    [partnershipId, sheetId, id],
  );
  return row ?? null;
}

/** A version by its number, or words set aside by their id: `whole` are all the words of the sheet with them. */
export async function wordsOf(tx: ReadTx, sheet: Sheet, reference: string): Promise<{ readonly taken: Parts; readonly whole: Parts; readonly baseVersion: number } | null> {
  if (isUuid(reference)) {
    const aside = await asideOf(tx, sheet, reference);
    const base = aside && (await wordsOfVersion(tx, sheet, aside.baseVersion));
    return aside && base ? { taken: aside.parts, whole: { ...base, ...aside.parts }, baseVersion: aside.baseVersion } : null;
  }
  const version = /^\d{1,9}$/.test(reference) ? Number(reference) : 0;
  const words = await wordsOfVersion(tx, sheet, version);
  return words && { taken: words, whole: words, baseVersion: version };
}

/** Keeps words beside; the same words of the same person, sent again, are kept once. */
export async function keepAside(tx: Tx, sheet: Sheet, aside: { readonly parts: Parts; readonly baseVersion: number }): Promise<void> {
  const { partnershipId, id } = sheet;
  const kept = await tx.query<{ parts: Parts }>(
    `select parts from project_sheet_revision where partnership_id = $1 and sheet_id = $2 and kind = 'ASIDE' and person_id = $3`,
    [partnershipId, id, tx.ctx.actor?.personId],
  );
  const words = canonicalJson(aside.parts);
  if (!kept.some(({ parts }) => canonicalJson(parts) === words)) await insertRevision(tx, sheet, { ...aside, kind: 'ASIDE', version: null });
}
