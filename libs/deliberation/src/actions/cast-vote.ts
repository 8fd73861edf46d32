import { accepted, Zones, type Answer } from '#kernel';
import { heldSeats, holdOffices } from '#parties';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { castVote } from '../domain/ballot.js';
import type { Choice } from '../domain/decision-engine.js';
import { notFound } from '../domain/refusals.js';
import { longest, worded } from '../domain/wording.js';
import { keepVote, lockBallot } from '../store/ballot.store.js';
import { touchMeeting } from '../store/meeting.store.js';
import { BallotType } from '../views/decision.types.js';
import { VoteChoiceEnum } from '../views/deliberation.enums.js';
import { voiceOf } from '../views/meeting-may.js';
import { MeetingReader } from '../views/meeting.reader.js';

@InputType()
export class CastVoteInput {
  @Field(() => ID) ballotId: string;
  @Field(() => VoteChoiceEnum) choice: Choice;
  @Field(() => String, { nullable: true, description: 'Obligatoire pour un vote contre.' }) reason?: string | null;
  @Field(() => String, { description: 'Empreinte du texte que le votant a sous les yeux.' }) textHash: string;
  @Field(() => ID, { nullable: true, description: 'Pour qui occupe plusieurs sièges, ou porte le pouvoir d’un absent : le siège dont c’est la voix.' }) seatId?: string | null;
}

export const CastVoteAnswer = answerUnion('CastVoteAnswer', () => BallotType);
allow('Mutation.castVote', ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN']);

interface Cast {
  readonly meetingId: string;
  readonly ballotId: string;
}

/** Gives, or changes, the voice of one's own seat until the ballot closes. The same voice twice is one voice. */
@Resolver()
export class CastVote {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => CastVoteAnswer)
  async castVote(@Args('input') input: CastVoteInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (at) => this.reader.ballot(await request.read(), at));
  }

  run(ctx: Ctx, input: CastVoteInput): Promise<Answer<Cast>> {
    return this.work.run(ctx, (tx) => this.cast(tx, input));
  }

  private async cast(tx: Tx, { ballotId, choice, reason, textHash, seatId }: CastVoteInput): Promise<Answer<Cast>> {
    const words = worded(reason, longest.reason);
    if (words.refused) return words;
    const locked = await lockBallot(tx, ballotId);
    if (!locked) return notFound();
    const { meeting, ballot } = locked;
    await holdOffices(tx);
    // The closing and the mandate are judged by the clock read here, under the lock (trust.md F, K).
    const at = tx.now();
    const personId = tx.ctx.actor?.personId ?? null;
    const held = personId ? await heldSeats(tx, personId, { instant: at, zones: this.zones }) : [];
    const voice = voiceOf(ballot, { personId, heldSeatIds: held.map((seat) => seat.seatId), seatId: seatId ?? null });
    if (voice.refused) return voice;
    const decided = castVote(ballot, { ...voice.value, choice, words: words.value, textHash, at });
    if (decided.refused) return decided;
    const vote = decided.value.state.votes.find((said) => said.seatId === voice.value.seatId);
    if (vote && decided.value.facts.length > 0) {
      await keepVote(tx, ballot, { vote, personId: voice.value.personId });
      await touchMeeting(tx, meeting);
      tx.tell(...decided.value.facts);
    }
    return accepted({ meetingId: meeting.id, ballotId: ballot.id });
  }
}
