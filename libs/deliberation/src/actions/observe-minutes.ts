import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { observe } from '../domain/observations.js';
import { addObservation, observationsOf } from '../store/minutes-observation.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { ObservationKindEnum } from '../views/minutes-observations.types.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ObserveMinutesInput {
  @Field(() => ID) minutesId: string;
  @Field(() => ObservationKindEnum) kind: keyof typeof ObservationKindEnum;
  @Field(() => String, { nullable: true, description: 'whole, facts, discussions, reservations ou nextMeeting ; absent : tout le PV.' }) passage?: string | null;
  @Field(() => String, { nullable: true, description: 'Les mots du PV dont il s’agit.' }) quoted?: string | null;
  @Field(() => String, { nullable: true, description: 'Ce qui est observé ; peut manquer pour « d’accord ».' }) text?: string | null;
}

export const ObserveMinutesAnswer = answerUnion('ObserveMinutesAnswer', () => MinutesType);
allow('Mutation.observeMinutes', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR']);

/** Whoever was at the meeting says what she thinks of the draft, until its last day. It refuses nothing and voids nothing. */
@Resolver()
export class ObserveMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly reader: MinutesReader,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ObserveMinutesAnswer)
  async observeMinutes(@Args('input') input: ObserveMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ObserveMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.write(tx, input));
  }

  private async write(tx: Tx, { minutesId, kind, passage, quoted, text }: ObserveMinutesInput): Promise<Answer<string>> {
    const taken = await this.desk.take(tx, minutesId);
    if (taken.refused) return taken;
    const { loaded: { row, minutes, sitting }, committee: { seats }, personId } = taken.value;
    const at = tx.now();
    const today = this.zones.civilAt(at, sitting.row.zone).date;
    const said = { kind, passage: passage ?? 'whole', quoted: quoted ?? '', text: text ?? '', proseVersion: row.proseVersion };
    const decided = observe(minutes, { id: tx.newId(), seats, personId, today, at, ...said });
    if (decided.refused) return decided;
    const { observation, facts } = decided.value;
    const earlier = await observationsOf(tx, row.id);
    // Said twice of the same words, « d'accord » is said once.
    const again = earlier.some((one) => one.kind === 'AGREE' && observation.kind === 'AGREE' && one.seatId === observation.seatId && one.proseVersion === observation.proseVersion && one.version === observation.version);
    if (again) return accepted(row.id);
    await addObservation(tx, { partnershipId: row.partnershipId, minutesId: row.id }, observation);
    tx.tell(...facts);
    return accepted(row.id);
  }
}
