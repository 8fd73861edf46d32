import type { Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { originalsOf } from '../domain/life-acts.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class RecordOriginalCopiesInput {
  @Field(() => ID) agreementId: string;
  @Field(() => [String], { description: 'Un détenteur par original, dans l’ordre.' }) holders: string[];
  @Field(() => String, { nullable: true, description: 'Pourquoi une valeur déjà connue est corrigée.' }) motive?: string | null;
}

export const RecordOriginalCopiesAnswer = answerUnion('RecordOriginalCopiesAnswer', () => AgreementLifeType);
allow('Mutation.recordOriginalCopies', ['COORDINATOR']);

/** Who holds each of the originals (4-08: « en quatre exemplaires »). */
@Resolver()
export class RecordOriginalCopies {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => RecordOriginalCopiesAnswer)
  async recordOriginalCopies(@Args('input') input: RecordOriginalCopiesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: RecordOriginalCopiesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, null);
      if (opened.refused) return opened;
      const draft = originalsOf(input);
      return draft.refused ? draft : this.desk.write(tx, opened.value, draft.value);
    });
  }
}
