import type { CivilDate, RuleSource, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { planDebts } from './plan-debts.js';

/** What members are told of a plan that goes to the committee: its year, and by when it must be adopted. */
export interface FrozenPlanLetter {
  readonly year: number;
  /** The last civil day on which adoption is in time, and where that stands; `null` where no rule names one. */
  readonly adoption: { readonly lastValidDay: CivilDate; readonly source: RuleSource } | null;
}

/** `null` once that version is reopened or adopted: there is nothing left to read before the committee. */
export async function frozenPlanLetter(tx: ReadTx, zones: Zones, { planId, version }: { planId: string; version: number }): Promise<FrozenPlanLetter | null> {
  const [plan] = await tx.query<{ partnershipId: string; agreementId: string; year: number }>(
    `select partnership_id as "partnershipId", agreement_id as "agreementId", year from action_plan where id = $1 and version = $2 and state = 'FROZEN'`,
    [planId, version],
  );
  if (!plan) return null;
  const debt = (await planDebts(tx, zones, plan.partnershipId)).find(({ agreementId, year }) => agreementId === plan.agreementId && year === plan.year);
  return { year: plan.year, adoption: debt ? { lastValidDay: debt.lastValidDay, source: debt.source } : null };
}
