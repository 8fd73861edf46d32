import { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinutesFactsType } from './minutes-facts.types.js';
import { MinutesObservationsType } from './minutes-observations.types.js';

export const MinutesStateEnum = { DRAFT: 'DRAFT', REVIEW: 'REVIEW', FINAL: 'FINAL', PARTIALLY_SIGNED: 'PARTIALLY_SIGNED', EXECUTORY: 'EXECUTORY' } as const;
registerEnumType(MinutesStateEnum, { name: 'MinutesState', description: 'Projet, en relecture, définitif, signé en partie, exécutoire.' });

export const SignatureMethodEnum = { MAIL_CODE: 'MAIL_CODE', PASSKEY: 'PASSKEY', PAPER: 'PAPER', DEMO: 'DEMO' } as const;
registerEnumType(SignatureMethodEnum, { name: 'SignatureMethod' });

@ObjectType('MinutesProse')
export class MinutesProseType {
  @Field(() => String) language: string;
  @Field(() => String) discussion: string;
  @Field(() => String) reservations: string;
  @Field(() => String) nextMeeting: string;
  @Field(() => String, { nullable: true, description: 'La fonction de qui l’a écrite en dernier.' }) writtenBy: string | null;
  @Field(() => Int, { nullable: true, description: 'La version du PV pour laquelle elle a été écrite.' }) version: number | null;
  @Field(() => String, { nullable: true, description: 'La fonction du locuteur qui l’a relue ; nul : non relue. Toujours nul pour la langue qui fait foi.' }) readBy: string | null;
  @Field(() => String, { nullable: true, description: 'Ce que vaut cette version : relue ou non par un locuteur, en retard sur le texte qui fait foi. Nul pour celui-ci.' }) standing: string | null;
  @Field(() => MayType, { description: 'Dire qu’on l’a relue en locuteur : readAsSpeaker.' }) mayRead: MayType;
}

@ObjectType('MinutesPdf')
export class MinutesPdfType {
  @Field(() => String, { description: 'fr ou ar.' }) language: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 des octets conservés ; nul pour la copie signée, composée à la demande.' }) sha256: string | null;
  @Field(() => String) url: string;
}

@ObjectType('SignatureContest', { description: 'Une signature par code que son propre côté conteste.' })
export class SignatureContestType {
  @Field(() => String, { description: 'La fonction de qui conteste.' }) office: string;
  @Field(() => String) reason: string;
  @Field(() => InstantScalar) contestedAt: Date;
  @Field(() => CivilDateScalar, { description: 'Le jour chez la partie qui conteste.' }) civilDate: string;
}

@ObjectType('MinutesSignature')
export class MinutesSignatureType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => String, { description: 'La qualité, telle qu’elle valait ce jour-là.' }) office: string;
  @Field(() => String) person: string;
  @Field(() => String, { nullable: true, description: 'Signé par intérim : l’acte qui le permet, et sa date.' }) interim: string | null;
  @Field(() => String, { description: '« Fait à … »' }) place: string;
  @Field(() => CivilDateScalar, { description: 'Le jour chez le signataire.' }) civilDate: string;
  @Field(() => InstantScalar) signedAt: Date;
  @Field(() => Int) version: number;
  @Field(() => String) contentHash: string;
  @Field(() => String) pdfSha256: string;
  @Field(() => SignatureMethodEnum) method: keyof typeof SignatureMethodEnum;
  @Field(() => String, { description: 'SIMPLE : jamais plus.' }) level: string;
  @Field(() => SignatureContestType, { nullable: true }) contest: SignatureContestType | null;
  @Field(() => String, { nullable: true, description: 'Jusqu’à quand une signature par code se conteste, chez le lecteur ; nul pour une clé d’accès, un papier, une version remplacée.' }) contestableUntil: string | null;
  @Field(() => MayType, { description: 'Dire que cette signature n’est pas celle de son côté : contestSignature.' }) viewerMayContest: MayType;
}

