import { accepted, civilDate, isWallTime, Zones, type Answer, type CivilDate } from '#kernel';
import { agreementIdOf, whyLacking } from '#agreement';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { MeetingKind, MeetingMode } from '../domain/meeting.js';
import { schedule } from '../domain/planning.js';
import { meetingPlaceBlank, noAgreement, noSuchTime, notFound } from '../domain/refusals.js';
import { runsMeetings } from '../domain/stewards.js';
import { nextTurn } from '../domain/turn.js';
import { longest, worded } from '../domain/wording.js';
import { addMeeting, meetingOf, meetingsOfPartnership } from '../store/meeting.store.js';
import { isUuid } from '../store/uuid.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingKindEnum, MeetingModeEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class ScheduleMeetingInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => MeetingKindEnum) kind: MeetingKind;
  @Field(() => MeetingModeEnum) mode: MeetingMode;
  @Field(() => ID, { nullable: true, description: 'Partie hôte ; sans elle, celle dont c’est le tour.' }) hostPartyId?: string | null;
  @Field(() => CivilDateScalar) civilDate: CivilDate;
  @Field(() => String, { description: 'HH:MM, heure de l’hôte.' }) time: string;
  @Field(() => String) place: string;
  @Field(() => String, { nullable: true, description: 'Pourquoi le tour est rompu, quand il l’est.' }) turnReason?: string | null;
}

export const ScheduleMeetingAnswer = answerUnion('ScheduleMeetingAnswer', () => MeetingType);
allow('Mutation.scheduleMeeting', ['CO_PRESIDENT', 'COORDINATOR'], { partnershipOf: ({ input }) => (input as ScheduleMeetingInput).partnershipId });

/** Puts a meeting on the calendar, at the hour of its host; whose turn it is comes from the meetings already held (Art. 5). */
@Resolver()
export class ScheduleMeeting {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => ScheduleMeetingAnswer)
  async scheduleMeeting(@Args('input') input: ScheduleMeetingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ScheduleMeetingInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.schedule(tx, input));
  }

  private async schedule(tx: Tx, input: ScheduleMeetingInput): Promise<Answer<string>> {
    const words = wordsOf(input);
    if (words.refused) return words;
    const { partnershipId, kind, mode, time } = input;
    if (!isUuid(partnershipId)) return notFound();
    const committee = await committeeAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
    if (committee.parties.length === 0) return notFound();
    const steward = runsMeetings(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    const turn = nextTurn(committee.parties, (await meetingsOfPartnership(tx, partnershipId)).map((row) => meetingOf(row, this.zones)));
    const hostPartyId = input.hostPartyId ?? turn.hostPartyId;
    const host = committee.parties.find(({ id }) => id === hostPartyId);
    const zone = committee.shownParties.find(({ id }) => id === hostPartyId)?.territory.zone;
    if (!host || !zone) return notFound();
    const agreementId = await agreementIdOf(tx, partnershipId);
    if (!agreementId) return noAgreement();
    const lacking = await whyLacking(tx, partnershipId, 'COMMITTEE');
    if (lacking) return lacking;
    const day = civilDate(input.civilDate);
    const plan = { id: tx.newId(), partnershipId, kind, mode, startsAt: this.zones.instantOf(day, time, zone), host, ...words.value };
    const decided = schedule(plan, turn, committee.rules);
    if (decided.refused) return decided;
    await addMeeting(tx, decided.value.state, { agreementId, civilDate: day, time, zone });
    tx.tell(...decided.value.facts);
    return accepted(plan.id);
  }
}

/** The texts of the input as they are kept. */
function wordsOf(input: ScheduleMeetingInput): Answer<{ place: string; turnBreakReason: string | null }> {
  if (!isWallTime(input.time)) return noSuchTime(input.time.slice(0, 40).toWellFormed());
  const place = worded(input.place, longest.place);
  if (place.refused) return place;
  if (place.value === '') return meetingPlaceBlank();
  const reason = worded(input.turnReason, longest.reason);
  if (reason.refused) return reason;
  return accepted({ place: place.value, turnBreakReason: reason.value === '' ? null : reason.value });
}
