import { refused, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { withdrawNotice } from '../domain/notice.js';
import { entriesOf } from '../domain/register.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class WithdrawTerminationNoticeInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) noticeId: string;
  @Field(() => CivilDateScalar) withdrawnOn: CivilDate;
  @Field(() => String) motive: string;
}

export const WithdrawTerminationNoticeAnswer = answerUnion('WithdrawTerminationNoticeAnswer', () => AgreementLifeType);
allow('Mutation.withdrawTerminationNotice', ['COORDINATOR']);

/** The party that gave notice takes it back before its end, and says why. */
@Resolver()
export class WithdrawTerminationNotice {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => WithdrawTerminationNoticeAnswer)
  async withdrawTerminationNotice(@Args('input') input: WithdrawTerminationNoticeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: WithdrawTerminationNoticeInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, null);
      if (opened.refused) return opened;
      const { facts, days } = opened.value;
      const known = entriesOf(facts.entries, 'NOTICE').find(({ id }) => id === input.noticeId);
      if (!known) return refused('NOT_FOUND');
      const own = await this.desk.open(tx, input.agreementId, known.partyId);
      if (own.refused) return own;
      const draft = withdrawNotice(known, input, { ...facts, today: days.latest });
      return draft.refused ? draft : this.desk.write(tx, own.value, { ...draft.value, over: known });
    });
  }
}
