import { PartyType, SeatType } from '#parties';
import { InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecisionStateEnum, PresenceEnum, VoteChoiceEnum } from './deliberation.enums.js';

@ObjectType('RollEntry', { description: 'Un membre dont la voix compte dans ce vote : la liste est arrêtée à l’ouverture.' })
export class RollEntryType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => PresenceEnum) presence: keyof typeof PresenceEnum;
  @Field(() => SeatType, { nullable: true, description: 'Qui porte la voix de cet absent.' }) heldBy: SeatType | null;
}

@ObjectType('Vote')
export class VoteType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => VoteChoiceEnum) choice: keyof typeof VoteChoiceEnum;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => InstantScalar) castAt: Date;
}

@ObjectType('Tally', { description: 'Les quatre nombres font la liste de vote.' })
export class TallyType {
  @Field(() => Int) for: number;
  @Field(() => Int) against: number;
  @Field(() => Int) abstentions: number;
  @Field(() => Int) notCast: number;
}

@ObjectType('OutcomeReason', { description: 'Pourquoi un texte n’est pas adopté.' })
export class OutcomeReasonType {
  @Field(() => String, { description: 'AGAINST, ABSTENTION, NOT_CAST, PARTY_WITHOUT_VOTE, NO_VOTE_FOR, QUORUM, EMPTY_ROLL.' }) kind: string;
  @Field(() => SeatType, { nullable: true }) seat: SeatType | null;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('Outcome')
export class OutcomeType {
  @Field(() => Boolean) adopted: boolean;
  @Field(() => String, { description: '« Non adoptée : abstention de … »' }) sentence: string;
  @Field(() => TallyType) tally: TallyType;
  @Field(() => [OutcomeReasonType]) reasons: OutcomeReasonType[];
  @Field(() => RuleSourceView, { description: 'La règle de majorité, telle qu’elle valait à l’ouverture du vote.' }) source: RuleSourceView;
}

@ObjectType('CarriedVoice', { description: 'La voix d’un absent dont le lecteur porte le pouvoir.' })
export class CarriedVoiceType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => VoteType, { nullable: true }) vote: VoteType | null;
}

@ObjectType('Ballot', { description: 'Un tour de vote sur un texte arrêté ; clos, il ne change plus.' })
export class BallotType {
  @Field(() => ID) id: string;
  @Field(() => ID) decisionId: string;
  @Field(() => ID) meetingId: string;
  @Field(() => Int) place: number;
  @Field(() => String) text: string;
  @Field(() => String, { description: 'SHA-256 du texte et des données votés.' }) textHash: string;
  @Field(() => InstantScalar) openedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) closedAt: Date | null;
  @Field(() => [RollEntryType]) roll: RollEntryType[];
  @Field(() => [VoteType], { nullable: true, description: 'Qui a voté quoi : dit à la clôture, jamais avant.' }) votes: VoteType[] | null;
  @Field(() => [SeatType], { description: 'Qui a déjà voté.' }) voted: SeatType[];
  @Field(() => [SeatType], { description: 'De qui on attend le vote.' }) missing: SeatType[];
  @Field(() => Int) cast: number;
  @Field(() => Int) expected: number;
  @Field(() => OutcomeType, { nullable: true }) outcome: OutcomeType | null;
  @Field(() => VoteType, { nullable: true, description: 'Le vote du lecteur, visible de lui seul avant la clôture.' }) myVote: VoteType | null;
  @Field(() => Boolean, { description: 'Le lecteur a une voix à lui dans ce vote.' }) onRoll: boolean;
  @Field(() => [CarriedVoiceType], { description: 'Les voix que le lecteur porte pour des absents.' }) carried: CarriedVoiceType[];
}

@ObjectType('DecisionMay')
export class DecisionMayType {
  @Field(() => MayType) openBallot: MayType;
  @Field(() => MayType) vote: MayType;
  @Field(() => MayType) closeBallot: MayType;
}

@ObjectType('Decision', { description: 'Ce que le comité est appelé à décider.' })
export class DecisionType {
  @Field(() => ID) id: string;
  @Field(() => ID) meetingId: string;
  @Field(() => Int) place: number;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => String) textHash: string;
  @Field(() => String, { nullable: true }) subjectKind: string | null;
  @Field(() => ID, { nullable: true }) subjectId: string | null;
  @Field(() => DecisionStateEnum) state: keyof typeof DecisionStateEnum;
  @Field(() => InstantScalar, { nullable: true }) adoptedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Lu du PV : instant de la dernière signature.' }) executoryAt: Date | null;
  @Field(() => [BallotType]) ballots: BallotType[];
  @Field(() => DecisionMayType) viewerMay: DecisionMayType;
}
