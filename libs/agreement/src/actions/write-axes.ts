import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { axesWritten, type AxisTyped } from '../domain/axis-list.js';
import { changeOfRules } from '../domain/rule-life.js';
import { writeAxes } from '../domain/set-up.js';
import { RestingOnAgreement } from '../store/resting.js';
import { whyLacking } from '../store/bond.store.js';
import { deskOf, lockBook } from '../store/rule-book.store.js';
import { axesAt, keepFound, keepTextEdition, replaceAxes } from '../store/set-up.store.js';
import { setUpView, wordsOfAxis } from '../views/set-up.reader.js';
import { AxisKindEnum, SetUpType } from '../views/set-up.types.js';

@InputType()
export class AxisWordsInput {
  @Field(() => AxisKindEnum) kind: AxisTyped['kind'];
  @Field(() => String, { description: 'En français.' }) title: string;
  @Field(() => String, { description: 'En arabe ; vide, le titre français en tient lieu.' }) titleAr: string;
  @Field(() => String) text: string;
  @Field(() => String, { description: 'Une opération par ligne (« 1.1 Titre »), ses pistes dessous (« 1.1.1 Titre » ou « - Titre »).' }) operations: string;
}

@InputType()
export class WriteAxesInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => [AxisWordsInput], { description: 'Tous les axes, dans l’ordre du texte ; une ligne vide n’est pas un axe.' }) axes: AxisWordsInput[];
  @Field(() => Int, { description: 'L’édition du texte qui a été lue.' }) textEdition: number;
}

export const WriteAxesAnswer = answerUnion('WriteAxesAnswer', () => SetUpType);
allow('Mutation.writeAxes', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as WriteAxesInput | undefined)?.partnershipId, source: changeOfRules });

/** Before « mise en service », a coordinator of either side writes the agreement's axes, while no fiche and no plan rests on them. */
@Resolver()
export class WriteAxes {
  constructor(
    private readonly work: Work,
    private readonly resting: RestingOnAgreement,
  ) {}

  @Mutation(() => WriteAxesAnswer)
  async writeAxes(@Args('input') input: WriteAxesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => {
      const tx = await request.read();
      return setUpView(tx, input.partnershipId, await this.resting.on(tx, input.partnershipId));
    });
  }

  /** Refused: what `axesWritten` and `writeAxes` answer; `AGREEMENT_LACKS` where there is no plan. */
  run(ctx: Ctx, { partnershipId, axes: typed, textEdition: expected }: WriteAxesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const book = await lockBook(tx, partnershipId);
      if (!book) return refused('NOT_FOUND');
      const lacking = await whyLacking(tx, partnershipId, 'PLAN');
      if (lacking) return lacking;
      const axes = axesWritten(typed);
      if (axes.refused) return axes;
      const standing = await axesAt(tx, book);
      const world = { desk: deskOf(ctx, partnershipId), resting: await this.resting.on(tx, partnershipId) };
      const decided = writeAxes(book, { before: standing.map(wordsOfAxis), axes: axes.value, expected }, world);
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      if (facts.length > 0) {
        await replaceAxes(tx, book, { before: standing, axes: axes.value });
        await keepFound(tx, partnershipId);
        await keepTextEdition(tx, state);
        tx.tell(...facts);
      }
      return accepted(book.agreementId);
    });
  }
}
