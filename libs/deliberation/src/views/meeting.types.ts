import { AttachmentType, PartyType, SeatType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecisionType } from './decision.types.js';
import { HandsType } from './hands.types.js';
import { MeetingKindEnum, MeetingModeEnum, MeetingStateEnum, MovementKindEnum, PresenceEnum } from './deliberation.enums.js';

@ObjectType('LocalTime', { description: 'L’heure de la séance chez une partie.' })
export class LocalTimeType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => CivilDateScalar) civilDate: string;
  @Field(() => String, { description: 'HH:MM.' }) time: string;
  @Field(() => String) zone: string;
}

@ObjectType('AgendaItem')
export class AgendaItemType {
  @Field(() => ID) id: string;
  @Field(() => Int) place: number;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) subjectKind: string | null;
  @Field(() => ID, { nullable: true }) subjectId: string | null;
  @Field(() => DecisionType, { nullable: true }) decision: DecisionType | null;
  @Field(() => [AttachmentType], { description: 'Les documents joints à ce point.' }) attachments: AttachmentType[];
  @Field(() => Int, { nullable: true, description: 'Durée prévue, en minutes.' }) durationMinutes: number | null;
  @Field(() => SeatType, { nullable: true, description: 'Qui présente ce point.' }) presenter: SeatType | null;
}

@ObjectType('Proxy', { description: '« Absent, pouvoir à … »' })
export class ProxyType {
  @Field(() => SeatType) holder: SeatType;
  @Field(() => Boolean, { description: 'Faux quand qui le porte n’est pas là : la voix n’est alors portée par personne.' }) counts: boolean;
}

@ObjectType('ProxyTerms', { description: 'Ce que la règle dit des pouvoirs ; ils ne comptent jamais pour le quorum.' })
export class ProxyTermsType {
  @Field(() => Int, { description: 'Combien un membre peut en porter ; 0 : aucun.' }) perHolder: number;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('MeetingGuest', { description: 'Une personne ou un organisme que le comité entend, sans voix.' })
export class MeetingGuestType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) capacity: string;
}

@ObjectType('Attendance')
export class AttendanceType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => PresenceEnum) presence: keyof typeof PresenceEnum;
  @Field(() => Boolean, { description: 'Prend part à la séance en ce moment : faux après un départ.' }) there: boolean;
  @Field(() => ProxyType, { nullable: true }) proxy: ProxyType | null;
}

@ObjectType('AttendanceMovement', { description: 'Une arrivée après l’ouverture ou un départ avant la fin, à un point de l’ordre du jour.' })
export class MovementType {
  @Field(() => ID) id: string;
  @Field(() => SeatType) seat: SeatType;
  @Field(() => MovementKindEnum) kind: keyof typeof MovementKindEnum;
  @Field(() => Int, { nullable: true, description: 'Le point de l’ordre du jour.' }) place: number | null;
  @Field(() => String, { description: 'HH:MM, chez l’hôte.' }) time: string;
  @Field(() => Boolean, { description: 'Le dernier de ce membre : lui seul s’annule.' }) last: boolean;
}

@ObjectType('Quorum', { description: 'Qui manque pour que le comité puisse siéger, d’après la feuille de présence.' })
export class QuorumType {
  @Field(() => Boolean) met: boolean;
  @Field(() => Boolean, { description: 'Faux : aucun quorum n’est prévu.' }) required: boolean;
  @Field(() => [PartyType]) missing: PartyType[];
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('MeetingMay')
export class MeetingMayType {
  @Field(() => MayType) convene: MayType;
  @Field(() => MayType) cancel: MayType;
  @Field(() => MayType) addAgendaItem: MayType;
  @Field(() => MayType, { description: 'Joindre un document à un point de l’ordre du jour.' }) attachDocument: MayType;
  @Field(() => MayType) open: MayType;
  @Field(() => MayType) recordAttendance: MayType;
  @Field(() => MayType) close: MayType;
  @Field(() => MayType, { description: 'Inscrire un invité sur la feuille de présence.' }) noteGuest: MayType;
  @Field(() => MayType, { description: 'Noter qui arrive et qui part.' }) noteMovement: MayType;
  @Field(() => MayType, { description: 'Constater des votes à main levée.' }) noteHands: MayType;
}

@ObjectType('Meeting', { description: 'Une séance du comité de pilotage.' })
export class MeetingType {
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => MeetingKindEnum) kind: keyof typeof MeetingKindEnum;
  @Field(() => MeetingModeEnum) mode: keyof typeof MeetingModeEnum;
  @Field(() => MeetingStateEnum) state: keyof typeof MeetingStateEnum;
  @Field(() => CivilDateScalar) civilDate: string;
  @Field(() => String, { description: 'HH:MM, dans le fuseau de la séance.' }) time: string;
  @Field(() => String, { description: 'Fuseau IANA de l’hôte.' }) zone: string;
  @Field(() => String) place: string;
  @Field(() => InstantScalar) startsAt: Date;
  @Field(() => [LocalTimeType]) localTimes: LocalTimeType[];
  @Field(() => PartyType) hostParty: PartyType;
  @Field(() => String, { nullable: true, description: 'Pourquoi le tour a été rompu, quand il l’a été.' }) turnReason: string | null;
  @Field(() => String, { nullable: true }) cancelReason: string | null;
  @Field(() => SeatType, { nullable: true }) convenedBy: SeatType | null;
  @Field(() => InstantScalar, { nullable: true }) convenedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) openedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) closedAt: Date | null;
  @Field(() => Int, { description: 'SEQUENCE iCalendar de la convocation.' }) sequence: number;
  @Field(() => Int, { description: 'Monte à chaque acte de la séance.' }) version: number;
  @Field(() => String, { description: 'Empreinte de la convocation telle qu’elle partirait : date, lieu, ordre du jour, textes. Une clé d’accès répond de celle-ci.' }) convocationHash: string;
  @Field(() => [AgendaItemType]) agenda: AgendaItemType[];
  @Field(() => [AttendanceType]) attendance: AttendanceType[];
  @Field(() => [MovementType], { description: 'Arrivées et départs, les plus anciens d’abord.' }) movements: MovementType[];
  @Field(() => [MeetingGuestType]) guests: MeetingGuestType[];
  @Field(() => ProxyTermsType) proxyTerms: ProxyTermsType;
  @Field(() => [SeatType], { description: 'Qui voterait si un vote s’ouvrait maintenant.' }) votersNow: SeatType[];
  @Field(() => [HandsType], { description: 'Votes à main levée : en attente de l’autre coordination, ou confirmés.' }) hands: HandsType[];
  @Field(() => QuorumType) quorum: QuorumType;
  @Field(() => [DecisionType]) decisions: DecisionType[];
  @Field(() => MeetingMayType) viewerMay: MeetingMayType;
}

@ObjectType('MeetingDue', { description: 'Au plus tard quand le comité se réunit de nouveau.' })
export class MeetingDueType {
  @Field(() => CivilDateScalar) on: string;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('NextHost', { description: 'Qui accueille la prochaine séance ordinaire, à tour de rôle, et pourquoi.' })
export class NextHostType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) sentence: string;
  @Field(() => MeetingDueType, { nullable: true }) due: MeetingDueType | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => MayType) viewerMaySchedule: MayType;
}
