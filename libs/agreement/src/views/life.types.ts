import { AttachmentType, PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgreementState } from '../domain/standing.js';

const enumOf = <Name extends string>(...names: Name[]): { [Key in Name]: Key } => Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const AgreementStateEnum = enumOf('DRAFT', 'UNDER_NEGOTIATION', 'AUTHORISED', 'SIGNING', 'SIGNED', 'AWAITING_VISAS', 'IN_FORCE', 'NOTICE_GIVEN', 'TERMINATED');
registerEnumType(AgreementStateEnum, { name: 'AgreementState', description: 'Où en est ce qui lie les parties : déduit des actes enregistrés, jamais saisi.' });
export const VisaDecisionEnum = enumOf('GRANTED', 'REFUSED');
registerEnumType(VisaDecisionEnum, { name: 'VisaDecision' });
export const ReviewOutcomeEnum = enumOf('RENEW', 'AMEND', 'END');
registerEnumType(ReviewOutcomeEnum, { name: 'ReviewOutcome', description: 'Ce que les parties choisissent pour la fin d’une période.' });
export const TransmissionStateEnum = enumOf('TO_SEND', 'AWAITING_ACKNOWLEDGEMENT', 'PUBLICATION_MISSING', 'EXECUTORY');
registerEnumType(TransmissionStateEnum, { name: 'TransmissionState' });
export const EffectOriginEnum = enumOf('EVENTS', 'DECLARED', 'NONE');
registerEnumType(EffectOriginEnum, { name: 'EffectOrigin', description: 'Déduite des actes, reprise telle qu’elle a été enregistrée, ou pas encore connue.' });

@ObjectType('CouncilResolution', { description: 'La délibération par laquelle une partie s’engage.' })
export class CouncilResolutionType {
  @Field(() => ID) id: string;
  @Field(() => String) body: string;
  @Field(() => CivilDateScalar) decidedOn: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => [AttachmentType]) attachments: AttachmentType[];
}

@ObjectType('AgreementSignature')
export class AgreementSignatureType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'La qualité de qui signe.' }) office: string;
  @Field(() => String) place: string;
  @Field(() => CivilDateScalar) signedOn: string;
}

@ObjectType('ActTransmission', { description: 'Ce que dit l’accusé de réception de la préfecture.' })
export class ActTransmissionType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) actId: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) sentOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) receivedOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) publishedOn: string | null;
  @Field(() => TransmissionStateEnum) state: keyof typeof TransmissionStateEnum;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le plus tardif de la réception et de la publication.' }) executoryOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour du contrôle de légalité.' }) controlEndsOn: string | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => RuleSourceView) controlSource: RuleSourceView;
}

@ObjectType('AgreementVisa')
export class AgreementVisaType {
  @Field(() => ID) id: string;
  @Field(() => String) authority: string;
  @Field(() => String, { nullable: true }) reference: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) submittedOn: string | null;
  @Field(() => VisaDecisionEnum, { nullable: true }) decision: keyof typeof VisaDecisionEnum | null;
  @Field(() => CivilDateScalar, { nullable: true }) decidedOn: string | null;
}

@ObjectType('TerminationNotice', { description: 'Un préavis, et la fin qu’il emporte.' })
export class TerminationNoticeType {
  @Field(() => ID) id: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String, { nullable: true }) motive: string | null;
  @Field(() => CivilDateScalar) sentOn: string;
  @Field(() => CivilDateScalar, { nullable: true }) receivedOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) withdrawnOn: string | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi il a été retiré.' }) withdrawal: string | null;
}

@ObjectType('RenewalReview')
export class RenewalReviewType {
  @Field(() => ID) id: string;
  @Field(() => Int) ordinal: number;
  @Field(() => CivilDateScalar) reviewedOn: string;
  @Field(() => ReviewOutcomeEnum) outcome: keyof typeof ReviewOutcomeEnum;
}

@ObjectType('EffectEvent')
export class EffectEventType {
  @Field(() => String, { description: 'SIGNATURE, PREFECTURE ou FOREIGN_VISA.' }) kind: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Absente tant qu’il est attendu.' }) on: string | null;
}

@ObjectType('AgreementEffect')
export class AgreementEffectType {
  @Field(() => CivilDateScalar, { nullable: true }) on: string | null;
  @Field(() => EffectOriginEnum) origin: keyof typeof EffectOriginEnum;
  @Field(() => String, { description: 'LAST_EVENT ou LAST_SIGNATURE.' }) rule: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => [EffectEventType]) events: EffectEventType[];
}

@ObjectType('AgreementPeriod', { description: 'De … inclus à … exclu.' })
export class AgreementPeriodType {
  @Field(() => Int) ordinal: number;
  @Field(() => CivilDateScalar) from: string;
  @Field(() => CivilDateScalar) until: string;
}

