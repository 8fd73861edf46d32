import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { complete } from '../domain/action-life.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class CompleteActionInput {
  @Field(() => ID) actionId: string;
  @Field(() => CivilDateScalar) completedOn: CivilDate;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const CompleteActionAnswer = answerUnion('CompleteActionAnswer', () => FollowedActionType);
allow('Mutation.completeAction', ['TECHNICIAN', 'COORDINATOR']);

/** The action is done, on a day. */
@Resolver()
export class CompleteAction {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => CompleteActionAnswer)
  async completeAction(@Args('input') input: CompleteActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, completedOn, note }: CompleteActionInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => complete(action, { completedOn, note: note ?? '' }, follower));
  }
}
