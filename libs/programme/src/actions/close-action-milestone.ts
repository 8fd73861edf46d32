import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { closeMilestone } from '../domain/action-life.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class CloseActionMilestoneInput {
  @Field(() => ID) actionId: string;
  @Field(() => Int, { description: 'Milestone.place.' }) milestone: number;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le jour où le jalon a été atteint ; sans jour, il est abandonné et la note dit pourquoi.' }) doneOn?: CivilDate | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const CloseActionMilestoneAnswer = answerUnion('CloseActionMilestoneAnswer', () => FollowedActionType);
allow('Mutation.closeActionMilestone', ['TECHNICIAN', 'COORDINATOR']);

/** A milestone is reached, or given up with a reason. */
@Resolver()
export class CloseActionMilestone {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => CloseActionMilestoneAnswer)
  async closeActionMilestone(@Args('input') input: CloseActionMilestoneInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, milestone, doneOn, note }: CloseActionMilestoneInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => closeMilestone(action, { milestone, doneOn: doneOn ?? null, note: note ?? '' }, follower));
  }
}
