import { accepted, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { cutArticles } from '../domain/articles.js';
import { changeOfRules } from '../domain/rule-life.js';
import { writeText } from '../domain/set-up.js';
import { RestingOnAgreement } from '../store/resting.js';
import { articlesOf, deskOf, lockBook } from '../store/rule-book.store.js';
import { keepFound, keepTextEdition, quotingArticles, replaceArticles } from '../store/set-up.store.js';
import { setUpView } from '../views/set-up.reader.js';
import { SetUpType } from '../views/set-up.types.js';

@InputType()
export class WriteArticlesInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'Le texte entier, dans la langue qui fait foi : il est coupé à ses titres, « Article 1 – … ».' }) text: string;
  @Field(() => Int, { description: 'L’édition du texte qui a été lue.' }) textEdition: number;
}

export const WriteArticlesAnswer = answerUnion('WriteArticlesAnswer', () => SetUpType);
allow('Mutation.writeArticles', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as WriteArticlesInput | undefined)?.partnershipId, source: changeOfRules });

/** Before « mise en service », a coordinator of either side writes the agreement's text, pasted in one go and cut into its articles. */
@Resolver()
export class WriteArticles {
  constructor(
    private readonly work: Work,
    private readonly resting: RestingOnAgreement,
  ) {}

  @Mutation(() => WriteArticlesAnswer)
  async writeArticles(@Args('input') input: WriteArticlesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async () => {
      const tx = await request.read();
      return setUpView(tx, input.partnershipId, await this.resting.on(tx, input.partnershipId));
    });
  }

  /** Refused: what `cutArticles` and `writeText` answer. */
  run(ctx: Ctx, { partnershipId, text, textEdition: expected }: WriteArticlesInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const book = await lockBook(tx, partnershipId);
      if (!book) return refused('NOT_FOUND');
      const articles = cutArticles(text);
      if (articles.refused) return articles;
      const world = { desk: deskOf(ctx, partnershipId), resting: [] };
      const decided = writeText(book, { before: await articlesOf(tx, book), articles: articles.value, quoting: await quotingArticles(tx, book), expected }, world);
      if (decided.refused) return decided;
      const { state, facts } = decided.value;
      if (facts.length > 0) {
        await replaceArticles(tx, book, articles.value);
        await keepFound(tx, partnershipId);
        await keepTextEdition(tx, state);
        tx.tell(...facts);
      }
      return accepted(book.agreementId);
    });
  }
}
