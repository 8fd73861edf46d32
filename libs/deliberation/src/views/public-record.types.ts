import { CivilDateScalar, InstantScalar, RuleSourceView } from '#platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MeetingKindEnum } from './deliberation.enums.js';
import { SignatureMethodEnum } from './minutes.types.js';

@ObjectType('PublicParty', { description: 'Une partie, telle que tous la connaissent.' })
export class PublicPartyType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' }) country: string;
}

@ObjectType('PublicDecision', { description: 'Une décision adoptée, devenue exécutoire.' })
export class PublicDecisionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Le texte voté, en français.' }) text: string;
  @Field(() => String, { description: 'SHA-256 du texte voté.' }) textHash: string;
  @Field(() => String, { nullable: true, description: 'actionPlan quand la décision adopte un plan.' }) subjectKind: string | null;
  @Field(() => ID, { nullable: true }) subjectId: string | null;
}

@ObjectType('PublicSignature', { description: 'Une signature, par la fonction seule.' })
export class PublicSignatureType {
  @Field(() => PublicPartyType) party: PublicPartyType;
  @Field(() => String) office: string;
  @Field(() => String, { description: '« Fait à … »' }) place: string;
  @Field(() => CivilDateScalar, { description: 'Le jour chez le signataire.' }) civilDate: string;
  @Field(() => SignatureMethodEnum) method: keyof typeof SignatureMethodEnum;
}

@ObjectType('PublicPdf')
export class PublicPdfType {
  @Field(() => String) language: string;
  @Field(() => String) url: string;
}

@ObjectType('PublicMinutesLink')
export class PublicMinutesLinkType {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
}

@ObjectType('PublicMinutes', { description: 'Un procès-verbal exécutoire : ce qui a été décidé, sans les débats ni les votes nominatifs.' })
export class PublicMinutesType {
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => String) partnership: string;
  @Field(() => String) number: string;
  @Field(() => MeetingKindEnum) kind: keyof typeof MeetingKindEnum;
  @Field(() => CivilDateScalar, { description: 'Jour de la séance, chez l’hôte.' }) meetingOn: string;
  @Field(() => Boolean, { description: 'Repris : signé sur papier avant Passerelle, et confirmé par une autre partie que celle qui l’a saisi.' }) onPaper: boolean;
  @Field(() => String) place: string;
  @Field(() => PublicPartyType) host: PublicPartyType;
  @Field(() => InstantScalar, { description: 'Dernière signature.' }) executoryAt: Date;
  @Field(() => String, { description: '« Exécutoire depuis le … », au jour de chaque ville.' }) executorySentence: string;
  @Field(() => RuleSourceView) executorySource: RuleSourceView;
  @Field(() => [PublicDecisionType]) decisions: PublicDecisionType[];
  @Field(() => [PublicSignatureType]) signatures: PublicSignatureType[];
  @Field(() => String, { description: 'SHA-256 du contenu signé.' }) contentHash: string;
  @Field(() => PublicMinutesLinkType, { nullable: true, description: 'Le PV exécutoire que celui-ci rectifie.' }) rectifies: PublicMinutesLinkType | null;
  @Field(() => PublicMinutesLinkType, { nullable: true, description: 'Le PV exécutoire qui rectifie celui-ci.' }) rectifiedBy: PublicMinutesLinkType | null;
  @Field(() => [PublicPdfType], { description: 'La copie publique, sans nom de personne.' }) pdfs: PublicPdfType[];
}

@ObjectType('PublicPartnership', { description: 'Ce qu’un partenariat a décidé, et que chacun peut lire.' })
export class PublicPartnershipType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Le texte qui lie les parties.' }) agreement: string | null;
  @Field(() => [PublicPartyType]) parties: PublicPartyType[];
  @Field(() => [PublicMinutesType], { description: 'Le plus récent d’abord.' }) minutes: PublicMinutesType[];
}
