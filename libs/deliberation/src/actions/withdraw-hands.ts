import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { coordinates, withdrawHands } from '../domain/hands.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { keepHands, lockHands } from '../store/hands.store.js';
import { touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class WithdrawHandsInput {
  @Field(() => ID) handsId: string;
  @Field(() => String) reason: string;
}

export const WithdrawHandsAnswer = answerUnion('WithdrawHandsAnswer', () => MeetingType);
allow('Mutation.withdrawHands', ['COORDINATOR']);

/** Takes back votes noted by show of hands, before they are confirmed: the coordination that noted them, or the one that does not recognise them. */
@Resolver()
export class WithdrawHands {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => WithdrawHandsAnswer)
  async withdrawHands(@Args('input') input: WithdrawHandsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: WithdrawHandsInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.withdraw(tx, input));
  }

  private async withdraw(tx: Tx, { handsId, reason }: WithdrawHandsInput): Promise<Answer<string>> {
    const words = worded(reason, longest.reason);
    if (words.refused) return words;
    const locked = await lockHands(tx, handsId);
    if (!locked) return notFound();
    const { row, hands } = locked;
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const by = coordinates(seats, tx.ctx.actor?.personId ?? null, at);
    if (by.refused) return by;
    const decided = withdrawHands(hands, { by: by.value, reason: words.value, at });
    if (decided.refused) return decided;
    await keepHands(tx, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
