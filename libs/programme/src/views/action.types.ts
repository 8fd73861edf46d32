import { PartyType, SeatType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FollowedAction } from '../domain/followed-action.js';
import { ActionStateEnum } from './action.enums.js';
import type { ActionPlace } from './action-place.reader.js';
import { ValidationMomentType } from './sheet.types.js';

@ObjectType('ActionOwner', { description: 'Qui répond de l’action pour une partie : un siège, et qui l’occupe aujourd’hui.' })
export class ActionOwnerType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => SeatType, { nullable: true, description: 'Nul tant que la partie n’a désigné personne.' }) seat: SeatType | null;
}

@ObjectType('ActionMilestone')
export class MilestoneType {
  @Field(() => Int) place: number;
  @Field(() => String) label: string;
  @Field(() => CivilDateScalar) dueOn: string;
  @Field(() => CivilDateScalar, { nullable: true }) doneOn: string | null;
  @Field(() => Boolean) dropped: boolean;
  @Field(() => Boolean, { description: 'Passé sans être atteint.' }) late: boolean;
}

@ObjectType('ActionBlocker', { description: 'Ce qui bloque une action.' })
export class BlockerType {
  @Field(() => Int) place: number;
  @Field(() => String) what: string;
  @Field(() => CivilDateScalar) since: string;
  @Field(() => PartyType, { nullable: true, description: 'À qui il revient de le lever ; nul : un tiers.' }) party: PartyType | null;
  @Field(() => CivilDateScalar, { nullable: true }) liftedOn: string | null;
}

@ObjectType('ActionEntry', { description: 'Une ligne de l’histoire d’une action : elle ne change ni ne disparaît.' })
export class ActionEntryType {
  @Field(() => Int) place: number;
  @Field(() => String) kind: string;
  @Field(() => String, { description: 'Ce qui a été fait, dans la langue du lecteur.' }) sentence: string;
  @Field(() => String, { description: 'Ce que la personne a écrit ; vide si rien.' }) note: string;
  @Field(() => String) author: string;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => ValidationMomentType) moment: ValidationMomentType;
}

@ObjectType('ActionDecision', { description: 'La décision du comité que l’action met en œuvre, et le PV qui la porte.' })
export class ActionDecisionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => ID) meetingId: string;
  @Field(() => ID, { nullable: true }) minutesId: string | null;
  @Field(() => String, { nullable: true }) minutesNumber: string | null;
}

@ObjectType('FollowedActionMay')
export class FollowedActionMayType {
  @Field(() => MayType, { description: 'Désigner, poser un jalon, faire le point, signaler un blocage.' }) follow: MayType;
  @Field(() => MayType) start: MayType;
  @Field(() => MayType, { description: 'Commencer avant l’exécution, avec un motif.' }) startEarly: MayType;
  @Field(() => MayType) complete: MayType;
  @Field(() => MayType, { description: 'Reporter ou annuler.' }) decide: MayType;
}

@ObjectType('FollowedAction', { description: 'Une action suivie : d’un plan adopté, ou suite d’une décision.' })
export class FollowedActionType {
  /** What the other fields are computed from: not part of the schema. */
  held: FollowedAction;
  around: ActionPlace;

  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => String) title: string;
  @Field(() => ActionStateEnum) state: keyof typeof ActionStateEnum;
  @Field(() => String, { description: 'L’état en mots, dans la langue du lecteur.' }) stateWords: string;
  @Field(() => Int, { description: 'Avancement dit, de 0 à 100.' }) percent: number;
  @Field(() => CivilDateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'La fin prévue, telle que reportée s’il y a lieu.' }) endsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) startedOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) completedOn: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Lu du PV : instant de la dernière signature.' }) executoryAt: Date | null;
  @Field(() => String) executorySentence: string;
  @Field(() => RuleSourceView, { description: 'La règle qui retient l’action avant l’exécution.' }) executorySource: RuleSourceView;
  @Field(() => String, { nullable: true, description: '« Commencée avant l’exécution : … »' }) earlySentence: string | null;
  @Field(() => Boolean) late: boolean;
  @Field(() => String, { nullable: true }) lateSentence: string | null;
  @Field(() => ID, { nullable: true, description: 'La fiche ; nulle pour la suite d’une décision.' }) sheetId: string | null;
  @Field(() => String, { nullable: true }) axisNumber: string | null;
  @Field(() => ActionDecisionType) decision: ActionDecisionType;
  @Field(() => ActionDecisionType, { nullable: true, description: 'La décision qui l’annule ou la reporte.' }) endedBy: ActionDecisionType | null;
  @Field(() => [ActionOwnerType], { description: 'Un par partie.' }) owners: ActionOwnerType[];
  @Field(() => Boolean, { description: 'Le lecteur en répond.' }) mine: boolean;
  @Field(() => [MilestoneType]) milestones: MilestoneType[];
  @Field(() => [BlockerType]) blockers: BlockerType[];
}

@ObjectType('FollowedActions', { description: 'Les actions d’une année, en retard d’abord.' })
export class FollowedActionsType {
  @Field(() => Int) year: number;
  @Field(() => [Int], { description: 'Les années qui ont des actions, la plus récente d’abord.' }) years: number[];
  @Field(() => [FollowedActionType]) actions: FollowedActionType[];
}
