import { accepted, type Answer } from '#kernel';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import { isLiving } from '../domain/board.js';
import { writesFor } from '../domain/hand.js';
import { notAllowed } from '../domain/refusals.js';
import { planDrafts, type PlanDrafts } from '../domain/plan-drafts.js';
import { gridOf } from '../domain/table-text.js';
import { handOf } from '../store/hand.store.js';
import { draftingGround } from './drafting.reader.js';
import type { Programme } from './programme.reader.js';
import { sheetsOfYear } from './sheet.reader.js';
import { officeWordsOf } from './office-words.js';

export interface PlanTableAsked {
  readonly partnershipId: string;
  readonly year: number;
  readonly table: string;
  newId(): string;
}

/** A table judged in its partnership: what it would become, or all that is wrong with it. Refused as a draft of that year would be. */
export async function planTableDrafts(tx: ReadTx, { partnershipId, year, table, newId }: PlanTableAsked): Promise<Answer<PlanDrafts & { readonly programme: Programme }>> {
  const ground = await draftingGround(tx, partnershipId, year);
  if (ground.refused) return ground;
  const { programme, agreementId } = ground.value;
  const hand = handOf(tx.ctx, partnershipId);
  if (writesFor(hand).length === 0) return notAllowed();
  const known = (await sheetsOfYear(tx, partnershipId, year)).filter(isLiving);
  const common = { partnershipId, agreementId, year: ground.value.year, hand, peopleLabel: say('fr', 'programme.draftSheet.peopleIndicator') };
  return accepted({ ...planDrafts({ grid: gridOf(table), words: officeWordsOf(programme), known, common, newId }, programme.world), programme });
}
