import { accepted, refused, type Answer, type Language } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { readAsSpeaker, type Wordings } from '../domain/languages.js';
import { notAllowed } from '../domain/refusals.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class ReadAsSpeakerInput {
  @Field(() => ID) minutesId: string;
  @Field(() => String, { description: 'ar ou zgh.' }) language: string;
  @Field(() => Int, { description: 'Minutes.proseVersion tel que lu : une relecture vaut pour ces mots-là.' }) expectedVersion: number;
}

export const ReadAsSpeakerAnswer = answerUnion('ReadAsSpeakerAnswer', () => MinutesType);
allow('Mutation.readAsSpeaker', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY']);

/** A member who speaks the language says that she has read its words, which somebody else wrote. Changes nothing that is hashed or signed. */
@Resolver()
export class ReadAsSpeaker {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => ReadAsSpeakerAnswer)
  async readAsSpeaker(@Args('input') input: ReadAsSpeakerInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ReadAsSpeakerInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.read(tx, input));
  }

  private async read(tx: Tx, { minutesId, language, expectedVersion }: ReadAsSpeakerInput): Promise<Answer<string>> {
    const taken = await this.desk.take(tx, minutesId);
    if (taken.refused) return taken;
    const { loaded: { row, minutes }, committee, personId } = taken.value;
    if (row.proseVersion !== expectedVersion) return refused('VERSION_CHANGED');
    const seat = committee.seats.find((held) => held.personId === personId);
    if (!seat) return notAllowed();
    const decided = readAsSpeaker(minutes, (row.wording ?? {}) as Wordings, { language: language as Language, seat, at: tx.now() });
    if (decided.refused) return decided;
    await this.store.keepWording(tx, row, decided.value.wordings);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
