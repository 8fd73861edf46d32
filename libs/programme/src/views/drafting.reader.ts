import { agreementIdOf, whyLacking } from '#agreement';
import { accepted, type Answer } from '#kernel';
import type { ReadTx } from '#platform';
import { readYear } from '../domain/draft.js';
import { noAgreement, notFound } from '../domain/refusals.js';
import { isUuid } from '../store/uuid.js';
import { programmeOf, type Programme } from './programme.reader.js';

/** Where drafts of a year may begin: the partnership as its rules see it, under the agreement that binds it. */
export interface DraftingGround {
  readonly programme: Programme;
  readonly agreementId: string;
  readonly year: number;
}

/** Refused with NOT_FOUND, NO_AGREEMENT, YEAR_OUT_OF_RANGE, or as an agreement without plans says. */
export async function draftingGround(tx: ReadTx & { now(): Date }, partnershipId: string, wanted: number): Promise<Answer<DraftingGround>> {
  const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
  if (!programme) return notFound();
  const agreementId = await agreementIdOf(tx, partnershipId);
  if (!agreementId) return noAgreement();
  const lacking = await whyLacking(tx, partnershipId, 'PLAN');
  if (lacking) return lacking;
  const year = readYear(wanted, tx.now().getUTCFullYear());
  return year.refused ? year : accepted({ programme, agreementId, year: year.value });
}
