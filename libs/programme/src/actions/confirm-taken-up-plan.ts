import { rulesInForce } from '#agreement';
import { accepted, canonicalJson, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, sha256Hex, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { deadlineSetting } from '../domain/adoption.js';
import { frozenContent, type Plan, type PlanCase } from '../domain/plan.js';
import { notFound, planAlreadyOpen } from '../domain/refusals.js';
import { mayConfirmTakeUp, takeUp } from '../domain/take-up.js';
import { followPlan } from '../store/action.store.js';
import { adoptActions, insertPlan, keepAction, keepPlan } from '../store/plan.store.js';
import { holdRates } from '../store/rate.store.js';
import { keepConfirmation, lockTakeUp } from '../store/take-up.store.js';
import { budgetParties } from '../views/budget.reader.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';
import { takeUpGround, type TakeUpGround } from '../views/take-up.ground.js';

@InputType()
export class ConfirmTakenUpPlanInput {
  @Field(() => ID, { description: 'La proposition : ses fiches ne se confirment que telles qu’elles furent proposées.' }) id: string;
}

export const ConfirmTakenUpPlanAnswer = answerUnion('ConfirmTakenUpPlanAnswer', () => ActionPlanType);
allow('Mutation.confirmTakenUpPlan', ['COORDINATOR']);

/** A coordinator of another party confirms that these fiches are the plan the paper adopted: it enters adopted, with the paper's dates, tied to its decision. */
@Resolver()
export class ConfirmTakenUpPlan {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ConfirmTakenUpPlanAnswer)
  async confirmTakenUpPlan(@Args('input') input: ConfirmTakenUpPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  /** Answers the plan's id. */
  run(ctx: Ctx, { id }: ConfirmTakenUpPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const proposal = await lockTakeUp(tx, id);
      if (!proposal) return notFound();
      const ground = await takeUpGround(tx, { ...proposal, sheetIds: proposal.sheets.map(({ sheetId }) => sheetId) });
      if (ground.refused) return ground;
      const { hand, sheets } = ground.value;
      const party = mayConfirmTakeUp(proposal, hand, sheets);
      if (party.refused) return party;
      const taken = await this.take(tx, ground.value);
      if (taken.refused) return taken;
      await keepConfirmation(tx, proposal, { planId: taken.value, confirmedParty: party.value, confirmedPerson: hand.personId });
      return taken;
    });
  }

  private async take(tx: Tx, { hand, agreementId, programme, decision, last, sheets, year }: TakeUpGround): Promise<Answer<string>> {
    const { partnershipId, parties, world } = programme;
    const nothing = { contentHash: null, frozenAt: null, decisionId: null, adoptedAt: null, onTime: null } as const;
    const opened: Plan = { id: tx.newId(), partnershipId, agreementId, year, version: 1, state: 'DRAFT', content: null, ...nothing };
    const content = frozenContent({ plan: opened, actions: sheets, validations: [] }, world, { parties: budgetParties(parties), rates: await holdRates(tx, partnershipId) });
    const held: PlanCase = { plan: { ...opened, content, contentHash: sha256Hex(canonicalJson(content)), frozenAt: tx.now() }, actions: sheets, validations: [] };
    const setting = deadlineSetting((await rulesInForce(tx, partnershipId)).get('deadline')?.value);
    const deadline = { setting, zonesOfParties: parties.map(({ territory }) => territory.zone), zones: this.zones };
    const decided = takeUp({ hand, last, held, decision }, { sheets: world, deadline });
    if (decided.refused) return decided;
    if (!(await insertPlan(tx, opened))) return planAlreadyOpen(year);
    await keepPlan(tx, decided.value.state);
    for (const [index, { id: sheetId }] of sheets.entries()) await keepAction(tx, opened, { sheetId, place: index + 1 });
    await adoptActions(tx, opened);
    await followPlan(tx, opened, decision);
    tx.tell(...decided.value.facts);
    return accepted(opened.id);
  }
}
