import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { settleProposal } from '../domain/proposing.js';
import { notFound } from '../domain/refusals.js';
import { runsMeetings } from '../domain/stewards.js';
import { longest, worded } from '../domain/wording.js';
import { keepProposal, proposalById, type KeptProposal } from '../store/convening.store.js';
import type { MeetingRow } from '../store/meeting.entity.js';
import { addAgendaRow, lockMeeting, meetingOf, touchMeeting } from '../store/meeting.store.js';
import { committeeAt } from '../views/committee.reader.js';
import { MeetingReader } from '../views/meeting.reader.js';
import { MeetingType } from '../views/meeting.types.js';

@InputType()
export class SettleAgendaProposalInput {
  @Field(() => ID) proposalId: string;
  @Field(() => Boolean, { description: 'Le point est-il retenu ?' }) takenUp: boolean;
  @Field(() => String, { nullable: true, description: 'Pourquoi il ne l’est pas : son auteur le lira.' }) reason?: string | null;
}

export const SettleAgendaProposalAnswer = answerUnion('SettleAgendaProposalAnswer', () => MeetingType);
allow('Mutation.settleAgendaProposal', ['CO_PRESIDENT', 'COORDINATOR']);

/** Takes up a member's point, presented by its author, or declines it with a reason. Settled twice, it is settled once. */
@Resolver()
export class SettleAgendaProposal {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
    private readonly reader: MeetingReader,
  ) {}

  @Mutation(() => SettleAgendaProposalAnswer)
  async settleAgendaProposal(@Args('input') input: SettleAgendaProposalInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: SettleAgendaProposalInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.settle(tx, input));
  }

  private async settle(tx: Tx, input: SettleAgendaProposalInput): Promise<Answer<string>> {
    const reason = worded(input.reason, longest.reason);
    if (reason.refused) return reason;
    const seen = await proposalById(tx, input.proposalId);
    const row = seen ? await lockMeeting(tx, seen.meetingId) : null;
    // Read again under the meeting's lock: two may settle it at once.
    const proposal = row ? await proposalById(tx, input.proposalId) : null;
    if (!row || !proposal) return notFound();
    const { seats, at } = await committeeAt(tx, row.partnershipId, { instant: tx.now(), zones: this.zones });
    const steward = runsMeetings(seats, tx.ctx.actor?.personId ?? null, at);
    if (steward.refused) return steward;
    const meeting = meetingOf(row, this.zones);
    const judged = settleProposal(meeting, proposal, input.takenUp ? { takenUpAs: proposal.id, at } : { declinedFor: reason.value, at });
    if (judged.refused) return judged;
    const decided = input.takenUp ? settleProposal(meeting, proposal, { takenUpAs: await inscribe(tx, row, proposal), at }) : judged;
    if (decided.refused) return decided;
    await keepProposal(tx, row, { ...decided.value.state, settledBy: steward.value.personId });
    await touchMeeting(tx, row);
    tx.tell(...decided.value.facts);
    return accepted(row.id);
  }
}

/** Puts the point on the agenda as an information: what is voted is worded by those who prepare the meeting. */
async function inscribe(tx: Tx, row: MeetingRow, { title, seatId }: KeptProposal): Promise<string> {
  return (await addAgendaRow(tx, row, { title, subjectKind: null, subjectId: null, presenterSeatId: seatId })).id;
}
