import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { reopen, sendBack } from '../domain/drafting.js';
import { longest, worded } from '../domain/wording.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ReturnMinutesToDraftInput {
  @Field(() => ID) minutesId: string;
  @Field(() => String, { description: 'Pourquoi : tous les membres le liront.' }) reason: string;
}

export const ReturnMinutesToDraftAnswer = answerUnion('ReturnMinutesToDraftAnswer', () => MinutesType);
allow('Mutation.returnMinutesToDraft', ['COORDINATOR', 'CO_PRESIDENT']);

/** Back to draft: from review as it is, from final as version n+1, until the first signature. */
@Resolver()
export class ReturnMinutesToDraft {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => ReturnMinutesToDraftAnswer)
  async returnMinutesToDraft(@Args('input') input: ReturnMinutesToDraftInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ReturnMinutesToDraftInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.giveBack(tx, input));
  }

  private async giveBack(tx: Tx, input: ReturnMinutesToDraftInput): Promise<Answer<string>> {
    const taken = await this.desk.takeAsSteward(tx, input.minutesId);
    if (taken.refused) return taken;
    const { row, minutes } = taken.value.loaded;
    const reason = worded(input.reason, longest.reason);
    if (reason.refused) return reason;
    const command = { reason: reason.value, at: tx.now() };
    const decided = minutes.state === 'REVIEW' ? sendBack(minutes, command) : reopen(minutes, command);
    if (decided.refused) return decided;
    await this.store.keep(tx, row, decided.value);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