@ObjectType('AgreementRenewal')
export class AgreementRenewalType {
  @Field(() => CivilDateScalar) on: string;
  @Field(() => Boolean, { description: 'Une autre période suit-elle, si rien n’est fait ?' }) renews: boolean;
  @Field(() => CivilDateScalar) reviewOn: string;
  @Field(() => CivilDateScalar, { nullable: true }) lastNoticeOn: string | null;
  @Field(() => Boolean) reviewed: boolean;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('AwaitedAct')
export class AwaitedActType {
  @Field(() => String, { description: 'RESOLUTION, SIGNATURE, PREFECTURE, FOREIGN_VISA, PUBLICATION, NOTICE_RECEIPT ou RENEWAL_REVIEW.' }) what: string;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
}

@ObjectType('ComplianceWarning', { description: 'Ce que quelqu’un devrait regarder. Rien n’en est empêché.' })
export class ComplianceWarningType {
  @Field(() => String) code: string;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => CivilDateScalar, { nullable: true }) on: string | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('RegisterChange')
export class RegisterChangeType {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) after: string | null;
}

@ObjectType('RegisterLine', { description: 'Une écriture du registre : qui, quand, et ce qu’elle a changé.' })
export class RegisterLineType {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => Int) version: number;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => InstantScalar) at: Date;
  @Field(() => String, { nullable: true }) motive: string | null;
  @Field(() => [RegisterChangeType]) changes: RegisterChangeType[];
}

@ObjectType('PartyActs', { description: 'Les actes d’une partie.' })
export class PartyActsType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => CouncilResolutionType, { nullable: true }) resolution: CouncilResolutionType | null;
  @Field(() => AgreementSignatureType, { nullable: true }) signature: AgreementSignatureType | null;
  @Field(() => ActTransmissionType, { nullable: true }) transmission: ActTransmissionType | null;
  @Field(() => AgreementVisaType, { nullable: true }) visa: AgreementVisaType | null;
  @Field(() => Boolean, { description: 'Un visa est-il demandé à son État ?' }) asksVisa: boolean;
  @Field(() => Boolean, { description: 'Cette partie transmet-elle ses actes à une préfecture ?' }) transmits: boolean;
  @Field(() => MayType) viewerMayRegister: MayType;
}

@ObjectType('AgreementLife', { description: 'La vie de ce qui lie les parties : actes, effet, périodes, préavis.' })
export class AgreementLifeType {
  @Field(() => ID, { description: 'Celui de l’accord.' }) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { nullable: true, description: 'Depuis quand, où le texte ne donne pas de jour.' }) since: string | null;
  @Field(() => AgreementStateEnum) state: AgreementState;
  @Field(() => AgreementEffectType) effect: AgreementEffectType;
  @Field(() => AgreementPeriodType, { nullable: true }) period: AgreementPeriodType | null;
  @Field(() => AgreementRenewalType, { nullable: true }) renewal: AgreementRenewalType | null;
  @Field(() => Boolean, { description: 'Son texte prévoit-il un préavis ?' }) hasNotice: boolean;
  @Field(() => Boolean, { description: 'Les actes de l’État en font-ils partie ?' }) hasStateActs: boolean;
  @Field(() => RuleSourceView, { nullable: true }) noticeSource: RuleSourceView | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Sa fin, si un préavis était reçu aujourd’hui.' }) ifNoticeToday: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => [AwaitedActType]) awaited: AwaitedActType[];
  @Field(() => [PartyActsType]) parties: PartyActsType[];
  @Field(() => [String], { description: 'Qui détient chaque original.' }) originals: string[];
  @Field(() => [TerminationNoticeType]) notices: TerminationNoticeType[];
  @Field(() => [RenewalReviewType]) reviews: RenewalReviewType[];
  @Field(() => [ComplianceWarningType]) warnings: ComplianceWarningType[];
  @Field(() => [RegisterLineType]) register: RegisterLineType[];
  @Field(() => MayType) viewerMayRegister: MayType;
}

@ObjectType('StampReading', { description: 'Ce que disent les tampons d’un acte transmis.' })
export class StampReadingType {
  @Field(() => String, { nullable: true }) actId: string | null;
  @Field(() => [String], { description: 'NO_SUCH_DAY, SIREN_KEY, OTHER_DEPARTMENT.' }) warnings: string[];
  @Field(() => CivilDateScalar, { nullable: true }) sentOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) receivedOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) publishedOn: string | null;
  @Field(() => Boolean, { description: '« Publié le » est imprimé, et vide.' }) publicationLeftBlank: boolean;
  @Field(() => [String], { description: 'Ce qui tient la place d’un identifiant et n’en est pas un.' }) unreadable: string[];
}
