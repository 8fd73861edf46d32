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

export const MovementKindEnum = { ARRIVED: 'ARRIVED', LEFT: 'LEFT' } as const;
registerEnumType(MovementKindEnum, { name: 'MovementKind', description: 'Arrivée ou départ d’un membre pendant la séance.' });

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

export const ConvocationReplyEnum = { COMING: 'COMING', REMOTE: 'REMOTE', NOT_COMING: 'NOT_COMING' } as const;
registerEnumType(ConvocationReplyEnum, { name: 'ConvocationReply', description: 'Je viens ; à distance ; je ne pourrai pas.' });

export const ProposalStateEnum = { PROPOSED: 'PROPOSED', TAKEN_UP: 'TAKEN_UP', DECLINED: 'DECLINED' } as const;
registerEnumType(ProposalStateEnum, { name: 'ProposalState' });

export const TravelAdviceEnum = { NORMAL: 'NORMAL', REINFORCED: 'REINFORCED', UNLESS_NECESSARY: 'UNLESS_NECESSARY', AGAINST: 'AGAINST' } as const;
registerEnumType(TravelAdviceEnum, { name: 'TravelAdvice', description: 'Conseils aux voyageurs : vigilance normale, renforcée, déconseillé sauf raison impérative, formellement déconseillé.' });

export const HandsExceptionChoiceEnum = { AGAINST: 'AGAINST', ABSTAIN: 'ABSTAIN' } as const;
registerEnumType(HandsExceptionChoiceEnum, { name: 'HandsExceptionChoice', description: 'Ce qu’un votant présent a dit, quand ce n’était pas pour.' });
