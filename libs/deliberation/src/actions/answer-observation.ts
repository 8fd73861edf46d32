import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { answerObservation } from '../domain/observations.js';
import { notFound } from '../domain/refusals.js';
import { keepAnswer, observationById } from '../store/minutes-observation.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class AnswerObservationInput {
  @Field(() => ID) observationId: string;
  @Field(() => Boolean, { description: 'Suivie ; sinon, dire pourquoi.' }) takenUp: boolean;
  @Field(() => String, { nullable: true }) text?: string | null;
}

export const AnswerObservationAnswer = answerUnion('AnswerObservationAnswer', () => MinutesType);
allow('Mutation.answerObservation', ['COORDINATOR', 'CO_PRESIDENT', 'SESSION_SECRETARY']);

/** Whoever writes the PV says what became of an observation; nothing of it enters the PV by itself. */
@Resolver()
export class AnswerObservation {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => AnswerObservationAnswer)
  async answerObservation(@Args('input') input: AnswerObservationInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: AnswerObservationInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.answer(tx, input));
  }

  private async answer(tx: Tx, { observationId, takenUp, text }: AnswerObservationInput): Promise<Answer<string>> {
    const seen = await observationById(tx, observationId);
    if (!seen) return notFound();
    const taken = await this.desk.takeAsKeeper(tx, seen.minutesId);
    if (taken.refused) return taken;
    const { row, minutes } = taken.value.loaded;
    const decided = answerObservation(minutes, seen, { takenUp, text: text ?? '', personId: taken.value.personId ?? '', at: tx.now() });
    if (decided.refused) return decided;
    await keepAnswer(tx, { partnershipId: row.partnershipId, id: seen.id }, decided.value.answer);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
