import { accepted, type Answer } from '#kernel';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import { coordinates } from '../domain/hand.js';
import { folded } from '../domain/office-cells.js';
import { pastColumns, pastTable, type PastColumn, type PastTable } from '../domain/past-table.js';
import { notFound } from '../domain/refusals.js';
import { gridOf } from '../domain/table-text.js';
import { handOf } from '../store/hand.store.js';
import { pastProjectsOf } from '../store/joining.store.js';
import { isUuid } from '../store/uuid.js';
import { officeWordsOf, printedLanguages } from './office-words.js';
import { programmeOf } from './programme.reader.js';

/** Every word a head may be, in each language we print. */
const heads: ReadonlyMap<string, PastColumn> = new Map(
  printedLanguages.flatMap((language) => pastColumns.flatMap((column) => say(language, `past.head.${column}`).split('|').map((word) => [folded(word), column] as const))),
);

/** A table of past projects judged in its partnership. Refused with NOT_FOUND or PLAN_BY_COORDINATORS. */
export async function pastTableOf(tx: ReadTx, { partnershipId, table }: { readonly partnershipId: string; readonly table: string }): Promise<Answer<PastTable>> {
  const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
  if (!programme) return notFound();
  const coordinator = coordinates(handOf(tx.ctx, partnershipId));
  if (coordinator.refused) return coordinator;
  const known = await pastProjectsOf(tx, partnershipId);
  return accepted(pastTable({ grid: gridOf(table), heads, words: officeWordsOf(programme), known, thisYear: tx.now().getUTCFullYear() }));
}
