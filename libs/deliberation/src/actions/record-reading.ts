import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, InstantScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { convocationRead } from '../store/convening.store.js';
import { keepReading, meetingsById, partnershipOfReadable } from '../store/meeting.store.js';

@InputType()
export class RecordReadingInput {
  @Field(() => String, { description: 'meeting, decision ou minutes.' }) subjectKind: string;
  @Field(() => ID) subjectId: string;
}

@ObjectType()
export class ReadingRecorded {
  @Field(() => InstantScalar, { description: 'La première lecture ; les suivantes n’y changent rien.' }) firstReadAt: Date;
}

export const RecordReadingAnswer = answerUnion('RecordReadingAnswer', () => ReadingRecorded);
allow('Mutation.recordReading', 'SIGNED_IN');

/** « This person has opened that page »: the receipt of a convocation and of minutes. An access, not an act: nothing is journaled. */
@Resolver()
export class RecordReading {
  constructor(private readonly work: Work) {}

  @Mutation(() => RecordReadingAnswer)
  async recordReading(@Args('input') input: RecordReadingInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (firstReadAt) => Object.assign(new ReadingRecorded(), { firstReadAt }));
  }

  run(ctx: Ctx, input: RecordReadingInput): Promise<Answer<Date>> {
    return this.work.run(ctx, async (tx: Tx) => {
      const { subjectKind, subjectId } = input;
      const personId = tx.ctx.actor?.personId;
      const partnershipId = await partnershipOfReadable(tx, subjectKind, subjectId);
      if (!personId || !partnershipId) return notFound();
      const [meeting] = subjectKind === 'meeting' ? await meetingsById(tx, [subjectId]) : [];
      // A convocation moved to another day is another thing to have read.
      return accepted(await keepReading(tx, { partnershipId, subjectKind: meeting ? convocationRead(meeting.sequence) : subjectKind, subjectId, personId }));
    });
  }
}
