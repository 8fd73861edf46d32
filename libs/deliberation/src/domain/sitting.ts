import { accepted } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, mayBecome, type DecidedMeeting, type Meeting } from './meeting.js';
import { ballotStillOpen, handsAwaiting, meetingStateForbids, quorumIsMet, quorumNotMet } from './refusals.js';
import { namesOf, type Roll } from './roll.js';
import type { CommitteeRules } from './rules.js';

/** Opens the meeting when the quorum is met (C5 Q4). @returns refused MEETING_STATE_FORBIDS or QUORUM_NOT_MET. */
export function open(meeting: Meeting, command: { readonly roll: Roll; readonly at: Date }, rules: CommitteeRules): DecidedMeeting {
  if (!mayBecome(meeting, 'OPEN')) return meetingStateForbids(meeting.state, 'OPEN');
  const { roll, at } = command;
  if (roll.quorumMissing.length > 0) return quorumNotMet(namesOf(roll, roll.quorumMissing), rules.quorum.source);
  const state: Meeting = { ...meeting, state: 'OPEN', openedAt: at };
  return accepted({ state, facts: [told('MeetingOpened', aboutMeeting(meeting), { at: at.toISOString() })] });
}

/** Records that the committee could not sit for want of quorum; the meeting is then called again (C4). */
export function recordNoQuorum(meeting: Meeting, command: { readonly roll: Roll; readonly at: Date }, rules: CommitteeRules): DecidedMeeting {
  if (!mayBecome(meeting, 'NO_QUORUM')) return meetingStateForbids(meeting.state, 'NO_QUORUM');
  const missingPartyIds = command.roll.quorumMissing;
  if (missingPartyIds.length === 0) return quorumIsMet(rules.quorum.source);
  const fact = told('MeetingLackedQuorum', aboutMeeting(meeting), { missingPartyIds, at: command.at.toISOString() });
  return accepted({ state: { ...meeting, state: 'NO_QUORUM' }, facts: [fact] });
}

/** Closes the meeting once no ballot is open and no noted vote awaits the other coordination. @returns refused MEETING_STATE_FORBIDS, BALLOT_STILL_OPEN or HANDS_AWAITING. */
export function close(meeting: Meeting, command: { readonly openBallots: number; readonly handsAwaiting?: number; readonly at: Date }): DecidedMeeting {
  if (!mayBecome(meeting, 'CLOSED')) return meetingStateForbids(meeting.state, 'CLOSED');
  if (command.openBallots > 0) return ballotStillOpen();
  if ((command.handsAwaiting ?? 0) > 0) return handsAwaiting();
  const state: Meeting = { ...meeting, state: 'CLOSED', closedAt: command.at };
  return accepted({ state, facts: [told('MeetingClosed', aboutMeeting(meeting), { at: command.at.toISOString() })] });
}

/** Notes that the meeting has its final PV. Already noted: nothing happens (a later version of the PV is no new event here). */
export function noteMinuted(meeting: Meeting, command: { readonly minutesId: string; readonly at: Date }): DecidedMeeting {
  if (meeting.state === 'MINUTED') return accepted({ state: meeting, facts: [] });
  if (!mayBecome(meeting, 'MINUTED')) return meetingStateForbids(meeting.state, 'MINUTED');
  const fact = told('MeetingMinuted', aboutMeeting(meeting), { minutesId: command.minutesId, at: command.at.toISOString() });
  return accepted({ state: { ...meeting, state: 'MINUTED' }, facts: [fact] });
}
