import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { confirmHands, coordinates, playRound, type HandsRound } from '../domain/hands.js';
import { handsOutdated, notFound } from '../domain/refusals.js';
import { callRoll, voterOf } from '../domain/roll.js';
import { addBallot, keepClosedBallot, keepDecision, keepVote, lockDecision } from '../store/ballot.store.js';
import { keepHands, lockHands } from '../store/hands.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { attendanceOf, meetingOf, openBallotsIn, touchMeeting } from '../store/meeting.store.js';
import { committeeAt, type Committee } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class ConfirmHandsInput {
  @Field(() => ID) handsId: string;
}

export const ConfirmHandsAnswer = answerUnion('ConfirmHandsAnswer', () => MeetingType);
allow('Mutation.confirmHands', ['COORDINATOR']);

/** The other coordination confirms what was noted: each round becomes a ballot, opened, voted and closed by the rules of every vote, all of them or none. */
@Resolver()
export class ConfirmHands {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly decidables: Decidables,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => ConfirmHandsAnswer)
  async confirmHands(@Args('input') input: ConfirmHandsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: ConfirmHandsInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.confirm(tx, input.handsId));
  }

  private async confirm(tx: Tx, handsId: string): Promise<Answer<string>> {
    const locked = await lockHands(tx, handsId);
    if (!locked) return notFound();
    const { row, hands } = locked;
    const committee = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const by = coordinates(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (by.refused) return by;
    const decided = confirmHands(hands, { by: by.value, at: committee.at });
    if (decided.refused) return decided;
    await keepHands(tx, decided.value.state);
    tx.tell(...decided.value.facts);
    for (const round of hands.rounds) {
      const played = await this.play(tx, round, { row, committee });
      if (played.refused) return played;
    }
    await touchMeeting(tx, row);
    return accepted(row.id);
  }

  private async play(tx: Tx, round: HandsRound, { row, committee }: { row: MeetingRow; committee: Committee }): Promise<Answer<true>> {
    const locked = await lockDecision(tx, round.decisionId);
    if (!locked) return notFound();
    const frozen = await this.decidables.frozenText(tx, locked, null);
    if (frozen.refused) return frozen;
    if (frozen.value.textHash !== round.textHash) return handsOutdated();
    const { at, parties, seats, rules } = committee;
    const roll = callRoll({ at, parties, seats, attendance: await attendanceOf(tx, row.id) }, rules);
    const world = { meeting: meetingOf(row, this.zones), roll, rules, openBallots: await openBallotsIn(tx, row.id) };
    const played = playRound(round, locked.decision, { world, at });
    if (played.refused) return played;
    const { decision, ballot } = played.value.state;
    await addBallot(tx, ballot, decision.text);
    for (const vote of ballot.votes) {
      const elector = ballot.roll.electors.find(({ seatId }) => seatId === vote.seatId);
      if (elector) await keepVote(tx, ballot, { vote, personId: voterOf(elector).personId });
    }
    await keepClosedBallot(tx, ballot);
    const adopted = decision.state === 'ADOPTED';
    await keepDecision(tx, decision, adopted ? at : null);
    tx.tell(...played.value.facts);
    if (adopted) await this.decidables.tellAdopted(tx, locked.row, at);
    return accepted(true);
  }
}
