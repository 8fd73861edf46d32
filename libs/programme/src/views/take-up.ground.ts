import { agreementIdOf, whyLacking } from '#agreement';
import { lockPaperDecision, type PaperDecisionLine } from '#deliberation';
import { accepted, type Answer } from '#kernel';
import type { Tx } from '#platform';
import { readYear } from '../domain/draft.js';
import type { Hand } from '../domain/hand.js';
import type { Plan } from '../domain/plan.js';
import { noAgreement, notFound } from '../domain/refusals.js';
import type { Sheet } from '../domain/sheet.js';
import { handOf } from '../store/hand.store.js';
import { lastPlanOf } from '../store/plan.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { programmeOf, type Programme } from './programme.reader.js';

/** What a plan is taken up from. */
export interface TakeUpGround {
  readonly hand: Hand;
  readonly agreementId: string;
  readonly programme: Programme;
  readonly decision: PaperDecisionLine;
  readonly last: Plan | null;
  readonly year: number;
  readonly sheets: readonly Sheet[];
}

/** The paper's decision and the fiches, locked. Refused with NOT_FOUND, NO_AGREEMENT, what the agreement lacks, or a year out of range. */
export async function takeUpGround(tx: Tx, asked: { readonly partnershipId: string; readonly year: number; readonly decisionId: string; readonly sheetIds: readonly string[] }): Promise<Answer<TakeUpGround>> {
  const { partnershipId } = asked;
  const hand = handOf(tx.ctx, partnershipId);
  const decision = await lockPaperDecision(tx, asked.decisionId);
  const programme = decision?.partnershipId === partnershipId && hand.seats.length > 0 ? await programmeOf(tx, partnershipId) : null;
  if (!decision || !programme) return notFound();
  const agreementId = await agreementIdOf(tx, partnershipId);
  if (!agreementId) return noAgreement();
  const lacking = await whyLacking(tx, partnershipId, 'PLAN');
  if (lacking) return lacking;
  const year = readYear(asked.year, tx.now().getUTCFullYear());
  if (year.refused) return year;
  const last = await lastPlanOf(tx, partnershipId, { agreementId, year: year.value });
  const sheets: Sheet[] = [];
  for (const id of new Set(asked.sheetIds)) {
    const sheet = await lockSheet(tx, id);
    if (!sheet || sheet.partnershipId !== partnershipId) return notFound();
    sheets.push(sheet);
  }
  return accepted({ hand, agreementId, programme, decision, last, year: year.value, sheets });
}
