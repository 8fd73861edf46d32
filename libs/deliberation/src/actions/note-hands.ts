import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { amend } from '../domain/decision.js';
import { coordinates, noteHands, type HandsException, type NotedRound } from '../domain/hands.js';
import { handsEmpty, notFound } from '../domain/refusals.js';
import { callRoll, type Roll } from '../domain/roll.js';
import { longest, worded } from '../domain/wording.js';
import { keepDecision, lockDecision } from '../store/ballot.store.js';
import { addHands, decisionsNotedIn } from '../store/hands.store.js';
import { attendanceOf, lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { committeeAt } from '../views/committee.reader.js';
import { HandsExceptionChoiceEnum } from '../views/deliberation.enums.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class HandsExceptionInput {
  @Field(() => ID) seatId: string;
  @Field(() => HandsExceptionChoiceEnum) choice: keyof typeof HandsExceptionChoiceEnum;
  @Field(() => String, { nullable: true, description: 'Obligatoire pour un vote contre.' }) reason?: string | null;
}

@InputType()
export class HandsRoundInput {
  @Field(() => ID) decisionId: string;
  @Field(() => [HandsExceptionInput], { description: 'Sauf… Vide : tous les votants présents sont pour.' }) exceptions: readonly HandsExceptionInput[];
}

@InputType()
export class NoteHandsInput {
  @Field(() => ID) meetingId: string;
  @Field(() => [HandsRoundInput]) rounds: readonly HandsRoundInput[];
}

export const NoteHandsAnswer = answerUnion('NoteHandsAnswer', () => MeetingType);
allow('Mutation.noteHands', ['COORDINATOR']);

/** More than any agenda holds: a longer list is no agenda. */
const mostRounds = 60;

/** Notes « unanimité constatée, sauf … » for decisions put to a table: every voter present for, but those named. Nothing is decided before another coordination confirms. */
@Resolver()
export class NoteHands {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly decidables: Decidables,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => NoteHandsAnswer)
  async noteHands(@Args('input') input: NoteHandsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: NoteHandsInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.note(tx, input));
  }

  private async note(tx: Tx, input: NoteHandsInput): Promise<Answer<string>> {
    const row = await lockMeeting(tx, input.meetingId);
    if (!row) return notFound();
    const { at, parties, seats, rules } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const by = coordinates(seats, tx.ctx.actor?.personId ?? null, at);
    if (by.refused) return by;
    if (input.rounds.length > mostRounds) return handsEmpty();
    const roll = callRoll({ at, parties, seats, attendance: await attendanceOf(tx, row.id) }, rules);
    const rounds: NotedRound[] = [];
    for (const round of input.rounds) {
      const noted = await this.round(tx, row, { round, roll });
      if (noted.refused) return noted;
      rounds.push(noted.value);
    }
    const awaiting = await decisionsNotedIn(tx, row.id);
    const decided = noteHands(meetingOf(row, this.zones), { id: tx.newId(), by: by.value, rounds, awaiting, at });
    if (decided.refused) return decided;
    await addHands(tx, decided.value.state);
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }

  /** One decision, its text frozen as a vote on phones would freeze it: what is confirmed is what was noted. */
  private async round(tx: Tx, row: MeetingRow, { round, roll }: { round: HandsRoundInput; roll: Roll }): Promise<Answer<NotedRound>> {
    const locked = await lockDecision(tx, round.decisionId);
    if (!locked || locked.meeting.id !== row.id) return notFound();
    const exceptions: HandsException[] = [];
    for (const { seatId, choice, reason } of round.exceptions) {
      const words = worded(reason, longest.reason);
      if (words.refused) return words;
      exceptions.push({ seatId, choice, words: words.value });
    }
    const text = await this.decidables.frozenText(tx, locked, null);
    if (text.refused) return text;
    const amended = amend(locked.decision, { ...text.value, at: tx.now() }, meetingOf(row, this.zones));
    if (amended.refused) return amended;
    if (amended.value.facts.length > 0) await keepDecision(tx, amended.value.state, null);
    tx.tell(...amended.value.facts);
    return accepted({ decision: amended.value.state, ballotId: tx.newId(), roll, exceptions });
  }
}
