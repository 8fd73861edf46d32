import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { contest, sheetUndone, undoesOnPlan, undoOnSheet } from '../domain/contest.js';
import { contestTold, type EnteredAct } from '../domain/entered.js';
import { told } from '../domain/facts.js';
import { aboutPlan, type Plan } from '../domain/plan.js';
import { notFound, versionChanged } from '../domain/refusals.js';
import { aboutSheet } from '../domain/sheet.js';
import { carryVersion, dropPlanValidation, enteredById, givenOnPlan, givenOnSheet, keepContest, lockEntered, plansHolding } from '../store/entered.store.js';
import { handOf } from '../store/hand.store.js';
import { clearValidations, dropAction, keepPlan, lockPlan } from '../store/plan.store.js';
import { keepSheet, lockSheet } from '../store/sheet.store.js';
import { EnteredActType } from '../views/entered.types.js';
import { enteredOf } from '../views/entered.reader.js';
import { dayAtParty } from '../views/entering.reader.js';

@InputType()
export class ContestEntryInput {
  @Field(() => ID) entryId: string;
  @Field(() => String) reason: string;
}

export const ContestEntryAnswer = answerUnion('ContestEntryAnswer', () => EnteredActType);
allow('Mutation.contestEntry', ['TECHNICIAN', 'COORDINATOR']);

/** Takes the chain back, in the act's own transaction; answers whether it did. */
type Undo = (tx: Tx, entered: EnteredAct, reason: string) => Promise<Answer<boolean>>;

/** « Ce n’est pas ce que j’ai dit »: the chain goes back where nothing settled came after; else the contestation stands beside the act. */
@Resolver()
export class ContestEntry {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ContestEntryAnswer)
  async contestEntry(@Args('input') input: ContestEntryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => enteredOf(await request.read(), id, this.zones));
  }

  run(ctx: Ctx, { entryId, reason }: ContestEntryInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const seen = await enteredById(tx, entryId);
      if (!seen) return notFound();
      const command = { hand: handOf(ctx, seen.partnershipId), reason, today: await dayAtParty(tx, seen, this.zones), at: tx.now() };
      const may = contest(seen, command, false);
      if (may.refused) return may;
      const undo: Undo = seen.subjectKind === 'actionPlan' ? onPlan : onSheet;
      const undone = await undo(tx, seen, may.value.contestReason ?? '');
      if (undone.refused) return undone;
      const entered = await lockEntered(tx, entryId);
      const contested = entered ? contest(entered, command, undone.value) : notFound();
      if (contested.refused) return contested;
      await keepContest(tx, contested.value);
      tx.tell(contestTold(contested.value));
      return accepted(entryId);
    });
  }
}

const onPlan: Undo = async (tx, entered) => {
  const plan = await lockPlan(tx, entered.subjectId);
  if (!plan) return notFound();
  if (!undoesOnPlan(entered, plan, await givenOnPlan(tx, plan))) return accepted(false);
  await dropPlanValidation(tx, plan, entered.partyId);
  await keepPlan(tx, { ...plan, state: 'DRAFT' });
  return accepted(true);
};

/** Plans before the sheet, always: whoever adds it to another one meanwhile is seen, and the contestation is made again. */
const onSheet: Undo = async (tx, entered, reason) => {
  const ids = await plansHolding(tx, entered);
  const plans: Plan[] = [];
  for (const id of ids) {
    const plan = await lockPlan(tx, id);
    if (plan) plans.push(plan);
  }
  const sheet = await lockSheet(tx, entered.subjectId);
  if (!sheet) return notFound();
  const now = await plansHolding(tx, entered);
  if (now.join() !== ids.join()) return versionChanged(ids.length, now.length);
  const undo = undoOnSheet(entered, { sheet, given: await givenOnSheet(tx, sheet), plans: plans.map(({ state }) => state) });
  if (!undo) return accepted(false);
  const back = sheetUndone(sheet, undo, reason);
  await keepSheet(tx, back);
  if (undo.falls !== 'ALL') await carryVersion(tx, sheet, { from: undo.fromVersion, to: back.version, falls: undo.falls });
  if (undo.state === 'RETURNED') tx.tell(told('SheetReturned', aboutSheet(sheet), { version: sheet.version, reason, title: sheet.title }));
  for (const plan of plans) await leavePlan(tx, plan, sheet.id);
  return accepted(true);
};

/** What is not agreed any more is not in the plan; what coordinators had validated no longer holds. */
async function leavePlan(tx: Tx, plan: Plan, sheetId: string): Promise<void> {
  await dropAction(tx, plan, sheetId);
  await clearValidations(tx, plan);
  await keepPlan(tx, { ...plan, state: 'DRAFT' });
  tx.tell(told('ActionRemovedFromPlan', aboutPlan(plan), { sheetId, year: plan.year }));
}
