import { agreementIdOf, rulesInForce, whyLacking } from '#agreement';
import { lockPaperDecision, type PaperDecisionLine } from '#deliberation';
import { accepted, canonicalJson, refused, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, sha256Hex, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { deadlineSetting } from '../domain/adoption.js';
import { readYear } from '../domain/draft.js';
import { coordinatesFor, type Hand } from '../domain/hand.js';
import { frozenContent, type Plan, type PlanCase } from '../domain/plan.js';
import { noAgreement, notFound, planAlreadyOpen } from '../domain/refusals.js';
import type { Sheet } from '../domain/sheet.js';
import { sources } from '../domain/sources.js';
import { takeUp } from '../domain/take-up.js';
import { handOf } from '../store/hand.store.js';
import { addTakenUpPlan } from '../store/joining.store.js';
import { adoptActions, insertPlan, keepAction, keepPlan, lastPlanOf } from '../store/plan.store.js';
import { holdRates } from '../store/rate.store.js';
import { freezeVersion, keepSheet, lockSheet } from '../store/sheet.store.js';
import { budgetParties } from '../views/budget.reader.js';
import { planOf } from '../views/plan.reader.js';
import { ActionPlanType } from '../views/plan.types.js';
import { programmeOf, type Programme } from '../views/programme.reader.js';

@InputType()
export class TakeUpPlanInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => ID, { description: 'La décision d’un PV repris et confirmé, qui a adopté ce plan.' }) decisionId: string;
  @Field(() => [ID], { description: 'Les fiches du plan, dans leur ordre.' }) sheetIds: string[];
}

export const TakeUpPlanAnswer = answerUnion('TakeUpPlanAnswer', () => ActionPlanType);
allow('Mutation.takeUpPlan', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as TakeUpPlanInput | undefined)?.partnershipId });

/** What a plan is taken up from. */
interface Ground {
  readonly hand: Hand;
  readonly agreementId: string;
  readonly programme: Programme;
  readonly decision: PaperDecisionLine;
  readonly last: Plan | null;
}

/** A plan under way that a paper adopted before Passerelle: it enters adopted, with the paper's dates, tied to its decision. */
@Resolver()
export class TakeUpPlan {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => TakeUpPlanAnswer)
  async takeUpPlan(@Args('input') input: TakeUpPlanInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => planOf(await request.read(), id));
  }

  /** Answers the plan's id. */
  run(ctx: Ctx, input: TakeUpPlanInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const ground = await this.ground(tx, input);
      if (ground.refused) return ground;
      const sheets: Sheet[] = [];
      for (const id of new Set(input.sheetIds)) {
        const sheet = await lockSheet(tx, id);
        if (!sheet || sheet.partnershipId !== input.partnershipId) return notFound();
        sheets.push(sheet);
      }
      return this.take(tx, { ...ground.value, sheets, year: input.year });
    });
  }

  private async ground(tx: Tx, { partnershipId, year: wanted, decisionId }: TakeUpPlanInput): Promise<Answer<Ground>> {
    const hand = handOf(tx.ctx, partnershipId);
    const decision = await lockPaperDecision(tx, decisionId);
    const programme = decision?.partnershipId === partnershipId && hand.seats.length > 0 ? await programmeOf(tx, partnershipId) : null;
    if (!decision || !programme) return notFound();
    const agreementId = await agreementIdOf(tx, partnershipId);
    if (!agreementId) return noAgreement();
    const lacking = await whyLacking(tx, partnershipId, 'PLAN');
    if (lacking) return lacking;
    const year = readYear(wanted, tx.now().getUTCFullYear());
    if (year.refused) return year;
    const last = await lastPlanOf(tx, partnershipId, { agreementId, year: year.value });
    return accepted({ hand, agreementId, programme, decision, last });
  }

  private async take(tx: Tx, { hand, agreementId, programme, decision, last, sheets, year }: Ground & { sheets: readonly Sheet[]; year: number }): Promise<Answer<string>> {
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
    const [partyId = ''] = coordinatesFor(hand);
    const origin = { partnershipId, planId: opened.id, decisionId: decision.decisionId, partyId, personId: hand.personId };
    if (!(await addTakenUpPlan(tx, origin))) return refused('TAKE_UP_DECISION_TAKEN', { number: decision.number }, sources.states);
    await this.share(tx, held);
    tx.tell(...decided.value.facts);
    return accepted(opened.id);
  }

  /** Its fiches, in their order: each is everybody's from here, in the words it has now. */
  private async share(tx: Tx, { plan, actions }: PlanCase): Promise<void> {
    for (const [index, sheet] of actions.entries()) {
      if (sheet.state === 'DRAFT' || sheet.state === 'RETURNED') await freezeVersion(tx, sheet);
      await keepSheet(tx, { ...sheet, submittedAt: sheet.submittedAt ?? tx.now() });
      await keepAction(tx, plan, { sheetId: sheet.id, place: index + 1 });
    }
    await adoptActions(tx, plan);
  }
}
