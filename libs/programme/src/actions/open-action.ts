import { accepted, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { open } from '../domain/action-life.js';
import { notFound } from '../domain/refusals.js';
import { decisionTaken, insertAction, keepEntry } from '../store/action.store.js';
import { followerOf } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class OpenActionInput {
  @Field(() => ID, { description: 'Une décision adoptée du comité.' }) decisionId: string;
  @Field(() => String) title: string;
  @Field(() => CivilDateScalar, { nullable: true }) startsOn?: CivilDate | null;
  @Field(() => CivilDateScalar, { description: 'Le jour où elle doit être achevée : son année est celle de l’action.' }) endsOn: CivilDate;
}

export const OpenActionAnswer = answerUnion('OpenActionAnswer', () => FollowedActionType);
allow('Mutation.openAction', ['COORDINATOR']);

/** A follow-up of a decision, also outside any plan (F42): an action of its own, which starts once the decision is executory. */
@Resolver()
export class OpenAction {
  constructor(
    private readonly work: Work,
    private readonly reader: ActionReader,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => OpenActionAnswer)
  async openAction(@Args('input') input: OpenActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { decisionId, title, startsOn = null, endsOn }: OpenActionInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const decision = await decisionTaken(tx, decisionId);
      if (!decision) return notFound();
      const { partnershipId } = decision;
      const opened = open({ id: tx.newId(), partnershipId, decision, title, startsOn, endsOn }, await followerOf(tx, partnershipId, this.zones));
      if (opened.refused) return opened;
      const { action, entry, facts } = opened.value;
      await insertAction(tx, action);
      await keepEntry(tx, action, entry);
      tx.tell(...facts);
      return accepted(action.id);
    });
  }
}
