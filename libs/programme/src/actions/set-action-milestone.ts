import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { setMilestone } from '../domain/action-life.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class SetActionMilestoneInput {
  @Field(() => ID) actionId: string;
  @Field(() => String, { description: 'Ce qui sera fait ce jour-là.' }) label: string;
  @Field(() => CivilDateScalar) dueOn: CivilDate;
}

export const SetActionMilestoneAnswer = answerUnion('SetActionMilestoneAnswer', () => FollowedActionType);
allow('Mutation.setActionMilestone', ['TECHNICIAN', 'COORDINATOR']);

/** A milestone of an action: what, and by when (F42). */
@Resolver()
export class SetActionMilestone {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => SetActionMilestoneAnswer)
  async setActionMilestone(@Args('input') input: SetActionMilestoneInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, label, dueOn }: SetActionMilestoneInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => setMilestone(action, { label, dueOn }, follower));
  }
}
