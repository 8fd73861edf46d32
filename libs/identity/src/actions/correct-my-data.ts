import { accepted, isLanguage, parsePersonName, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';

@InputType()
export class CorrectMyDataInput {
  @Field(() => String) displayName: string;
  @Field(() => String, { description: 'Langue des pages et des courriels : fr, ar, zgh ou en.' }) language: string;
}

@ObjectType()
export class MyDataCorrected {
  @Field(() => String) displayName: string;
}

export const CorrectMyDataAnswer = answerUnion('CorrectMyDataAnswer', () => MyDataCorrected);
allow('Mutation.correctMyData', 'SIGNED_IN');

/** One's own name and language (RGPD, art. 16). What was signed keeps the office it was signed in. */
@Resolver()
export class CorrectMyData {
  constructor(private readonly work: Work) {}

  @Mutation(() => CorrectMyDataAnswer)
  async correctMyData(@Args('input') input: CorrectMyDataInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (displayName) => Object.assign(new MyDataCorrected(), { displayName }));
  }

  run(ctx: Ctx, input: CorrectMyDataInput): Promise<Answer<string>> {
    const personId = ctx.actor?.personId;
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      if (!personId) return refused('SIGN_IN_REQUIRED');
      const name = parsePersonName(input.displayName);
      if (name.refused) return name;
      if (!isLanguage(input.language)) return refused('LANGUAGE_UNKNOWN', { language: input.language });
      await tx.query('update person set display_name = $2, language = $3 where id = $1', [personId, name.value, input.language]);
      tx.tell({ kind: 'PersonCorrected', partnershipId: null, subject: { kind: 'person', id: personId }, data: {} });
      return accepted(name.value);
    });
  }
}
