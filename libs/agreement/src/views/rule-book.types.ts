import { PartyType } from '#parties';
import { InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArticleType } from './agreement.types.js';

@ObjectType('RuleReading', { description: 'Une lecture possible, en mots.' })
export class RuleReadingType {
  @Field(() => String) code: string;
  @Field(() => String) words: string;
  @Field(() => Boolean, { description: 'Faux : lecture possible du texte, que Passerelle n’applique pas.' }) offered: boolean;
}

@ObjectType('RulePart', { description: 'Une partie de la valeur d’une règle, et ce qu’elle peut être.' })
export class RulePartType {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'CHOICE, MANY, NUMBER ou DAY.' }) kind: string;
  @Field(() => String, { nullable: true }) label: string | null;
  @Field(() => [RuleReadingType]) readings: RuleReadingType[];
  @Field(() => Int, { nullable: true }) from: number | null;
  @Field(() => Int, { nullable: true }) to: number | null;
  @Field(() => Boolean, { description: 'Peut rester vide : sans limite.' }) mayBeEmpty: boolean;
  @Field(() => [String], { description: 'Ce qui est en vigueur ; un jour vient en deux : mois, jour.' }) held: string[];
}

@ObjectType('RuleVersion', { description: 'Une valeur qu’une règle a eue, a, ou qu’on demande.' })
export class RuleVersionType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'RECORDED, SET, DECISION ou CORRECTION.' }) act: string;
  @Field(() => String, { description: 'AWAITING, ADOPTED, IN_EFFECT, PAST ou CLOSED.' }) state: string;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => PartyType, { nullable: true }) agreedBy: PartyType | null;
  @Field(() => String, { nullable: true }) motive: string | null;
  @Field(() => InstantScalar) askedAt: Date;
  @Field(() => InstantScalar, { nullable: true }) inEffectAt: Date | null;
  @Field(() => ID, { nullable: true }) decisionId: string | null;
  @Field(() => MayType) viewerMayAgree: MayType;
  @Field(() => MayType) viewerMayClose: MayType;
}

@ObjectType('RuleWarning', { description: 'Deux règles en vigueur qui ne vont pas ensemble : ce qui se passe alors. N’empêche rien.' })
export class RuleWarningType {
  @Field(() => String) code: string;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('Rule', { description: 'Une règle de l’accord : sa phrase, sa source, comment elle change.' })
export class RuleType {
  @Field(() => String) key: string;
  @Field(() => Int, { nullable: true, description: 'Numéro de la question d’interprétation à laquelle elle répond.' }) number: number | null;
  @Field(() => String) subject: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) question: string | null;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView, { nullable: true, description: 'Absente quand l’accord n’a pas cette règle.' }) source: RuleSourceView | null;
  @Field(() => String, { nullable: true, description: 'La valeur, en JSON.' }) value: string | null;
  @Field(() => Boolean, { description: 'La valeur est la lecture usuelle de Passerelle ; faux aussi quand l’accord ne dit rien.' }) usual: boolean;
  @Field(() => [RuleWarningType]) warnings: RuleWarningType[];
  @Field(() => String) change: string;
  @Field(() => [RulePartType]) parts: RulePartType[];
  @Field(() => [RuleVersionType], { description: 'La plus récente d’abord.' }) versions: RuleVersionType[];
  @Field(() => MayType) viewerMaySet: MayType;
  @Field(() => MayType) viewerMayPropose: MayType;
  @Field(() => MayType) viewerMayCorrect: MayType;
}

@ObjectType('ServiceConfirmation', { description: 'Ce qu’une partie a dit de la mise en service.' })
export class ServiceConfirmationType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => Boolean) confirmed: boolean;
}

@ObjectType('RuleBook', { description: 'Les règles d’un accord, par sujet, avec leurs sources.' })
export class RuleBookType {
  @Field(() => ID) agreementId: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { description: 'Langue du texte qui fait foi.' }) authoritativeLanguage: string;
  @Field(() => Int) edition: number;
  @Field(() => InstantScalar, { nullable: true }) inServiceAt: Date | null;
  @Field(() => [ServiceConfirmationType]) confirmations: ServiceConfirmationType[];
  @Field(() => [RuleType]) rules: RuleType[];
  @Field(() => [ArticleType]) articles: ArticleType[];
  @Field(() => MayType) viewerMayConfirm: MayType;
}
