import { ruleAt, rulesInForce } from '#agreement';
import { accepted, Zones, type Answer, type Decidable, type Json } from '#kernel';
import { partiesOf } from '#parties';
import { say } from '#phrases';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { adopt, becomeExecutory, deadlineSetting, mayBeDecided, type DeadlineWorld } from '../domain/adoption.js';
import type { Plan } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { followPlan } from '../store/action.store.js';
import { adoptActions, keepPlan, lockPlan } from '../store/plan.store.js';

/** The committee decides on a plan: frozen before the vote, adopted with the ballot, executory with the last signature, each in deliberation's own transaction. */
@Injectable()
export class DecidePlan implements Decidable<Tx> {
  readonly kind = 'actionPlan';

  constructor(private readonly zones: Zones) {}

  /** The text put to the vote, in the official language, and the frozen content. Refused unless the plan is frozen. */
  async freeze(tx: Tx, id: string): Promise<Answer<{ text: string; data: Json }>> {
    const plan = await lockPlan(tx, id);
    if (!plan) return notFound();
    const may = mayBeDecided(plan);
    if (may.refused) return may;
    const { year, version, contentHash, content } = plan;
    const text = say('fr', 'programme.decision', { year: String(year), version, hash: contentHash ?? '' });
    return accepted({ text, data: { kind: 'actionPlan', planId: id, year, version, contentHash, content } });
  }

  async onAdopted(tx: Tx, id: string, decision: { decisionId: string; adoptedAt: Date }): Promise<void> {
    const plan = await this.locked(tx, id);
    const decided = adopt(plan, decision, await this.deadlineWorld(tx, plan));
    // The ballot was opened on a frozen plan, which an open ballot keeps frozen: anything else is a bug, and nothing is adopted.
    if (decided.refused) throw new Error(`plan ${id} is ${plan.state}: it cannot be adopted`);
    await keepPlan(tx, decided.value.state);
    await adoptActions(tx, plan);
    await followPlan(tx, plan, decision);
    tx.tell(...decided.value.facts);
  }

  async onExecutory(tx: Tx, id: string, decision: { decisionId: string; executoryAt: Date }): Promise<void> {
    const plan = await this.locked(tx, id);
    const { state, facts } = becomeExecutory(plan, decision, await this.deadlineWorld(tx, plan, plan.adoptedAt));
    if (state.onTime !== plan.onTime) await keepPlan(tx, state);
    tx.tell(...facts);
  }

  private async locked(tx: Tx, id: string): Promise<Plan> {
    const plan = await lockPlan(tx, id);
    if (!plan) throw new Error(`plan ${id} was decided on and is not there`);
    return plan;
  }

  /** The deadline as it is, or as it was when the plan was adopted: a rule changed since has no effect on it. */
  private async deadlineWorld(tx: Tx, { partnershipId }: Plan, at: Date | null = null): Promise<DeadlineWorld> {
    const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
    const rule = at ? await ruleAt(tx, partnershipId, { key: 'deadline', at }) : (await rulesInForce(tx, partnershipId)).get('deadline');
    const setting = deadlineSetting(rule?.value);
    return { setting, zonesOfParties: parties.map(({ territory }) => territory.zone), zones: this.zones };
  }
}
