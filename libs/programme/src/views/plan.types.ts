import { AxisType } from '#agreement';
import type { PartyType } from '#parties';
import { CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SheetWorld } from '../domain/edit.js';
import type { PlanCase } from '../domain/plan.js';
import { PlanBackPlanType, SheetMoveType } from './back-plan.types.js';
import { PlanColourEnum, PlanColumnEnum, PlanStateEnum } from './programme.enums.js';
import { MoneyTotalType, ProjectSheetType, ValidationType } from './sheet.types.js';

@ObjectType('PlannedAction', { description: 'Une fiche retenue au plan.' })
export class PlannedActionType {
  @Field(() => Int) place: number;
  @Field(() => ProjectSheetType) sheet: ProjectSheetType;
}

@ObjectType('ActionPlanMay')
export class PlanMayType {
  @Field(() => MayType) addSheet: MayType;
  @Field(() => MayType) validate: MayType;
  @Field(() => MayType) freeze: MayType;
  @Field(() => MayType) reopen: MayType;
}

@ObjectType('ActionPlan', { description: 'Plan d’action annuel (Art. 4-1).' })
export class ActionPlanType {
  /** What `viewerMay` and `budgetTable` are computed from: not part of the schema. */
  held: PlanCase;
  world: SheetWorld;
  onOpenBallot: boolean;
  parties: readonly PartyType[];

  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => Int, { description: '1, puis une de plus à chaque révision décidée par le comité.' }) version: number;
  @Field(() => PlanStateEnum) state: keyof typeof PlanStateEnum;
  @Field(() => String, { nullable: true, description: 'SHA-256 du contenu arrêté.' }) contentHash: string | null;
  @Field(() => String, { description: 'SHA-256 de la liste des actions : à renvoyer en validant, pour ne valider que ce qui a été lu.' }) actionsHash: string;
  @Field(() => InstantScalar, { nullable: true }) frozenAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) adoptedAt: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'Nul tant que ce n’est pas jugé.' }) onTime: boolean | null;
  @Field(() => String, { nullable: true }) onTimeSentence: string | null;
  @Field(() => RuleSourceView, { nullable: true, description: 'La règle qui fixe l’échéance.' }) onTimeSource: RuleSourceView | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Dernière signature du procès-verbal.' }) executoryAt: Date | null;
  @Field(() => PlanColourEnum) colour: keyof typeof PlanColourEnum;
  @Field(() => String) colourSentence: string;
  @Field(() => [PlannedActionType]) actions: PlannedActionType[];
  @Field(() => [ValidationType]) validations: ValidationType[];
  @Field(() => [MoneyTotalType]) totals: MoneyTotalType[];
}

@ObjectType('PlanDeadline', { description: 'L’échéance du plan de l’année n.' })
export class PlanDeadlineType {
  @Field(() => CivilDateScalar, { description: 'Le jour que nomme le texte (J).' }) day: string;
  @Field(() => CivilDateScalar, { description: 'Le dernier jour utile.' }) lastDay: string;
  @Field(() => InstantScalar, { description: 'Le premier instant trop tardif.' }) closesAt: Date;
  @Field(() => String, { description: 'Le fuseau dont le minuit compte.' }) zone: string;
  @Field(() => Int, { description: 'Jours jusqu’au dernier jour utile : 0 ce jour-là, négatif après.' }) daysLeft: number;
  @Field(() => Int, { description: 'Jours ouvrés chez toutes les parties, d’aujourd’hui au dernier jour utile, tous deux compris.' }) workingDaysLeft: number;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('PlanColumn')
export class PlanColumnType {
  @Field(() => PlanColumnEnum) state: keyof typeof PlanColumnEnum;
  @Field(() => String) title: string;
  @Field(() => [ProjectSheetType]) sheets: ProjectSheetType[];
}

@ObjectType('AxisCoverage')
export class AxisCoverageType {
  @Field(() => AxisType) axis: AxisType;
  @Field(() => Int, { description: 'Fiches de l’année sur cet axe.' }) covered: number;
  @Field(() => Int, { description: 'Pistes de l’Annexe II sur cet axe.' }) leads: number;
  @Field(() => Boolean, { description: 'Ni piste, ni fiche.' }) uncovered: boolean;
  @Field(() => String) sentence: string;
}

@ObjectType('PlanBlocker', { description: 'Ce qui sépare encore le plan de l’exécution, et où aller.' })
export class PlanBlockerType {
  @Field(() => String) code: string;
  @Field(() => String) sentence: string;
  @Field(() => String) href: string;
  @Field(() => String) subjectKind: string;
  @Field(() => ID) subjectId: string;
}

@ObjectType('PlanBoard', { description: 'Le tableau du plan de l’année.' })
export class PlanBoardType {
  @Field(() => Int) year: number;
  @Field(() => PlanDeadlineType, { nullable: true, description: 'Nulle quand la convention ne fixe pas d’échéance.' }) deadline: PlanDeadlineType | null;
  @Field(() => PlanBackPlanType, { nullable: true, description: 'Nul sans échéance : rien ne se compte à rebours.' }) backPlan: PlanBackPlanType | null;
  @Field(() => ActionPlanType, { nullable: true }) plan: ActionPlanType | null;
  @Field(() => [PlanColumnType]) columns: PlanColumnType[];
  @Field(() => [SheetMoveType], { description: 'Pour chaque fiche, les autres colonnes : ce qui y mène, ou pourquoi non.' }) moves: SheetMoveType[];
  @Field(() => [AxisCoverageType]) coverage: AxisCoverageType[];
  @Field(() => String, { nullable: true, description: 'Les axes que rien ne sert, en une phrase ; nul quand chacun a une piste ou une fiche.' }) uncoveredSentence: string | null;
  @Field(() => [PlanBlockerType]) blockers: PlanBlockerType[];
  @Field(() => [MoneyTotalType]) totals: MoneyTotalType[];
  @Field(() => PlanColourEnum) colour: keyof typeof PlanColourEnum;
  @Field(() => String) colourSentence: string;
}
