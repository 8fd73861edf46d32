import { InstantScalar, perRequest, type GraphqlRequest } from '#platform';
import { EnteredActType } from '#programme';
import DataLoader from 'dataloader';
import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';

@ObjectType('EnteredTold', { description: 'Le courriel qui l’annonce à la personne.' })
export class EnteredToldType {
  @Field(() => String, { description: 'SENT, PLANNED, FAILED, ou NONE quand elle n’a pas d’adresse.' }) state: string;
  @Field(() => InstantScalar, { nullable: true }) at: Date | null;
}

interface ToldLine {
  readonly id: string;
  readonly state: string;
  readonly at: Date | null;
}

const shown: Readonly<Record<string, string>> = { SENT: 'SENT', PLANNED: 'PLANNED', SENDING: 'PLANNED', FAILED: 'FAILED' };

/** The letters of many entered acts in one statement, from the ledger. */
const lettersOf = perRequest(
  (request) =>
    new DataLoader<string, ToldLine | null>(async (ids) => {
      const tx = await request.read();
      const lines = await tx.query<ToldLine>(`select object_id as id, state, sent_at as at from reminder where rule = 'ENTERED_FOR' and object_kind = 'enteredAct' and object_id = any ($1::uuid[])`, [[...ids]]);
      return ids.map((id) => lines.find((line) => line.id === id) ?? null);
    }),
);

/** Adds to an entered act what became of the letter that tells it. */
@Resolver(() => EnteredActType)
export class EnteredToldView {
  @ResolveField('told', () => EnteredToldType)
  async told(@Parent() { id }: EnteredActType, @Context() request: GraphqlRequest): Promise<EnteredToldType> {
    const line = await lettersOf(request).load(id);
    return { state: shown[line?.state ?? ''] ?? 'NONE', at: line?.at ?? null };
  }
}
