import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Decidables } from '../decidables.js';
import { openBallot, type BallotWorld } from '../domain/ballot.js';
import { amend } from '../domain/decision.js';
import { handsAlreadyNoted, notFound } from '../domain/refusals.js';
import { callRoll } from '../domain/roll.js';
import { holdsSitting } from '../domain/stewards.js';
import { addBallot, keepDecision, lockDecision, type LockedDecision } from '../store/ballot.store.js';
import { decisionsNotedIn } from '../store/hands.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { attendanceOf, meetingOf, openBallotsIn, touchMeeting } from '../store/meeting.store.js';
import { committeeAt, type Committee } from '../views/committee.reader.js';
import { DecisionType } from '../views/decision.types.js';
import { MeetingReader } from '../views/meeting.reader.js';

@InputType()
export class OpenBallotInput {
  @Field(() => ID) decisionId: string;
  @Field(() => String, { nullable: true, description: 'Texte amendé, pour une décision sans document.' }) text?: string | null;
}

export const OpenBallotAnswer = answerUnion('OpenBallotAnswer', () => DecisionType);
allow('Mutation.openBallot', ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY']);

/** The round about to open: the world it opens in, the words it binds to. */
interface Round {
  readonly world: BallotWorld;
  readonly command: { readonly id: string; readonly text: string; readonly textHash: string; readonly at: Date };
}

interface Opened {
  readonly meetingId: string;
  readonly decisionId: string;
  readonly ballotId: string;
}

/** Opens a round of votes: text, roll and rules are frozen into it. Another round may follow while the meeting is open (decisions.md). */
@Resolver()
export class OpenBallot {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly decidables: Decidables,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => OpenBallotAnswer)
  async openBallot(@Args('input') input: OpenBallotInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (at) => this.reader.decision(await request.read(), at));
  }

  run(ctx: Ctx, input: OpenBallotInput): Promise<Answer<Opened>> {
    return this.work.run(ctx, (tx) => this.open(tx, input));
  }

  private async open(tx: Tx, input: OpenBallotInput): Promise<Answer<Opened>> {
    const locked = await lockDecision(tx, input.decisionId);
    if (!locked) return notFound();
    const committee = await committeeAt(tx, locked.meeting.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = holdsSitting(committee.seats, tx.ctx.actor?.personId ?? null, committee.at);
    if (steward.refused) return steward;
    if ((await decisionsNotedIn(tx, locked.meeting.id)).includes(locked.decision.id)) return handsAlreadyNoted();
    const world = await this.worldOf(tx, locked.meeting, committee);
    const command = { id: tx.newId(), textHash: locked.decision.textHash, at: committee.at };
    // Whether a vote may open at all is said before what its text would be.
    const possible = openBallot(locked.decision, command, world);
    if (possible.refused) return possible;
    const frozen = await this.decidables.frozenText(tx, locked, input.text ?? null);
    if (frozen.refused) return frozen;
    return this.put(tx, locked, { world, command: { ...command, ...frozen.value } });
  }

  private async worldOf(tx: Tx, row: MeetingRow, { at, parties, seats, rules }: Committee): Promise<BallotWorld> {
    const roll = callRoll({ at, parties, seats, attendance: await attendanceOf(tx, row.id) }, rules);
    return { meeting: meetingOf(row, this.zones), roll, rules, openBallots: await openBallotsIn(tx, row.id) };
  }

  private async put(tx: Tx, { meeting: row, decision }: LockedDecision, { world, command }: Round): Promise<Answer<Opened>> {
    const amended = amend(decision, command, world.meeting);
    if (amended.refused) return amended;
    const decided = openBallot(amended.value.state, command, world);
    if (decided.refused) return decided;
    const { state } = decided.value;
    await keepDecision(tx, state.decision, null);
    await addBallot(tx, state.ballot, state.decision.text);
    await touchMeeting(tx, row);
    tx.tell(...amended.value.facts, ...decided.value.facts);
    return accepted({ meetingId: row.id, decisionId: decision.id, ballotId: state.ballot.id });
  }
}