@ObjectType('VoidedMinutes', { description: 'Une version qui fut définitive et ne l’est plus : lisible, ses signatures nulles mais conservées.' })
export class VoidedMinutesType {
  @Field(() => Int) version: number;
  @Field(() => String) voidReason: string;
  @Field(() => InstantScalar) voidedAt: Date;
  @Field(() => InstantScalar) finalisedAt: Date;
  @Field(() => String) contentHash: string;
  @Field(() => [MinutesPdfType]) pdfs: MinutesPdfType[];
  @Field(() => [MinutesSignatureType]) signatures: MinutesSignatureType[];
}

@ObjectType('MinutesLink', { description: 'Un autre PV de la même séance.' })
export class MinutesLinkType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => MinutesStateEnum) state: keyof typeof MinutesStateEnum;
}

@ObjectType('MinutesMay')
export class MinutesMayType {
  @Field(() => MayType) edit: MayType;
  @Field(() => MayType) review: MayType;
  @Field(() => MayType) finalise: MayType;
  @Field(() => MayType) sign: MayType;
  @Field(() => MayType) refuse: MayType;
  @Field(() => MayType) returnToDraft: MayType;
  @Field(() => MayType) observe: MayType;
  @Field(() => MayType) answerObservation: MayType;
  @Field(() => MayType) rectify: MayType;
}

@ObjectType('Minutes', { description: 'Le procès-verbal (PV) d’une séance.' })
export class MinutesType {
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => ID) meetingId: string;
  @Field(() => String, { nullable: true, description: 'PV-AAAA-n, donné quand le PV devient définitif.' }) number: string | null;
  @Field(() => Int) version: number;
  @Field(() => MinutesStateEnum) state: keyof typeof MinutesStateEnum;
  @Field(() => [MinutesProseType], { description: 'Le texte libre, langue par langue ; vide quand le lecteur ne voit pas encore le projet.' }) prose: MinutesProseType[];
  @Field(() => Int, { description: 'À rendre avec editMinutes (expectedVersion).' }) proseVersion: number;
  @Field(() => String, { nullable: true }) contentHash: string | null;
  @Field(() => [MinutesPdfType], { description: 'Les PDF arrêtés de cette version.' }) pdfs: MinutesPdfType[];
  @Field(() => [MinutesPdfType], { description: 'Les feuilles de signatures, dès la première.' }) signedPdfs: MinutesPdfType[];
  @Field(() => InstantScalar) draftedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) finalisedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) executoryAt: Date | null;
  @Field(() => String, { description: '« Exécutoire depuis le … » ou ce qui manque pour l’être.' }) executorySentence: string;
  @Field(() => RuleSourceView) executorySource: RuleSourceView;
  @Field(() => String, { description: 'Quelle langue fait foi.' }) languageNotice: string;
  @Field(() => RuleSourceView) languageSource: RuleSourceView;
  @Field(() => MinutesFactsType) facts: MinutesFactsType;
  @Field(() => [MinutesSignatureType]) signatures: MinutesSignatureType[];
  @Field(() => [PartyType], { description: 'Les parties dont la signature est attendue.' }) missing: PartyType[];
  @Field(() => [VoidedMinutesType]) voided: VoidedMinutesType[];
  @Field(() => MinutesObservationsType, { nullable: true, description: 'Nul tant que le projet n’a pas été soumis à la relecture.' }) observations: MinutesObservationsType | null;
  @Field(() => MinutesLinkType, { nullable: true, description: 'Le PV exécutoire que celui-ci rectifie.' }) rectifies: MinutesLinkType | null;
  @Field(() => String, { nullable: true, description: 'Pourquoi il le rectifie.' }) rectifiesReason: string | null;
  @Field(() => MinutesLinkType, { nullable: true, description: 'Le PV qui rectifie celui-ci.' }) rectifiedBy: MinutesLinkType | null;
  @Field(() => MinutesMayType) viewerMay: MinutesMayType;
}
