import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { reschedule } from '../domain/action-life.js';
import { ActionDesk, decisionOf } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class RescheduleActionInput {
  @Field(() => ID) actionId: string;
  @Field(() => CivilDateScalar) endsOn: CivilDate;
  @Field(() => String) reason: string;
  @Field(() => ID, { nullable: true, description: 'Au-delà de l’année de l’action : la décision exécutoire du comité qui la reporte.' }) decisionId?: string | null;
}

export const RescheduleActionAnswer = answerUnion('RescheduleActionAnswer', () => FollowedActionType);
allow('Mutation.rescheduleAction', ['COORDINATOR']);

/** Another end: within its year at a coordination's word, beyond it by an executory decision of the committee (C4, product default). */
@Resolver()
export class RescheduleAction {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => RescheduleActionAnswer)
  async rescheduleAction(@Args('input') input: RescheduleActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, endsOn, reason, decisionId = null }: RescheduleActionInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, async ({ tx, action, follower }) => reschedule(action, { endsOn, reason, decision: await decisionOf(tx, action, decisionId) }, follower));
  }
}
