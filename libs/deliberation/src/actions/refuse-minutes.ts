import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notTheCoPresident, signedTextChanged } from '../domain/refusals.js';
import { refuseToSign } from '../domain/signature.js';
import { longest, worded } from '../domain/wording.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk, type MinutesCase } from '../views/minutes.desk.js';
import { signatoryOf } from '../views/minutes-may.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class RefuseMinutesInput {
  @Field(() => ID) minutesId: string;
  @Field(() => String, { description: 'Minutes.contentHash tel que lu.' }) contentHash: string;
  @Field(() => String, { description: 'Pourquoi : tous les membres le liront.' }) motive: string;
}

export const RefuseMinutesAnswer = answerUnion('RefuseMinutesAnswer', () => MinutesType);
allow('Mutation.refuseMinutes', ['CO_PRESIDENT']);

/** A co-president refuses to sign, with a motive: back to draft v+1, the signatures of this version become void evidence (C4). */
@Resolver()
export class RefuseMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => RefuseMinutesAnswer)
  async refuseMinutes(@Args('input') input: RefuseMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: RefuseMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.minutesId);
      return taken.refused ? taken : this.refuse(tx, taken.value, input);
    });
  }

  private async refuse(tx: Tx, held: MinutesCase, input: RefuseMinutesInput): Promise<Answer<string>> {
    const { row, minutes } = held.loaded;
    const { seats, rules, at } = held.committee;
    const seat = signatoryOf(held);
    if (!seat) return notTheCoPresident(rules.executory.source);
    if (minutes.seal && minutes.seal.contentHash !== input.contentHash) return signedTextChanged(minutes.version, rules.executory.source);
    const motive = worded(input.motive, longest.reason);
    if (motive.refused) return motive;
    const decided = refuseToSign(minutes, { seat, personId: seat.personId, motive: motive.value, at }, { seats, rules });
    if (decided.refused) return decided;
    await this.store.keep(tx, row, decided.value);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
