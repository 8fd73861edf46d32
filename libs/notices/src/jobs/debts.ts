import { signatureDebts, type SignatureDebt } from '#deliberation';
import type { Zones } from '#kernel';
import { planDebts, type PlanDebt } from '#programme';
import type { ReadTx } from '#platform';
import type { Debt } from '../domain/planning.js';

const ofPlan = (debt: PlanDebt): Debt => ({
  kind: 'PLAN',
  partnershipId: debt.partnershipId,
  objectKind: 'actionPlan',
  objectId: debt.agreementId,
  period: String(debt.year),
  base: debt.day,
  standing: debt.standing,
  debtors: [],
  details: { year: debt.year, day: debt.day, lastValidDay: debt.lastValidDay, source: { ...debt.source } },
});

const ofMinutes = (debt: SignatureDebt): Debt => ({
  kind: 'MINUTES',
  partnershipId: debt.partnershipId,
  objectKind: 'minutes',
  objectId: debt.minutesId,
  period: String(debt.version),
  base: debt.finalOn,
  standing: 'OPEN',
  debtors: debt.debtorIds,
  details: { number: debt.number, missing: [...debt.missing] },
});

/** Everything owed now, in every partnership or in one: asked of the rooms that know it. */
export async function debtsOf(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<Debt[]> {
  const plans = await planDebts(tx, zones, partnershipId);
  const minutes = await signatureDebts(tx, zones, partnershipId);
  return [...plans.map(ofPlan), ...minutes.map(ofMinutes)];
}
