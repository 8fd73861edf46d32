import { accepted, Zones, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { keepSafety, type SafetySheet, type TravelAdvice } from '../domain/safety-sheet.js';
import { safetySource } from '../domain/safety-source.js';
import { longest, worded } from '../domain/wording.js';
import { keepSafetyRow, safetyOf } from '../store/convening.store.js';
import { lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt, partyOf } from '../views/committee.reader.js';
import { TravelAdviceEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class KeepSafetySheetInput {
  @Field(() => ID) meetingId: string;
  @Field(() => Int, { description: 'La version lue ; 0 quand il n’y en avait pas.' }) expectedVersion: number;
  @Field(() => String, { description: 'Qui appeler chez l’hôte, et comment.' }) hostContact: string;
  @Field(() => String, { nullable: true, description: 'Numéros d’urgence.' }) emergency?: string | null;
  @Field(() => String, { nullable: true }) insurance?: string | null;
  @Field(() => TravelAdviceEnum, { nullable: true }) advice?: TravelAdvice | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le jour où ce niveau a été lu.' }) adviceOn?: CivilDate | null;
  @Field(() => String, { nullable: true }) notes?: string | null;
}

export const KeepSafetySheetAnswer = answerUnion('KeepSafetySheetAnswer', () => MeetingType);
allow('Mutation.keepSafetySheet', ['CO_PRESIDENT', 'COORDINATOR']);

/** Writes the safety sheet of a meeting (Art. 6, 4-50): the host's coordination or presidency, until the meeting is over. */
@Resolver()
export class KeepSafetySheet {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => KeepSafetySheetAnswer)
  async keepSafetySheet(@Args('input') input: KeepSafetySheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: KeepSafetySheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.keep(tx, input));
  }

  private async keep(tx: Tx, input: KeepSafetySheetInput): Promise<Answer<string>> {
    const sheet = sheetOf(input);
    if (sheet.refused) return sheet;
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const { seats, parties, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const who = { seats, personId: tx.ctx.actor?.personId ?? null, hostName: partyOf(parties, row.hostPartyId).shortName, at };
    const kept = await safetyOf(tx, row.id);
    const decided = keepSafety(meetingOf(row, this.zones), { kept, source: safetySource }, { sheet: sheet.value, expectedVersion: input.expectedVersion, ...who });
    if (decided.refused) return decided;
    await keepSafetyRow(tx, row, { personId: decided.value.by.personId, sheet: decided.value.state });
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}

/** The texts of the input as they are kept. */
function sheetOf({ hostContact, emergency, insurance, notes, advice, adviceOn }: KeepSafetySheetInput): Answer<Omit<SafetySheet, 'version'>> {
  const words = { hostContact, emergency, insurance, notes };
  const kept = { hostContact: '', emergency: '', insurance: '', notes: '' };
  for (const name of ['hostContact', 'emergency', 'insurance', 'notes'] as const) {
    const text = worded(words[name], longest.reason);
    if (text.refused) return text;
    kept[name] = text.value;
  }
  return accepted({ ...kept, advice: advice ?? null, adviceOn: adviceOn ?? null });
}
