import { useSay } from '../../base/language.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { DecisionState, MeetingState } from './meeting.graphql.ts';

const meetingTones: Readonly<Record<MeetingState, Tone>> = {
  SCHEDULED: 'underway',
  CONVENED: 'waiting',
  OPEN: 'underway',
  CLOSED: 'done',
  MINUTED: 'done',
  NO_QUORUM: 'stopped',
  CANCELLED: 'still',
  POSTPONED: 'still',
};
const decisionTones: Readonly<Record<DecisionState, Tone>> = { ON_AGENDA: 'still', OPEN: 'waiting', ADOPTED: 'done', NOT_ADOPTED: 'stopped', DEFERRED: 'still', WITHDRAWN: 'still' };

/** Where a meeting stands. */
export function MeetingStatus({ state }: { state: MeetingState }) {
  const say = useSay();
  return <Status tone={meetingTones[state]}>{say(`webMeetings.state.${state}`)}</Status>;
}

/** Where a decision stands. */
export function DecisionStatus({ state }: { state: DecisionState }) {
  const say = useSay();
  return <Status tone={decisionTones[state]}>{say(`webMeetings.decisionState.${state}`)}</Status>;
}
