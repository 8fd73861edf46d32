import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { closeBallot } from '../domain/ballot.js';
import { notFound } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { keepClosedBallot, keepDecision, lockBallot } from '../store/ballot.store.js';
import { touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { DecisionType } from '../views/decision.types.js';
import { MeetingReader } from '../views/meeting.reader.js';

@InputType()
export class CloseBallotInput {
  @Field(() => ID) ballotId: string;
}

export const CloseBallotAnswer = answerUnion('CloseBallotAnswer', () => DecisionType);
allow('Mutation.closeBallot', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

interface Closed {
  readonly meetingId: string;
  readonly decisionId: string;
  readonly adopted: boolean;
}

/** Closes the round and says what it decided, by the rules and the roll it opened with; an adopted subject is told in this transaction. */
@Resolver()
export class CloseBallot {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly decidables: Decidables,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => CloseBallotAnswer)
  async closeBallot(@Args('input') input: CloseBallotInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (at) => this.reader.decision(await request.read(), at));
  }

  run(ctx: Ctx, input: CloseBallotInput): Promise<Answer<Closed>> {
    return this.work.run(ctx, (tx) => this.close(tx, input.ballotId));
  }

  private async close(tx: Tx, ballotId: string): Promise<Answer<Closed>> {
    const locked = await lockBallot(tx, ballotId);
    if (!locked) return notFound();
    const { meeting, row, decision, ballot } = locked;
    const { seats, at } = await committeeAt(tx, meeting.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const decided = closeBallot({ decision, ballot }, { at });
    if (decided.refused) return decided;
    const { state, facts } = decided.value;
    const adopted = state.decision.state === 'ADOPTED';
    await keepClosedBallot(tx, state.ballot);
    await keepDecision(tx, state.decision, adopted ? at : null);
    await touchMeeting(tx, meeting);
    tx.tell(...facts);
    if (adopted) await this.decidables.tellAdopted(tx, row, at);
    return accepted({ meetingId: meeting.id, decisionId: decision.id, adopted });
  }
}
