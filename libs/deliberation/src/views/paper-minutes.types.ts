import { AttachmentType, PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingKindEnum } from './deliberation.enums.js';

export const PaperStateEnum = { ENTERED: 'ENTERED', CONFIRMED: 'CONFIRMED', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(PaperStateEnum, { name: 'PaperMinutesState', description: 'Saisi, confirmé par une autre partie, retiré.' });
export const PaperResultEnum = { ADOPTED: 'ADOPTED', NOT_ADOPTED: 'NOT_ADOPTED' } as const;
registerEnumType(PaperResultEnum, { name: 'PaperResult', description: 'Ce que dit le papier : adoptée, ou non.' });

@InputType()
export class PaperDecisionInput {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true, description: 'Le texte ; sans lui, le titre.' }) text?: string | null;
  @Field(() => PaperResultEnum) result: keyof typeof PaperResultEnum;
}

@InputType()
export class PaperSignatureInput {
  @Field(() => ID) partyId: string;
  @Field(() => String, { description: 'La qualité, telle que le papier la porte.' }) office: string;
  @Field(() => CivilDateScalar) signedOn: string;
}

@InputType()
export class PaperContentInput {
  @Field(() => String, { description: 'Le numéro, tel que le papier le porte.' }) number: string;
  @Field(() => CivilDateScalar) heldOn: string;
  @Field(() => MeetingKindEnum) kind: 'ORDINARY' | 'EXTRAORDINARY';
  @Field(() => ID) hostPartyId: string;
  @Field(() => String) place: string;
  @Field(() => [PaperDecisionInput]) decisions: PaperDecisionInput[];
  @Field(() => [PaperSignatureInput]) signatures: PaperSignatureInput[];
}

@ObjectType('PaperDecision')
export class PaperDecisionType {
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => PaperResultEnum) result: keyof typeof PaperResultEnum;
}

@ObjectType('PaperSignature', { description: 'Une signature portée par le papier : une fonction et un jour.' })
export class PaperSignatureType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) office: string;
  @Field(() => CivilDateScalar) signedOn: string;
}

@ObjectType('PaperNote', { description: 'Une note de rectification, à côté du procès-verbal repris.' })
export class PaperNoteType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) words: string;
  @Field(() => InstantScalar) at: Date;
}

@ObjectType('PaperMinutesMay')
export class PaperMinutesMayType {
  @Field(() => MayType, { description: 'Corriger, retirer, joindre le scan.' }) change: MayType;
  @Field(() => MayType) confirm: MayType;
  @Field(() => MayType) note: MayType;
}

@ObjectType('PaperMinutes', { description: 'Un procès-verbal signé sur papier avant Passerelle, repris : saisi par une partie, confirmé par une autre.' })
export class PaperMinutesType {
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => String) number: string;
  @Field(() => CivilDateScalar) heldOn: string;
  @Field(() => MeetingKindEnum) kind: 'ORDINARY' | 'EXTRAORDINARY';
  @Field(() => PartyType) host: PartyType;
  @Field(() => String) place: string;
  @Field(() => [PaperDecisionType]) decisions: PaperDecisionType[];
  @Field(() => [PaperSignatureType]) signatures: PaperSignatureType[];
  @Field(() => [PartyType], { description: 'Les parties dont le papier ne porte pas la signature.' }) missing: PartyType[];
  @Field(() => PaperStateEnum) state: keyof typeof PaperStateEnum;
  @Field(() => String, { description: 'SHA-256 de ce qui est confirmé : à renvoyer en confirmant.' }) contentHash: string;
  @Field(() => AttachmentType, { nullable: true, description: 'Le scan du papier.' }) scan: AttachmentType | null;
  @Field(() => String, { description: '« Repris, signé sur papier », et où il en est.' }) standing: string;
  @Field(() => String, { description: 'Ce que vaut le papier : exécutoire depuis le …, ou ce qu’il lui manque.' }) executorySentence: string;
  @Field(() => RuleSourceView) executorySource: RuleSourceView;
  @Field(() => String, { description: 'Qui l’a saisi, quand.' }) enteredSentence: string;
  @Field(() => String, { nullable: true, description: 'Qui l’a confirmé, quand, et sur quel fichier.' }) confirmedSentence: string | null;
  @Field(() => [PaperNoteType]) notes: PaperNoteType[];
  @Field(() => PaperMinutesMayType) viewerMay: PaperMinutesMayType;
}
