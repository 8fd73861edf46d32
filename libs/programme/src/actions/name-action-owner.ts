import { Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { nameOwner } from '../domain/action-life.js';
import { ActionDesk, ownerSeat } from '../views/action.desk.js';
import { ActionReader } from '../views/action.reader.js';
import { FollowedActionType } from '../views/action.types.js';

@InputType()
export class NameActionOwnerInput {
  @Field(() => ID) actionId: string;
  @Field(() => ID, { description: 'Le siège qui répond de l’action pour sa partie : qui l’occupe change, la charge reste.' }) seatId: string;
}

export const NameActionOwnerAnswer = answerUnion('NameActionOwnerAnswer', () => FollowedActionType);
allow('Mutation.nameActionOwner', ['TECHNICIAN', 'COORDINATOR']);

/** A party names who answers for the action on its side, among those who sit for it. */
@Resolver()
export class NameActionOwner {
  constructor(
    private readonly desk: ActionDesk,
    private readonly reader: ActionReader,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => NameActionOwnerAnswer)
  async nameActionOwner(@Args('input') input: NameActionOwnerInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.actionOf(await request.read(), id));
  }

  run(ctx: Ctx, { actionId, seatId }: NameActionOwnerInput): Promise<Answer<string>> {
    return this.desk.write(ctx, actionId, async ({ tx, action, follower }) => nameOwner(action, await ownerSeat(tx, { partnershipId: action.partnershipId, seatId }, this.zones), follower));
  }
}
