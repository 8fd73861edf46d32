import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { MailRhythm } from '../domain/mail-rhythm.js';
import { MailRhythmEnum } from '../views/mail-rhythm.type.js';

@InputType()
export class ChooseMailRhythmInput {
  @Field(() => MailRhythmEnum) rhythm: MailRhythm;
}

@ObjectType()
export class MailRhythmChosen {
  @Field(() => MailRhythmEnum) rhythm: MailRhythm;
}

export const ChooseMailRhythmAnswer = answerUnion('ChooseMailRhythmAnswer', () => MailRhythmChosen);
allow('Mutation.chooseMailRhythm', 'SIGNED_IN');

/** How often one's own reminders come (F15). Convocations, requests to sign and codes leave at once whatever is chosen. */
@Resolver()
export class ChooseMailRhythm {
  constructor(private readonly work: Work) {}

  @Mutation(() => ChooseMailRhythmAnswer)
  async chooseMailRhythm(@Args('input') input: ChooseMailRhythmInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (rhythm) => Object.assign(new MailRhythmChosen(), { rhythm }));
  }

  run(ctx: Ctx, { rhythm }: ChooseMailRhythmInput): Promise<Answer<MailRhythm>> {
    const personId = ctx.actor?.personId;
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      if (!personId) return refused('SIGN_IN_REQUIRED');
      await tx.query('update person set mail_rhythm = $2 where id = $1', [personId, rhythm]);
      tx.tell({ kind: 'MailRhythmChosen', partnershipId: null, subject: { kind: 'person', id: personId }, data: { rhythm } });
      return accepted(rhythm);
    });
  }
}
