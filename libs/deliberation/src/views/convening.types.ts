import { SeatType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IncidentType } from './incident.types.js';
import { ConvocationReplyEnum, PresenceEnum, ProposalStateEnum, TravelAdviceEnum } from './deliberation.enums.js';

const ReceiptEnum = { CALLED: 'CALLED', OPENED: 'OPENED', ANSWERED: 'ANSWERED' } as const;
registerEnumType(ReceiptEnum, { name: 'ConvocationReceipt', description: 'Appelé ; page ouverte ; répondu. Un courriel n’est jamais suivi.' });
const CallKindEnum = { MOVED: 'MOVED', AGAIN: 'AGAIN' } as const;
registerEnumType(CallKindEnum, { name: 'ConvocationCallKind', description: 'Date ou lieu changé ; ou renvoyée à qui n’avait pas répondu.' });
const DueItemEnum = { PLAN: 'PLAN', EVALUATION: 'EVALUATION', RENEWAL: 'RENEWAL' } as const;
registerEnumType(DueItemEnum, { name: 'DueItemKind', description: 'Le plan de l’année suivante, l’évaluation des actions de l’année passée, le choix avant une reconduction.' });

@ObjectType('MyConvocationAnswer', { description: 'Ce que le lecteur a répondu, s’il est convoqué.' })
export class MyConvocationAnswerType {
  @Field(() => ConvocationReplyEnum, { nullable: true }) reply: keyof typeof ConvocationReplyEnum | null;
  @Field(() => String) note: string;
  @Field(() => InstantScalar, { nullable: true }) answeredAt: Date | null;
  @Field(() => Boolean, { description: 'La date ou le lieu a changé depuis : la réponse est à redonner.' }) outdated: boolean;
}

@ObjectType('ConvenedMember', { description: 'Un membre convoqué, et ce qu’on sait de lui.' })
export class ConvenedMemberType {
  @Field(() => SeatType) seat: SeatType;
  @Field(() => ReceiptEnum) receipt: keyof typeof ReceiptEnum;
  @Field(() => InstantScalar, { nullable: true }) openedAt: Date | null;
  @Field(() => ConvocationReplyEnum, { nullable: true }) reply: keyof typeof ConvocationReplyEnum | null;
  @Field(() => String) note: string;
  @Field(() => InstantScalar, { nullable: true }) answeredAt: Date | null;
  @Field(() => PresenceEnum, { nullable: true, description: 'Ce que la feuille de présence propose ; elle seule fait foi.' }) expected: keyof typeof PresenceEnum | null;
}

@ObjectType('ConvocationCall', { description: 'La convocation est repartie.' })
export class ConvocationCallType {
  @Field(() => ID) id: string;
  @Field(() => CallKindEnum) kind: keyof typeof CallKindEnum;
  @Field(() => InstantScalar) calledAt: Date;
  @Field(() => Int, { nullable: true, description: 'À combien de personnes, quand ce n’est pas à toutes.' }) called: number | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) wasDate: string | null;
  @Field(() => String, { nullable: true }) wasTime: string | null;
  @Field(() => String, { nullable: true }) wasPlace: string | null;
}

@ObjectType('AgendaProposal', { description: 'Un point qu’un membre propose.' })
export class AgendaProposalType {
  @Field(() => ID) id: string;
  @Field(() => SeatType, { nullable: true }) seat: SeatType | null;
  @Field(() => String) title: string;
  @Field(() => String) why: string;
  @Field(() => ProposalStateEnum) state: keyof typeof ProposalStateEnum;
  @Field(() => String, { nullable: true, description: 'Pourquoi il n’est pas retenu.' }) reason: string | null;
}

@ObjectType('DueItem', { description: 'Un point que l’année appelle, et l’article qui le demande.' })
export class DueItemType {
  @Field(() => DueItemEnum) kind: keyof typeof DueItemEnum;
  @Field(() => Int) year: number;
  @Field(() => String) title: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('SafetySheet', { description: 'Ce que les convoqués doivent savoir pour venir et repartir en sécurité.' })
export class SafetySheetType {
  @Field(() => String) hostContact: string;
  @Field(() => String) emergency: string;
  @Field(() => String) insurance: string;
  @Field(() => TravelAdviceEnum, { nullable: true }) advice: keyof typeof TravelAdviceEnum | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le jour où ce niveau a été lu.' }) adviceOn: string | null;
  @Field(() => String) notes: string;
  @Field(() => Int) version: number;
  @Field(() => InstantScalar) keptAt: Date;
}

@ObjectType('ConveningMay')
export class ConveningMayType {
  @Field(() => MayType) answer: MayType;
  @Field(() => MayType, { description: 'Renvoyer la convocation à qui n’a pas répondu.' }) callAgain: MayType;
  @Field(() => MayType, { description: 'Changer la date ou le lieu.' }) reschedule: MayType;
  @Field(() => MayType, { description: 'Proposer un point.' }) propose: MayType;
  @Field(() => MayType, { description: 'Retenir ou non un point proposé, dire la durée et qui présente.' }) prepareAgenda: MayType;
  @Field(() => MayType) keepSafety: MayType;
  @Field(() => MayType, { description: 'Écrire au journal des incidents.' }) logIncident: MayType;
}

@ObjectType('Convening', { description: 'La convocation d’une séance : qui a répondu, ce qui a changé, ce qui est proposé, la sécurité.' })
export class ConveningType {
  /** For the rooms above, which say what left and when. */
  meetingId: string;
  /** When the convocation last went out to everybody; `null` before. */
  issuedAt: Date | null;
  @Field(() => MyConvocationAnswerType, { nullable: true }) mine: MyConvocationAnswerType | null;
  @Field(() => Boolean, { description: 'Peut-on participer à distance ?' }) fromAfar: boolean;
  @Field(() => [ConvenedMemberType], { nullable: true, description: 'Pour qui prépare la séance.' }) members: ConvenedMemberType[] | null;
  @Field(() => [ConvocationCallType]) calls: ConvocationCallType[];
  @Field(() => [AgendaProposalType]) proposals: AgendaProposalType[];
  @Field(() => [DueItemType], { description: 'Ce que l’année appelle et qui n’est pas encore à l’ordre du jour.' }) due: DueItemType[];
  @Field(() => SafetySheetType, { nullable: true }) safety: SafetySheetType | null;
  @Field(() => RuleSourceView) safetySource: RuleSourceView;
  @Field(() => [IncidentType], { description: 'Le journal des incidents, dans l’ordre où il fut écrit ; vide pour qui ne prépare pas la séance.' }) incidents: IncidentType[];
  @Field(() => ConveningMayType) viewerMay: ConveningMayType;
}
