import { proofOfAct } from '#identity';
import { accepted, Zones, type Answer } from '#kernel';
import { say } from '#phrases';
import { allow, answered, answerUnion, DemoMode, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import type { Minutes, Signature } from '../domain/minutes.js';
import { notTheCoPresident } from '../domain/refusals.js';
import { sign, type Signing } from '../domain/signature.js';
import { statementOf } from '../domain/statement.js';
import { followMandates } from '../domain/succession.js';
import { longest, worded } from '../domain/wording.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk, type MinutesCase } from '../views/minutes.desk.js';
import { signatoryOf } from '../views/minutes-may.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class SignMinutesInput {
  @Field(() => ID) minutesId: string;
  @Field(() => String, { description: 'Minutes.contentHash tel que lu : on signe ce que l’on a sous les yeux.' }) contentHash: string;
  @Field(() => String, { description: '« Fait à … »' }) place: string;
}

export const SignMinutesAnswer = answerUnion('SignMinutesAnswer', () => MinutesType);
allow('Mutation.signMinutes', ['CO_PRESIDENT']);

/**
 * Signs the sealed version for one's party. The last signature makes the PV and every decision in it executory, once, in this transaction (Art. 5, AT-01).
 * Refused: NOT_THE_CO_PRESIDENT, STEP_UP_REQUIRED, SIGNED_TEXT_CHANGED, ALREADY_SIGNED, MINUTES_NOT_FINAL, PLACE_REQUIRED …
 */
@Resolver()
export class SignMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly decidables: Decidables,
    private readonly reader: MinutesReader,
    private readonly zones: Zones,
    private readonly demo: DemoMode,
  ) {}

  @Mutation(() => SignMinutesAnswer)
  async signMinutes(@Args('input') input: SignMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: SignMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const taken = await this.desk.take(tx, input.minutesId);
      return taken.refused ? taken : this.sign(tx, taken.value, input);
    });
  }

  private async sign(tx: Tx, held: MinutesCase, input: SignMinutesInput): Promise<Answer<string>> {
    const { loaded, committee } = held;
    const { seats, rules, at } = committee;
    const seat = signatoryOf(held);
    if (!seat) return notTheCoPresident(rules.executory.source);
    const place = worded(input.place, longest.place);
    if (place.refused) return place;
    // A request whose mandate ended lapses first, and the successor is asked (AT-23).
    const followed = followMandates(loaded.minutes, { seats, at });
    if (followed.refused) return followed;
    const asked = followed.value.state;
    const { method, at: stepUpAt } = await proofOfAct(tx, { kind: 'signMinutes', subjectId: asked.id, version: asked.version, contentHash: asked.seal?.contentHash ?? '' });
    const read = { version: asked.version, contentHash: input.contentHash, pdfSha256: asked.seal?.pdfSha256 ?? '' };
    const signing: Signing = { seat, personId: seat.personId, ...read, method, stepUpAt, place: place.value, at, machineNow: tx.recordedAt() };
    const decided = sign(asked, signing, { seats, rules, demo: this.demo.on });
    if (decided.refused) return decided;
    const { state, facts } = decided.value;
    await this.store.keep(tx, loaded.row, { state });
    await this.keepSignature(tx, held, state);
    tx.tell(...followed.value.facts, ...facts);
    if (state.executoryAt) await this.decidables.takeEffect(tx, state, state.executoryAt);
    return accepted(state.id);
  }

  private async keepSignature(tx: Tx, { committee }: MinutesCase, minutes: Minutes): Promise<void> {
    const signature = minutes.signatures.at(-1) as Signature;
    const { seal } = minutes;
    const seat = committee.shownSeats.find(({ seatId }) => seatId === signature.seatId);
    const held = committee.seats.find(({ id }) => id === signature.seatId);
    const party = committee.parties.find(({ id }) => id === signature.partyId);
    if (!seal || !seat || !held || !party) throw new Error(`the signature of seat ${signature.seatId} has no seal, seat or party`);
    const { language } = tx.ctx;
    const { place, signedAt: issuedAt, contentHash, version } = signature;
    const intent = say(language, 'minutes.consent', { number: minutes.number ?? '', version, party: party.shortName, place, contentHash });
    const statement = statementOf({ ...minutes, seal }, { seat: held, place, intent, language, nonce: tx.newId(), issuedAt });
    await this.store.addSignature(tx, minutes, { signature, office: seat.office, statement, civilDate: this.zones.civilAt(issuedAt, seat.zone).date });
  }
}
