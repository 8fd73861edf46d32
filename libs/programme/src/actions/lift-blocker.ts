import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { liftBlocker } from '../domain/action-life.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class LiftBlockerInput {
  @Field(() => ID) actionId: string;
  @Field(() => Int, { description: 'Blocker.place.' }) blocker: number;
  @Field(() => CivilDateScalar) liftedOn: CivilDate;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const LiftBlockerAnswer = answerUnion('LiftBlockerAnswer', () => FollowedActionType);
allow('Mutation.liftBlocker', ['TECHNICIAN', 'COORDINATOR']);

/** What stood in the way is lifted, on a day. */
@Resolver()
export class LiftBlocker {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => LiftBlockerAnswer)
  async liftBlocker(@Args('input') input: LiftBlockerInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, blocker, liftedOn, note }: LiftBlockerInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => liftBlocker(action, { blocker, liftedOn, note: note ?? '' }, follower));
  }
}
