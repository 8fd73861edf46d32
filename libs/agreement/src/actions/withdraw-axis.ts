import { accepted, refused, type Answer } from '#kernel';
import { partiesOf, PartyType } from '#parties';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { withdrawAxis } from '../domain/axis-life.js';
import { keepAxis, lockAxis, newAxisSource } from '../store/axis.store.js';
import { deskOf } from '../store/rule-book.store.js';
import { agreementView } from '../views/agreement.reader.js';
import { AgreementType } from '../views/agreement.types.js';

@InputType()
export class WithdrawAxisInput {
  @Field(() => ID) axisId: string;
}

export const WithdrawAxisAnswer = answerUnion('WithdrawAxisAnswer', () => AgreementType);
allow('Mutation.withdrawAxis', ['COORDINATOR']);

/** A proposal that nobody wants any more, before the committee decided on it. Its number is free again. */
@Resolver()
export class WithdrawAxis {
  constructor(private readonly work: Work) {}

  @Mutation(() => WithdrawAxisAnswer)
  async withdrawAxis(@Args('input') input: WithdrawAxisInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (partnershipId) => {
      const tx = await request.read();
      const parties: readonly PartyType[] = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
      return Object.assign(new AgreementType(), await agreementView(tx, partnershipId, parties));
    });
  }

  /** Answers the partnership's id. */
  run(ctx: Ctx, { axisId }: WithdrawAxisInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const held = await lockAxis(tx, axisId);
      if (!held) return refused('NOT_FOUND');
      const { partnershipId } = held.axis;
      const decided = withdrawAxis(held.axis, { desk: deskOf(ctx, partnershipId), source: await newAxisSource(tx, partnershipId), at: tx.now() });
      if (decided.refused) return decided;
      await keepAxis(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(partnershipId);
    });
  }
}
