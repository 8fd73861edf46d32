import { CivilDateScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { milestoneNames, movableMilestones } from '../domain/back-plan.js';
import { moveActs } from '../domain/moves.js';
import { enumOf, PlanColumnEnum } from './programme.enums.js';

export const MilestoneEnum = enumOf(milestoneNames);
registerEnumType(MilestoneEnum, { name: 'PlanMilestoneName', description: 'Les étapes qui précèdent un plan validé, dans leur ordre.' });
export const MovableMilestoneEnum = enumOf(movableMilestones);
registerEnumType(MovableMilestoneEnum, { name: 'MovableMilestone', description: 'Les étapes que les coordinations peuvent déplacer : toutes, sauf le jour que fixe la règle.' });
export const MilestoneStateEnum = enumOf(['DONE', 'DUE', 'LATE'] as const);
registerEnumType(MilestoneStateEnum, { name: 'PlanMilestoneState', description: 'Faite, à venir, en retard.' });
export const MoveActEnum = enumOf(moveActs);
registerEnumType(MoveActEnum, { name: 'SheetMoveAct', description: 'Ce qui mène une fiche à une autre colonne.' });

@ObjectType('PlanMilestone', { description: 'Une étape de la préparation du plan.' })
export class PlanMilestoneType {
  @Field(() => MilestoneEnum) name: keyof typeof MilestoneEnum;
  @Field(() => String) title: string;
  @Field(() => CivilDateScalar, { description: 'Au plus tard ce jour : ouvré chez toutes les parties, sauf le dernier, que fixe la règle.' }) day: string;
  @Field(() => Int, { nullable: true, description: 'Jours avant le jour que nomme la règle ; nul pour le dernier, qui ne se déplace pas.' }) daysBefore: number | null;
  @Field(() => MilestoneStateEnum) state: keyof typeof MilestoneStateEnum;
  @Field(() => String) stateSentence: string;
  @Field(() => String, { nullable: true, description: 'À qui c’est le tour ; nul quand c’est fait.' }) owes: string | null;
  @Field(() => String, { nullable: true, description: 'Ce que l’on sait de plus : la date de la séance, qui a déplacé l’étape.' }) note: string | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => String, { description: 'La page où cela se fait.' }) href: string;
}

@ObjectType('PlanBackPlan', { description: 'Le rétroplanning du plan, compté depuis l’échéance de la règle.' })
export class PlanBackPlanType {
  @Field(() => [PlanMilestoneType]) milestones: PlanMilestoneType[];
  @Field(() => MayType, { description: 'Déplacer une étape.' }) mayMove: MayType;
}

@ObjectType('SheetMove', { description: 'Où une fiche du tableau peut aller, ou pourquoi elle ne le peut pas.' })
export class SheetMoveType {
  @Field(() => ID) sheetId: string;
  @Field(() => PlanColumnEnum) to: keyof typeof PlanColumnEnum;
  @Field(() => MoveActEnum, { nullable: true, description: 'Nul : seule la décision du comité y mène.' }) act: keyof typeof MoveActEnum | null;
  @Field(() => String) label: string;
  @Field(() => MayType) may: MayType;
  @Field(() => String, { nullable: true, description: 'Où l’acte se fait, quand il demande d’abord de lire la fiche.' }) href: string | null;
}
