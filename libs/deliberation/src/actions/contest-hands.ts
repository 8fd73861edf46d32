import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { contestHands } from '../domain/hands.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { lockBallot } from '../store/ballot.store.js';
import { addContest, contestsOfMeeting, lockHands } from '../store/hands.store.js';
import { touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { contestableUntil } from '../views/hands.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class ContestHandsInput {
  @Field(() => ID) handsId: string;
  @Field(() => ID, { description: 'Le vote dont la voix notée n’est pas la sienne.' }) ballotId: string;
  @Field(() => String) reason: string;
}

export const ContestHandsAnswer = answerUnion('ContestHandsAnswer', () => MeetingType);
allow('Mutation.contestHands', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN']);

/** A member says that the vote noted for her by show of hands is not hers: both coordinations are told, the closed ballot stays. */
@Resolver()
export class ContestHands {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => ContestHandsAnswer)
  async contestHands(@Args('input') input: ContestHandsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ContestHandsInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.contest(tx, input));
  }

  private async contest(tx: Tx, { handsId, ballotId, reason }: ContestHandsInput): Promise<Answer<string>> {
    const words = worded(reason, longest.reason);
    if (words.refused) return words;
    const locked = await lockHands(tx, handsId);
    if (!locked) return notFound();
    const { row, hands } = locked;
    const noted = await lockBallot(tx, ballotId);
    const ballot = noted?.meeting.id === row.id ? noted.ballot : null;
    const personId = tx.ctx.actor?.personId ?? null;
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const until = contestableUntil({ hands, ballot, personId }, { parties: committee.shownParties, zones: this.zones });
    const before = await contestsOfMeeting(tx, row.id);
    const decided = contestHands(hands, { ballot, personId, reason: words.value, before, at: committee.at, until: until.until, today: until.today(committee.at) });
    if (decided.refused) return decided;
    await addContest(tx, row.partnershipId, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}
