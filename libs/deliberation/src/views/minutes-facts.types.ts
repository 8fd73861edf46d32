import { PartyType } from '#parties';
import { CivilDateScalar, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MeetingKindEnum, MeetingModeEnum, PresenceEnum } from './deliberation.enums.js';

@ObjectType('LocalMoment', { description: 'Un même instant, tel que chaque ville l’a vécu.' })
export class LocalMomentType {
  @Field(() => String) city: string;
  @Field(() => CivilDateScalar) civilDate: string;
  @Field(() => String, { description: 'HH:MM.' }) time: string;
}

@ObjectType('MinutesMember')
export class MinutesMemberType {
  @Field(() => ID) seatId: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Nul quand le nom est déjà la fonction.' }) office: string | null;
  @Field(() => String, { description: 'CO_PRESIDENT, ELECTED, TECHNICIAN, COORDINATOR.' }) category: string;
  @Field(() => PresenceEnum) presence: keyof typeof PresenceEnum;
  @Field(() => Boolean, { description: 'Faux : siège sans voix.' }) votes: boolean;
  @Field(() => String, { nullable: true, description: 'Absent : qui a porté son pouvoir.' }) representedBy: string | null;
  @Field(() => [String], { description: 'Arrivée après l’ouverture, départ avant la fin.' }) movements: string[];
}

@ObjectType('MinutesVoice')
export class MinutesVoiceType {
  @Field(() => ID) seatId: string;
  @Field(() => String, { description: 'La fonction de qui a voté.' }) office: string;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String, { description: 'FOR, AGAINST, ABSTAIN, NOT_CAST.' }) choice: string;
  @Field(() => String, { nullable: true, description: 'Par pouvoir : la fonction de qui a porté cette voix.' }) heldBy: string | null;
  @Field(() => String, { nullable: true }) words: string | null;
}

@ObjectType('MinutesBallot')
export class MinutesBallotType {
  @Field(() => Int) ordinal: number;
  @Field(() => Boolean) adopted: boolean;
  @Field(() => String, { description: '« Adoptée à l’unanimité »' }) verdict: string;
  @Field(() => [String], { description: 'Pourquoi non ; vide quand le texte est adopté.' }) reasons: string[];
  @Field(() => [String], { description: 'À main levée : qui l’a constaté et confirmé, qui conteste. Vide pour un vote sur téléphone.' }) notes: string[];
  @Field(() => [MinutesVoiceType]) voices: MinutesVoiceType[];
}

@ObjectType('MinutesAnnex', { description: 'Un document joint à l’ordre du jour, nommé par son empreinte.' })
export class MinutesAnnexType {
  @Field(() => String) title: string;
  @Field(() => String, { description: 'SHA-256 des octets, en hexadécimal.' }) sha256: string;
}

@ObjectType('MinutesDecision')
export class MinutesDecisionType {
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => String) textHash: string;
  @Field(() => Boolean) adopted: boolean;
  @Field(() => [MinutesBallotType]) ballots: MinutesBallotType[];
  @Field(() => [MinutesAnnexType], { description: 'Les documents joints à ce point.' }) annexes: MinutesAnnexType[];
}

@ObjectType('MinutesQuorum')
export class MinutesQuorumType {
  @Field(() => Boolean, { nullable: true, description: 'Nul : aucune règle ne demande de quorum.' }) reached: boolean | null;
  @Field(() => String) rule: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('MinutesNextMeeting')
export class MinutesNextMeetingType {
  @Field(() => String) host: string;
  @Field(() => String) when: string;
}

@ObjectType('MinutesFacts', { description: 'Les faits verrouillés du PV, dans la langue du lecteur : ils viennent de la séance, personne ne les récrit.' })
export class MinutesFactsType {
  @Field(() => String) partnership: string;
  @Field(() => String) agreement: string;
  @Field(() => MeetingKindEnum) kind: keyof typeof MeetingKindEnum;
  @Field(() => MeetingModeEnum) mode: keyof typeof MeetingModeEnum;
  @Field(() => String) place: string;
  @Field(() => PartyType) hostParty: PartyType;
  @Field(() => [LocalMomentType], { description: 'L’ouverture dans chaque ville, l’hôte d’abord.' }) opened: LocalMomentType[];
  @Field(() => [LocalMomentType]) closed: LocalMomentType[];
  @Field(() => CivilDateScalar, { nullable: true }) convokedOn: string | null;
  @Field(() => [String]) presidents: string[];
  @Field(() => String, { nullable: true }) secretary: string | null;
  @Field(() => [MinutesMemberType]) present: MinutesMemberType[];
  @Field(() => [MinutesMemberType]) remote: MinutesMemberType[];
  @Field(() => [MinutesMemberType]) excused: MinutesMemberType[];
  @Field(() => [MinutesMemberType], { description: 'Absents, ou sans réponse (presence le dit).' }) absent: MinutesMemberType[];
  @Field(() => [String], { description: 'Personnes et organismes entendus, sans voix.' }) guests: string[];
  @Field(() => MinutesQuorumType) quorum: MinutesQuorumType;
  @Field(() => [String]) agenda: string[];
  @Field(() => [MinutesDecisionType]) decisions: MinutesDecisionType[];
  @Field(() => [MinutesAnnexType], { description: 'Les documents joints aux points sans vote.' }) annexes: MinutesAnnexType[];
  @Field(() => MinutesNextMeetingType, { nullable: true }) nextMeeting: MinutesNextMeetingType | null;
}
