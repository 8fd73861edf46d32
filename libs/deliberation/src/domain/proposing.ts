import { accepted, type Answer, type Decided } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, isBlank, type Meeting } from './meeting.js';
import { agendaTitleBlank, notSeated, proposalSettled, proposalsClosed, reasonRequired } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

export type ProposalState = 'PROPOSED' | 'TAKEN_UP' | 'DECLINED';

/** A point that a member would like on the agenda, and what became of it. */
export interface AgendaProposal {
  readonly id: string;
  readonly seatId: string;
  readonly title: string;
  readonly why: string;
  readonly state: ProposalState;
  /** Why it was declined. */
  readonly reason: string | null;
  readonly agendaItemId: string | null;
}

const beforeOpening: readonly Meeting['state'][] = ['SCHEDULED', 'CONVENED'];

/** A member proposes a point, until the meeting opens. Refused: PROPOSALS_CLOSED, NOT_SEATED, AGENDA_TITLE_BLANK (no text says how: ours, C3). */
export function proposeItem(meeting: Meeting, command: { readonly id: string; readonly seat: Seat; readonly title: string; readonly why: string; readonly at: Date }): Answer<Decided<AgendaProposal>> {
  const { id, seat, title, why, at } = command;
  if (!beforeOpening.includes(meeting.state)) return proposalsClosed();
  if (!seat.votes || !isHeldAt(seat, at)) return notSeated(seat.name);
  if (isBlank(title)) return agendaTitleBlank();
  const state: AgendaProposal = { id, seatId: seat.id, title, why, state: 'PROPOSED', reason: null, agendaItemId: null };
  return accepted({ state, facts: [told('AgendaItemProposed', aboutMeeting(meeting), { proposalId: id, seatId: seat.id, at: at.toISOString() })] });
}

/** What those who prepare the meeting answer: taken up as this item, or declined with a reason its author reads. */
export type SettleProposal = { readonly takenUpAs: string; readonly at: Date } | { readonly declinedFor: string; readonly at: Date };

/** Settles a proposal, once, until the meeting opens. Refused: PROPOSALS_CLOSED, PROPOSAL_SETTLED, REASON_REQUIRED. */
export function settleProposal<Proposed extends AgendaProposal & { readonly personId: string }>(meeting: Meeting, proposal: Proposed, command: SettleProposal): Answer<Decided<Proposed>> {
  if (!beforeOpening.includes(meeting.state)) return proposalsClosed();
  if (proposal.state !== 'PROPOSED') return proposalSettled(proposal.state);
  const about = { proposalId: proposal.id, personId: proposal.personId, at: command.at.toISOString() };
  if ('takenUpAs' in command) {
    const { takenUpAs: agendaItemId } = command;
    return accepted({ state: { ...proposal, state: 'TAKEN_UP', agendaItemId }, facts: [told('AgendaProposalTakenUp', aboutMeeting(meeting), { ...about, agendaItemId })] });
  }
  const { declinedFor: reason } = command;
  if (isBlank(reason)) return reasonRequired();
  return accepted({ state: { ...proposal, state: 'DECLINED', reason }, facts: [told('AgendaProposalDeclined', aboutMeeting(meeting), { ...about, reason })] });
}
