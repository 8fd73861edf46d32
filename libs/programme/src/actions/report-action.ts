import type { Answer } from '#kernel';
import { allow, answered, answerUnion, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { report } from '../domain/action-life.js';
import { ToldStateEnum } from '../views/action.enums.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class ReportActionInput {
  @Field(() => ID) actionId: string;
  @Field(() => ToldStateEnum, { nullable: true, description: 'Nul : comme avant. Bloquée se déduit de ce qui bloque.' }) state?: keyof typeof ToldStateEnum | null;
  @Field(() => Int, { nullable: true, description: 'Avancement, de 0 à 100 ; nul : comme avant.' }) percent?: number | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const ReportActionAnswer = answerUnion('ReportActionAnswer', () => FollowedActionType);
allow('Mutation.reportAction', ['TECHNICIAN', 'COORDINATOR']);

/** How far the action is; each report is one more line, so that two at once are both kept. */
@Resolver()
export class ReportAction {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => ReportActionAnswer)
  async reportAction(@Args('input') input: ReportActionInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, state, percent, note }: ReportActionInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, ({ action, follower }) => report(action, { state: state ?? null, percent: percent ?? null, note: note ?? '' }, follower));
  }
}
