import { freshProofOf } from '#identity';
import { refused, type Answer, type CivilDate } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { giveNotice } from '../domain/notice.js';
import { entriesOf } from '../domain/register.js';
import { LifeDesk } from '../views/life.desk.js';
import { LifeReader } from '../views/life.reader.js';
import { AgreementLifeType } from '../views/life.types.js';

@InputType()
export class GiveTerminationNoticeInput {
  @Field(() => ID) agreementId: string;
  @Field(() => ID) partyId: string;
  @Field(() => ID, { nullable: true, description: 'Le préavis déjà enregistré, pour y noter sa réception.' }) noticeId?: string | null;
  @Field(() => CivilDateScalar) sentOn: CivilDate;
  @Field(() => CivilDateScalar, { nullable: true }) receivedOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi la partie met fin ; ou pourquoi une date est corrigée.' }) motive?: string | null;
}

export const GiveTerminationNoticeAnswer = answerUnion('GiveTerminationNoticeAnswer', () => AgreementLifeType);
allow('Mutation.giveTerminationNotice', ['COORDINATOR']);

/** A party’s notice (4-53): sent, then received. The end follows from the day it was received. A step-up is asked. */
@Resolver()
export class GiveTerminationNotice {
  constructor(
    private readonly work: Work,
    private readonly desk: LifeDesk,
    private readonly lives: LifeReader,
  ) {}

  @Mutation(() => GiveTerminationNoticeAnswer)
  async giveTerminationNotice(@Args('input') input: GiveTerminationNoticeInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => this.lives.one(await request.read(), input.agreementId));
  }

  /** Answers the entry's id. */
  run(ctx: Ctx, input: GiveTerminationNoticeInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const opened = await this.desk.open(tx, input.agreementId, input.partyId);
      if (opened.refused) return opened;
      const { facts, days } = opened.value;
      const known = entriesOf(facts.entries, 'NOTICE').find(({ id, partyId }) => id === input.noticeId && partyId === input.partyId) ?? null;
      if (input.noticeId && !known) return refused('NOT_FOUND');
      const draft = giveNotice(input, known, { ...facts, today: days.latest });
      if (draft.refused) return draft;
      const proof = await freshProofOf(tx, 'giveTerminationNotice', input.agreementId);
      return proof.refused ? proof : this.desk.write(tx, opened.value, { ...draft.value, over: known });
    });
  }
}
