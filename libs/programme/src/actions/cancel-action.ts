import type { Answer } from '#kernel';
import { allow, answered, answerUnion, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { cancel } from '../domain/action-life.js';
import { ActionDesk, decisionOf } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class CancelActionInput {
  @Field(() => ID) actionId: string;
  @Field(() => ID, { nullable: true, description: 'La décision exécutoire du comité qui annule l’action.' }) decisionId?: string | null;
  @Field(() => String) reason: string;
}

export const CancelActionAnswer = answerUnion('CancelActionAnswer', () => FollowedActionType);
allow('Mutation.cancelAction', ['COORDINATOR']);

/** The action is cancelled by an executory decision of the committee (C4, product default). */
@Resolver()
export class CancelAction {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => CancelActionAnswer)
  async cancelAction(@Args('input') input: CancelActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, decisionId = null, reason }: CancelActionInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, async ({ tx, action, follower }) => cancel(action, { reason, decision: await decisionOf(tx, action, decisionId) }, follower));
  }
}
