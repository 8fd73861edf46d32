import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { confirmHand, type Counted } from '../domain/hand-signature.js';
import { paperStatementOf } from '../domain/statement.js';
import { keepHand } from '../store/hand-signature.store.js';
import { MinutesStore } from '../store/minutes.store.js';
import { HandDesk, type HandCase } from '../views/hand-signature.desk.js';
import { answeringHand } from '../views/hand-signature.reader.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ConfirmHandSignatureInput {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'L’empreinte du PV, telle qu’elle se lit sur le scan.' }) contentHash: string;
  @Field(() => String, { description: 'SHA-256 du scan qui a été lu.' }) scanSha256: string;
}

export const ConfirmHandSignatureAnswer = answerUnion('ConfirmHandSignatureAnswer', () => MinutesType);
allow('Mutation.confirmHandSignature', ['COORDINATOR', 'CO_PRESIDENT']);

/** A person of another party has seen the same hash and the signature: from now on it counts, and the last one makes the PV executory, in this transaction. */
@Resolver()
export class ConfirmHandSignature {
  constructor(
    private readonly work: Work,
    private readonly desk: HandDesk,
    private readonly store: MinutesStore,
    private readonly decidables: Decidables,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => ConfirmHandSignatureAnswer)
  async confirmHandSignature(@Args('input') input: ConfirmHandSignatureInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  /** Answers the minutes' id. */
  run(ctx: Ctx, input: ConfirmHandSignatureInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.id);
      return taken.refused ? taken : this.confirm(tx, taken.value, input);
    });
  }

  private async confirm(tx: Tx, hand: HandCase, { contentHash, scanSha256 }: ConfirmHandSignatureInput): Promise<Answer<string>> {
    const { held: { loaded, committee }, paper, row: { partnershipId } } = hand;
    const world = await this.desk.dayOf(tx, committee, { partnershipId, partyId: paper.partyId, signedOn: paper.signedOn });
    const command = { hand: answeringHand(tx, partnershipId), seen: { contentHash, scanSha256 }, at: tx.now() };
    const decided = confirmHand(loaded.minutes, paper, { command, world });
    if (decided.refused) return decided;
    const { minutes, facts } = decided.value;
    await this.store.keep(tx, loaded.row, { state: minutes });
    await this.keepSignature(tx, hand, decided.value);
    tx.tell(...facts);
    if (minutes.executoryAt) await this.decidables.takeEffect(tx, minutes, minutes.executoryAt);
    return accepted(minutes.id);
  }

  private async keepSignature(tx: Tx, { row }: HandCase, { minutes, signature, president, byPartyId }: Counted): Promise<void> {
    const { seal } = minutes;
    const confirmedBy = tx.ctx.actor?.personId;
    if (!seal || !confirmedBy) throw new Error(`the paper ${row.id} has no seal, or nobody confirms it`);
    const { id: handSignatureId, signedOn, scanSha256, enteredBy, office } = row;
    const statement = paperStatementOf({ ...minutes, seal }, { signature, seat: president, paper: { handSignatureId, signedOn, scanSha256, enteredBy, confirmedBy, confirmedFor: byPartyId } });
    await this.store.addSignature(tx, minutes, { signature, office, statement, civilDate: signedOn });
    await keepHand(tx, row, { state: 'CONFIRMED', answeredParty: byPartyId, answeredBy: confirmedBy, answeredAt: tx.now() });
  }
}
