import { accepted, refused, type Answer } from '#kernel';
import { partiesOf } from '#parties';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { proposeAxis } from '../domain/axis-life.js';
import { whyLacking } from '../store/bond.store.js';
import { addAxis, newAxisSource, strategicAxes } from '../store/axis.store.js';
import { deskOf, lockBook } from '../store/rule-book.store.js';
import { axisView } from '../views/agreement.reader.js';
import { AxisType } from '../views/agreement.types.js';

@InputType()
export class ProposeAxisInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'En français.' }) title: string;
  @Field(() => String, { description: 'En arabe.' }) titleAr: string;
  @Field(() => String, { description: 'Le texte de l’axe, tel que le comité en décidera.' }) text: string;
}

export const ProposeAxisAnswer = answerUnion('ProposeAxisAnswer', () => AxisType);
allow('Mutation.proposeAxis', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as ProposeAxisInput | undefined)?.partnershipId });

/** A coordinator proposes a further axis to the committee. It exists from now on, and serves nothing before the minutes of its decision are executory (4-19, AT-13). */
@Resolver()
export class ProposeAxis {
  constructor(private readonly work: Work) {}

  @Mutation(() => ProposeAxisAnswer)
  async proposeAxis(@Args('input') input: ProposeAxisInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => {
      const tx = await request.read();
      return axisView(tx, { partnershipId: input.partnershipId, id }, (await partiesOf(tx, [input.partnershipId])).get(input.partnershipId) ?? []);
    });
  }

  /** Answers the axis's id: the subject of an item of the agenda, of kind `axis`. */
  run(ctx: Ctx, input: ProposeAxisInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const book = await lockBook(tx, input.partnershipId);
      if (!book) return refused('NOT_FOUND');
      const lacking = await whyLacking(tx, book.partnershipId, 'COMMITTEE');
      if (lacking) return lacking;
      const { partnershipId, agreementId } = book;
      const world = { axes: await strategicAxes(tx, book), desk: deskOf(ctx, partnershipId), source: await newAxisSource(tx, partnershipId) };
      const { title, titleAr, text } = input;
      const decided = proposeAxis({ id: tx.newId(), partnershipId, agreementId, title, titleAr, text, at: tx.now() }, world);
      if (decided.refused) return decided;
      await addAxis(tx, decided.value.state);
      tx.tell(...decided.value.facts);
      return accepted(decided.value.state.id);
    });
  }
}
