import { PersonType } from '#identity';
import { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EnteredAct } from '../domain/entered.js';
import { ChannelEnum, EnteredKindEnum, EnteredStateEnum } from './programme.enums.js';

@ObjectType('EnteredAct', { description: 'Un acte saisi par une personne pour une autre, d’après sa parole.' })
export class EnteredActType {
  /** What `viewerMay`, `proofs` and `moment` are computed from: not part of the schema. */
  held: EnteredAct;
  parties: readonly PartyType[];

  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => EnteredKindEnum) act: keyof typeof EnteredKindEnum;
  @Field(() => Int, { description: 'La version de la fiche ou du plan dont elle parlait.' }) version: number;
  @Field(() => String, { description: 'L’acte, nommé avec ce qu’il touche.' }) title: string;
  @Field(() => String, { description: '« Saisi pour … par …, le …, d’après … ».' }) sentence: string;
  @Field(() => String, { description: 'La page de la fiche ou du plan.' }) href: string;
  @Field(() => PartyType, { description: 'La partie pour laquelle elle parlait.' }) party: PartyType;
  @Field(() => PersonType, { description: 'La personne dont c’est la parole.' }) person: PersonType;
  @Field(() => String, { description: 'Sa qualité, ce jour-là.' }) office: string;
  @Field(() => PartyType) byParty: PartyType;
  @Field(() => PersonType, { description: 'La personne qui a saisi.' }) byPerson: PersonType;
  @Field(() => ChannelEnum) channel: keyof typeof ChannelEnum;
  @Field(() => CivilDateScalar) saidOn: string;
  @Field(() => String) note: string;
  @Field(() => InstantScalar) enteredAt: Date;
  @Field(() => CivilDateScalar, { description: 'Dernier jour pour contester.' }) contestUntil: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Première ouverture par la personne.' }) readAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) contestedAt: Date | null;
  @Field(() => String, { nullable: true }) contestReason: string | null;
  @Field(() => Boolean, { nullable: true, description: 'La contestation a-t-elle fait revenir l’acte ? Nul tant que personne n’a contesté.' }) undone: boolean | null;
  @Field(() => String, { nullable: true, description: 'Ce que la contestation a changé.' }) outcome: string | null;
}

@ObjectType('EnteredActMay')
export class EnteredActMayType {
  @Field(() => MayType) contest: MayType;
}

@ObjectType('EnteredActStanding', { description: 'Où en est l’acte aux yeux de la personne.' })
export class EnteredStandingType {
  @Field(() => EnteredStateEnum) state: keyof typeof EnteredStateEnum;
  @Field(() => String) sentence: string;
}

@ObjectType('EnteringPerson', { description: 'Une personne pour qui l’acte peut être saisi.' })
export class EnteringPersonType {
  @Field(() => PersonType) person: PersonType;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String) office: string;
  @Field(() => Boolean, { description: 'Le papier doit être joint.' }) proofRequired: boolean;
}

@ObjectType('EnteringOption')
export class EnteringOptionType {
  @Field(() => EnteredKindEnum) act: keyof typeof EnteredKindEnum;
  @Field(() => [EnteringPersonType]) people: EnteringPersonType[];
}

@ObjectType('EnteringDesk', { description: 'Ce qui peut être saisi ici, pour qui, et sous quelles règles.' })
export class EnteringDeskType {
  @Field(() => ID) partnershipId: string;
  @Field(() => ID) subjectId: string;
  @Field(() => String) title: string;
  @Field(() => String) href: string;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => String, { nullable: true }) actionsHash: string | null;
  @Field(() => [EnteringOptionType]) options: EnteringOptionType[];
  @Field(() => [EnteringPersonType], { description: 'À qui la fiche peut partir par courriel.' }) mailTo: EnteringPersonType[];
  @Field(() => [String], { description: 'Pourquoi d’autres n’y sont pas.' }) reasons: string[];
  @Field(() => [String], { description: 'Les règles, en clair.' }) rules: string[];
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => CivilDateScalar) today: string;
}
