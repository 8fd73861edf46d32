import { ConveningType } from '#deliberation';
import { InstantScalar, type GraphqlRequest } from '#platform';
import { Context, Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { convocationLetters } from '../store/record.store.js';

@ObjectType('ConvocationSent', { description: 'Le courriel d’une convocation : remis au serveur de la personne, ou refusé. Il n’est jamais suivi.' })
export class ConvocationSentType {
  @Field(() => ID, { description: 'Le siège du destinataire.' }) seatId: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Remis le ; nul tant qu’il n’est pas parti.' }) deliveredAt: Date | null;
  @Field(() => Boolean, { description: 'Refusé par le serveur de la personne.' }) failed: boolean;
}

/** Adds to a convocation what became of its letters: `convening { sent { … } }`, for those who are shown its members. */
@Resolver(() => ConveningType)
export class ConvocationSentView {
  @ResolveField('sent', () => [ConvocationSentType])
  async sent(@Parent() { meetingId, issuedAt, members }: ConveningType, @Context() request: GraphqlRequest): Promise<ConvocationSentType[]> {
    if (!members || !issuedAt) return [];
    const letters = await convocationLetters(await request.read(), meetingId, issuedAt);
    return members.flatMap(({ seat: { id: seatId, holder } }) => {
      const own = letters.filter(({ personId }) => personId === holder?.id);
      const deliveredAt = own.find(({ sentAt }) => sentAt)?.sentAt ?? null;
      return own.length === 0 ? [] : [{ seatId, deliveredAt, failed: deliveredAt === null && own.some(({ state }) => state === 'FAILED') }];
    });
  }
}
