import { PartyType } from '#parties';
import { CivilDateScalar, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalMomentType } from './minutes-facts.types.js';

export const ObservationKindEnum = { AGREE: 'AGREE', REMARK: 'REMARK', CHANGE: 'CHANGE' } as const;
registerEnumType(ObservationKindEnum, { name: 'ObservationKind', description: 'D’accord, remarque, ou demande de changement : aucune ne refuse le PV.' });

@ObjectType('ObservationAnswered')
export class ObservationAnsweredType {
  @Field(() => Boolean) takenUp: boolean;
  @Field(() => String, { nullable: true, description: 'Pourquoi, quand elle n’est pas suivie.' }) text: string | null;
  @Field(() => LocalMomentType) moment: LocalMomentType;
}

@ObjectType('MinutesObservation')
export class MinutesObservationType {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ObservationKindEnum) kind: keyof typeof ObservationKindEnum;
  @Field(() => String, { description: 'whole, facts, discussions, reservations, nextMeeting.' }) passage: string;
  @Field(() => String, { nullable: true, description: 'Les mots du PV dont il s’agit, tels qu’ils étaient.' }) quoted: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => PartyType) party: PartyType;
  @Field(() => String, { description: 'La fonction d’où elle est faite.' }) office: string;
  @Field(() => LocalMomentType) moment: LocalMomentType;
  @Field(() => Boolean, { description: 'Le texte a été réécrit depuis.' }) onEarlierText: boolean;
  @Field(() => ObservationAnsweredType, { nullable: true }) answer: ObservationAnsweredType | null;
}

@ObjectType('MinutesObservations', { description: 'Ce que les présents disent du projet ; gardé à côté du PV, jamais dedans.' })
export class MinutesObservationsType {
  @Field(() => CivilDateScalar, { nullable: true, description: 'Dernier jour, chez l’hôte : cinq jours ouvrés de tous les territoires.' }) until: string | null;
  @Field(() => Boolean) isOpen: boolean;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => [MinutesObservationType]) list: MinutesObservationType[];
  @Field(() => [String], { description: 'Les fonctions présentes à la séance qui n’ont encore rien dit de cette version.' }) silent: string[];
  @Field(() => Int, { description: 'Demandes de changement sans réponse : le PV ne peut pas devenir définitif.' }) unanswered: number;
}
