import { registerEnumType } from '@nestjs/graphql';

export const MeetingKindEnum = { ORDINARY: 'ORDINARY', EXTRAORDINARY: 'EXTRAORDINARY' } as const;
registerEnumType(MeetingKindEnum, { name: 'MeetingKind', description: 'Ordinaire (use du tour), ou extraordinaire.' });

export const MeetingModeEnum = { IN_PERSON: 'IN_PERSON', HYBRID: 'HYBRID', REMOTE: 'REMOTE' } as const;
registerEnumType(MeetingModeEnum, { name: 'MeetingMode', description: 'Sur place, mixte, ou entièrement à distance.' });

export const MeetingStateEnum = {
  SCHEDULED: 'SCHEDULED',
  CONVENED: 'CONVENED',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  MINUTED: 'MINUTED',
  NO_QUORUM: 'NO_QUORUM',
  CANCELLED: 'CANCELLED',
  POSTPONED: 'POSTPONED',
} as const;
registerEnumType(MeetingStateEnum, { name: 'MeetingState' });

export const PresenceEnum = { PRESENT: 'PRESENT', REMOTE: 'REMOTE', ABSENT: 'ABSENT', EXCUSED: 'EXCUSED', NO_ANSWER: 'NO_ANSWER' } as const;
registerEnumType(PresenceEnum, { name: 'Presence' });

export const DecisionStateEnum = {
  ON_AGENDA: 'ON_AGENDA',
  OPEN: 'OPEN',
  ADOPTED: 'ADOPTED',
  NOT_ADOPTED: 'NOT_ADOPTED',
  DEFERRED: 'DEFERRED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
registerEnumType(DecisionStateEnum, { name: 'DecisionState' });

export const VoteChoiceEnum = { FOR: 'FOR', AGAINST: 'AGAINST', ABSTAIN: 'ABSTAIN' } as const;
registerEnumType(VoteChoiceEnum, { name: 'VoteChoice' });
