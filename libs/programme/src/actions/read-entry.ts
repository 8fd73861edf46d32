import { keepReading } from '#deliberation';
import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '../domain/refusals.js';
import { enteredById } from '../store/entered.store.js';
import { enteredOf } from '../views/entered.reader.js';
import { EnteredActType } from '../views/entered.types.js';

@InputType()
export class ReadEntryInput {
  @Field(() => ID) entryId: string;
}

export const ReadEntryAnswer = answerUnion('ReadEntryAnswer', () => EnteredActType);
allow('Mutation.readEntry', ['TECHNICIAN', 'COORDINATOR']);

/** The person has opened what was entered for her. An access, not an act: nothing is journaled, and nobody else's opening counts. */
@Resolver()
export class ReadEntry {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => ReadEntryAnswer)
  async readEntry(@Args('input') input: ReadEntryInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => enteredOf(await request.read(), id, this.zones));
  }

  run(ctx: Ctx, { entryId }: ReadEntryInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const entered = await enteredById(tx, entryId);
      if (!entered) return notFound();
      const { partnershipId, personId } = entered;
      if (personId === ctx.actor?.personId) await keepReading(tx, { partnershipId, subjectKind: 'enteredAct', subjectId: entryId, personId });
      return accepted(entryId);
    });
  }
}
