import type { Answer } from '#kernel';
import { allow, answered, answerUnion, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { start } from '../domain/action-life.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class StartActionInput {
  @Field(() => ID) actionId: string;
  @Field(() => String, { nullable: true, description: 'Avant que la décision soit exécutoire : le motif, donné par une coordination et montré à tous.' }) reason?: string | null;
}

export const StartActionAnswer = answerUnion('StartActionAnswer', () => FollowedActionType);
allow('Mutation.startAction', ['TECHNICIAN', 'COORDINATOR']);

/** The action starts: once its decision is executory, or early at a coordination's word and for a reason (C4, F32). */
@Resolver()
export class StartAction {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => StartActionAnswer)
  async startAction(@Args('input') input: StartActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, reason }: StartActionInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => start(action, { reason: reason ?? '' }, follower));
  }
}
