import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { contestSignature } from '../domain/code-signature.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk, type MinutesCase } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ContestSignatureInput {
  @Field(() => ID) minutesId: string;
  @Field(() => ID, { description: 'La partie dont on conteste la signature : la sienne.' }) partyId: string;
  @Field(() => String, { description: 'Pourquoi : les coordinations et les présidences le liront.' }) reason: string;
}

export const ContestSignatureAnswer = answerUnion('ContestSignatureAnswer', () => MinutesType);
allow('Mutation.contestSignature', ['CO_PRESIDENT', 'COORDINATOR']);

/**
 * A signature given by code is said not to be its seat's, by that seat or its coordination, within 48 hours (product default).
 * Refused: SIGNATURE_NOT_YOURS, SIGNATURE_NOT_BY_CODE, SIGNATURE_ALREADY_CONTESTED, SIGNATURE_CONTEST_TOO_LATE, REASON_REQUIRED.
 */
@Resolver()
export class ContestSignature {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => ContestSignatureAnswer)
  async contestSignature(@Args('input') input: ContestSignatureInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ContestSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.minutesId);
      return taken.refused ? taken : this.contest(tx, taken.value, input);
    });
  }

  private async contest(tx: Tx, { loaded, committee, personId }: MinutesCase, { partyId, reason }: ContestSignatureInput): Promise<Answer<string>> {
    const words = worded(reason, longest.reason);
    if (words.refused) return words;
    const { row, minutes, signatures } = loaded;
    const line = signatures.find((one) => one.version === minutes.version && one.partyId === partyId);
    if (!line || personId === null) return notFound();
    const decided = contestSignature(minutes, { partyId, personId, seats: committee.seats, contested: line.contest !== null, reason: words.value, at: committee.at });
    if (decided.refused) return decided;
    const { state, facts } = decided.value;
    await this.store.addContest(tx, line, { seatId: state.seatId, personId, reason: words.value });
    if (state.minutes !== minutes) await this.store.keep(tx, row, { state: state.minutes });
    tx.tell(...facts);
    return accepted(row.id);
  }
}
