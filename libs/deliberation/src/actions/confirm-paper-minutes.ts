import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { confirm, lastSignature } from '../domain/paper-minutes.js';
import { paperNumberTaken } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { addPaperMeeting, isNumberTaken, keepPaper, noonAt, paperById } from '../store/paper-minutes.store.js';
import { partyOf } from '../views/committee.reader.js';
import { PaperDesk, type PaperCase } from '../views/paper-minutes.desk.js';
import { paperViews } from '../views/paper-minutes.reader.js';
import { PaperMinutesType } from '../views/paper-minutes.types.js';

@InputType()
export class ConfirmPaperMinutesInput {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'L’empreinte de ce qui a été lu.' }) contentHash: string;
  @Field(() => String, { description: 'L’empreinte du scan qui a été lu.' }) scanSha256: string;
}

export const ConfirmPaperMinutesAnswer = answerUnion('ConfirmPaperMinutesAnswer', () => PaperMinutesType);
allow('Mutation.confirmPaperMinutes', ['COORDINATOR']);

/** A coordinator of another party confirms that this is the paper they hold: from that moment it counts as one. */
@Resolver()
export class ConfirmPaperMinutes {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly desk: PaperDesk,
    private readonly minutes: MinutesStore,
  ) {}

  @Mutation(() => ConfirmPaperMinutesAnswer)
  async confirmPaperMinutes(@Args('input') input: ConfirmPaperMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return (await paperViews(tx, [(await paperById(tx, id))!], this.zones))[0];
    });
  }

  run(ctx: Ctx, input: ConfirmPaperMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.id);
      return taken.refused ? taken : this.confirm(tx, taken.value, input);
    });
  }

  private async confirm(tx: Tx, { row, paper, hand, committee, scan }: PaperCase, { contentHash, scanSha256 }: ConfirmPaperMinutesInput): Promise<Answer<string>> {
    const zoneOf = (partyId: string): string => partyOf(committee.shownParties, partyId).territory.zone;
    const last = lastSignature(paper, committee.parties);
    const executoryAt = last && noonAt(last.signedOn, zoneOf(last.partyId), this.zones);
    const command = { hand, read: { contentHash, scanSha256 }, scanSha256: scan?.sha256 ?? null, executoryAt, at: tx.now() };
    const decided = confirm(paper, command);
    if (decided.refused) return decided;
    const { partnershipId, id, number } = paper;
    await this.minutes.lockNumbers(tx, partnershipId);
    if (await isNumberTaken(tx, { partnershipId, id, number })) return paperNumberTaken(number);
    const { state, facts, confirmedFor } = decided.value;
    const proof = { confirmedParty: confirmedFor, confirmedBy: hand.personId, confirmedAt: tx.now(), scanId: scan!.id, scanSha256: scan!.sha256 };
    await keepPaper(tx, state, proof);
    const zone = zoneOf(paper.hostPartyId);
    await addPaperMeeting(tx, state, { agreementId: row.agreementId, zone, heldAt: noonAt(paper.heldOn, zone, this.zones), executoryAt });
    tx.tell(...facts);
    return accepted(id);
  }
}
