import { registerEnumType } from '@nestjs/graphql';
import { columnNames } from '../domain/board.js';
import { planStates } from '../domain/plan.js';
import { budgetKinds, sheetKinds, sheetStates } from '../domain/sheet.js';

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [Key in Word]: Key } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [Key in Word]: Key };

export const SheetKindEnum = enumOf(sheetKinds);
registerEnumType(SheetKindEnum, { name: 'ProjectSheetKind', description: 'Initiative, projet ou mission (Art. 5).' });

export const SheetStateEnum = enumOf(sheetStates);
registerEnumType(SheetStateEnum, { name: 'ProjectSheetState', description: 'Où en est une fiche technique.' });

export const BudgetKindEnum = enumOf(budgetKinds);
registerEnumType(BudgetKindEnum, { name: 'BudgetKind', description: 'En numéraire, ou valorisation.' });

export const PlanStateEnum = enumOf(planStates);
registerEnumType(PlanStateEnum, { name: 'ActionPlanState', description: 'Où en est un plan d’action ; « exécutoire » se lit dans executoryAt.' });

export const PlanColourEnum = enumOf(['GREEN', 'AMBER', 'RED'] as const);
registerEnumType(PlanColourEnum, { name: 'PlanColour', description: 'Vert : exécutoire. Orange : adopté. Rouge : ni l’un ni l’autre (C5 Q8).' });

export const PlanColumnEnum = enumOf(columnNames);
registerEnumType(PlanColumnEnum, { name: 'PlanColumnName', description: 'Proposée, instruite, retenue, validée.' });
