import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, missingGlyphsIn, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { rectify } from '../domain/rectifying.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class RectifyMinutesInput {
  @Field(() => ID, { description: 'Le PV exécutoire à rectifier.' }) minutesId: string;
  @Field(() => String, { description: 'Pourquoi : chacun le lira sur les deux PV.' }) reason: string;
}

export const RectifyMinutesAnswer = answerUnion('RectifyMinutesAnswer', () => MinutesType);
allow('Mutation.rectifyMinutes', ['COORDINATOR', 'CO_PRESIDENT']);

/** Opens the draft of rectifying minutes; the executory ones are not touched. */
@Resolver()
export class RectifyMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => RectifyMinutesAnswer)
  async rectifyMinutes(@Args('input') input: RectifyMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: RectifyMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.open(tx, input));
  }

  private async open(tx: Tx, { minutesId, reason }: RectifyMinutesInput): Promise<Answer<string>> {
    const taken = await this.desk.takeAsSteward(tx, minutesId);
    if (taken.refused) return taken;
    const { row, minutes, sitting } = taken.value.loaded;
    const rectified = (await this.store.rectifying(tx, row.id)) !== null;
    const decided = rectify(minutes, sitting.meeting, { id: tx.newId(), facts: sitting.facts, reason, rectified, at: tx.now() });
    if (decided.refused) return decided;
    const { state, reason: why, facts } = decided.value;
    // The reason is printed in the PV: a letter that no PDF has would stop it at FINAL, when nobody can change it any more.
    const [character, ...others] = missingGlyphsIn(why);
    if (character !== undefined) return refused('GLYPH_MISSING', { character, count: others.length + 1 });
    await this.store.add(tx, state, { rectifiesReason: why, wording: row.wording as object | null });
    tx.tell(...facts);
    return accepted(state.id);
  }
}
