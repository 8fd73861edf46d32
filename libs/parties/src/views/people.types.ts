import { PersonType } from '#identity';
import { CivilDateScalar, InstantScalar, MayType } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AttachmentType } from './attachment.types.js';
import { PartyType, SeatCategoryEnum } from './parties.types.js';

export const InvitationStateEnum = { INVITED: 'INVITED', ACCEPTED: 'ACCEPTED', BEGUN: 'BEGUN', WITHDRAWN: 'WITHDRAWN', DECLINED: 'DECLINED', EXPIRED: 'EXPIRED' } as const;
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'Où en est une invitation.',
  valuesMap: {
    INVITED: { description: 'Envoyée : la personne n’a pas encore accepté.' },
    ACCEPTED: { description: 'Acceptée : attend la confirmation d’une autre partie.' },
    BEGUN: { description: 'Le mandat a commencé.' },
    WITHDRAWN: { description: 'Retirée.' },
    DECLINED: { description: 'Déclinée par la personne ; sa coordination la classe en la retirant.' },
    EXPIRED: { description: 'Restée trente jours sans réponse.' },
  },
});
export const ConfirmationEnum = { PRESIDENCY: 'PRESIDENCY', NAME_CLASH: 'NAME_CLASH' } as const;
registerEnumType(ConfirmationEnum, {
  name: 'Confirmation',
  description: 'Pourquoi une autre partie doit confirmer.',
  valuesMap: { PRESIDENCY: { description: 'C’est une coprésidence.' }, NAME_CLASH: { description: 'Le nom ressemble à un autre.' } },
});
export const RecoveryStateEnum = { ASKED: 'ASKED', NOTICE: 'NOTICE', READY: 'READY', STOPPED: 'STOPPED', APPLIED: 'APPLIED' } as const;
registerEnumType(RecoveryStateEnum, {
  name: 'RecoveryState',
  description: 'Où en est une récupération d’accès.',
  valuesMap: {
    ASKED: { description: 'Demandée par une partie.' },
    NOTICE: { description: 'Les deux parties sont d’accord ; tout le monde est prévenu, 72 heures courent.' },
    READY: { description: 'Les 72 heures sont passées : elle peut être appliquée.' },
    STOPPED: { description: 'Arrêtée.' },
    APPLIED: { description: 'Appliquée.' },
  },
});

@ObjectType('Mandate', { description: 'Une personne dans un siège, pour un temps.' })
export class MandateType {
  @Field(() => ID) id: string;
  @Field(() => ID) seatId: string;
  @Field(() => PersonType) person: PersonType;
  @Field(() => SeatCategoryEnum) category: keyof typeof SeatCategoryEnum;
  @Field(() => String, { description: 'La fonction, dans la langue du lecteur.' }) office: string;
  @Field(() => Boolean, { description: 'A une adresse, donc peut se connecter ; faux pour une personne venue d’une archive et pas encore invitée de nouveau.' }) reachable: boolean;
  @Field(() => CivilDateScalar) from: string;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour ; nul tant qu’aucune fin n’est fixée.' }) lastDay: string | null;
  @Field(() => String, { nullable: true, description: 'L’acte qui donne l’intérim.' }) interimDocument: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'La date de cet acte.' }) interimDated: string | null;
  @Field(() => [AttachmentType], { description: 'L’acte lui-même : sans lui, l’intérim ne signe pas.' }) attachments: AttachmentType[];
  @Field(() => String, { nullable: true }) endedMotive: string | null;
}

@ObjectType('Invitation')
export class InvitationType {
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => String) partnership: string;
  @Field(() => String, { description: 'La partie qui invite.' }) party: string;
  @Field(() => ID) partyId: string;
  @Field(() => String) displayName: string;
  @Field(() => SeatCategoryEnum) category: keyof typeof SeatCategoryEnum;
  @Field(() => String) office: string;
  @Field(() => CivilDateScalar) from: string;
  @Field(() => CivilDateScalar, { nullable: true }) lastDay: string | null;
  @Field(() => String, { nullable: true }) interimDocument: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) interimDated: string | null;
  @Field(() => InvitationStateEnum) state: keyof typeof InvitationStateEnum;
  @Field(() => String, { nullable: true, description: 'Pourquoi la personne a décliné, si elle l’a dit.' }) declinedMotive: string | null;
  @Field(() => ConfirmationEnum, { nullable: true }) confirmation: keyof typeof ConfirmationEnum | null;
  @Field(() => Boolean) confirmed: boolean;
  @Field(() => String, { nullable: true, description: 'Le nom auquel celui-ci ressemble.' }) resembles: string | null;
  @Field(() => Int, { description: 'Courriels envoyés.' }) sent: number;
  @Field(() => CivilDateScalar, { description: 'Dernier jour pour accepter.' }) expiresOn: string;
  @Field(() => MayType) viewerMayConfirm: MayType;
  @Field(() => MayType, { description: 'Renvoyer ou retirer.' }) viewerMayManage: MayType;
}

@ObjectType('Recovery', { description: 'Un accès rendu par deux coordinateurs, un de chaque partie.' })
export class RecoveryType {
  @Field(() => ID) id: string;
  @Field(() => PersonType) person: PersonType;
  @Field(() => RecoveryStateEnum) state: keyof typeof RecoveryStateEnum;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true, description: 'La nouvelle adresse ; aux seuls coordinateurs.' }) mailAddress: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'À partir de quand elle peut être appliquée.' }) readyAt: Date | null;
  @Field(() => MayType) viewerMayConfirm: MayType;
  @Field(() => MayType) viewerMayApply: MayType;
  @Field(() => MayType) viewerMayStop: MayType;
}

@ObjectType('PartyPeople', { description: 'Qui compose une partie, un jour donné.' })
export class PartyPeopleType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => [MandateType]) mandates: MandateType[];
  @Field(() => Boolean, { description: 'Le lecteur coordonne cette partie : il invite et met fin aux mandats.' }) viewerManages: boolean;
}

@ObjectType('People', { description: 'La composition d’un partenariat, un jour donné.' })
export class PeopleType {
  @Field(() => CivilDateScalar) on: string;
  @Field(() => CivilDateScalar) today: string;
  @Field(() => [PartyPeopleType]) parties: PartyPeopleType[];
  @Field(() => [InvitationType]) invitations: InvitationType[];
  @Field(() => [RecoveryType]) recoveries: RecoveryType[];
}
