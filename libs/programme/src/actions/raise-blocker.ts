import type { Answer, CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { raiseBlocker } from '../domain/action-life.js';
import { notFound } from '../domain/refusals.js';
import { worldOf } from '../views/programme.reader.js';
import { ActionDesk } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class RaiseBlockerInput {
  @Field(() => ID) actionId: string;
  @Field(() => String) what: string;
  @Field(() => CivilDateScalar) since: CivilDate;
  @Field(() => ID, { nullable: true, description: 'La partie à qui il revient de lever ce blocage ; nulle : un tiers.' }) partyId?: string | null;
}

export const RaiseBlockerAnswer = answerUnion('RaiseBlockerAnswer', () => FollowedActionType);
allow('Mutation.raiseBlocker', ['TECHNICIAN', 'COORDINATOR']);

/** Something stands in the way, since a day; whose it is to lift. */
@Resolver()
export class RaiseBlocker {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
  ) {}

  @Mutation(() => RaiseBlockerAnswer)
  async raiseBlocker(@Args('input') input: RaiseBlockerInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, what, since, partyId = null }: RaiseBlockerInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, async ({ tx, action, follower }) => {
      const { parties } = await worldOf(tx, action.partnershipId);
      return partyId !== null && !parties.some(({ id }) => id === partyId) ? notFound() : raiseBlocker(action, { what, since, partyId }, follower);
    });
  }
}
