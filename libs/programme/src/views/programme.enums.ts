import { registerEnumType } from '@nestjs/graphql';
import { columnNames } from '../domain/board.js';
import { payerKinds } from '../domain/budget-table.js';
import { channels, enteredKinds } from '../domain/entered.js';
import { planStates } from '../domain/plan.js';
import { budgetKinds, sheetKinds, sheetStates } from '../domain/sheet.js';

export const enumOf = <Word extends string>(words: readonly Word[]): { readonly [Key in Word]: Key } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [Key in Word]: Key };

export const SheetKindEnum = enumOf(sheetKinds);
registerEnumType(SheetKindEnum, { name: 'ProjectSheetKind', description: 'Initiative, projet ou mission (Art. 5).' });

export const SheetStateEnum = enumOf(sheetStates);
registerEnumType(SheetStateEnum, { name: 'ProjectSheetState', description: 'Où en est une fiche technique.' });

export const BudgetKindEnum = enumOf(budgetKinds);
registerEnumType(BudgetKindEnum, { name: 'BudgetKind', description: 'En numéraire, ou valorisation.' });

export const PayerKindEnum = enumOf(payerKinds);
registerEnumType(PayerKindEnum, { name: 'BudgetPayer', description: 'Une partie, un autre financeur, ou personne de nommé.' });

export const PlanStateEnum = enumOf(planStates);
registerEnumType(PlanStateEnum, { name: 'ActionPlanState', description: 'Où en est un plan d’action ; « exécutoire » se lit dans executoryAt.' });

export const PlanColourEnum = enumOf(['GREEN', 'AMBER', 'RED'] as const);
registerEnumType(PlanColourEnum, { name: 'PlanColour', description: 'Vert : exécutoire. Orange : adopté. Rouge : ni l’un ni l’autre (C5 Q8).' });

export const PlanColumnEnum = enumOf(columnNames);
registerEnumType(PlanColumnEnum, { name: 'PlanColumnName', description: 'Proposée, instruite, retenue, validée.' });

export const EnteredKindEnum = enumOf(enteredKinds);
registerEnumType(EnteredKindEnum, { name: 'EnteredKind', description: 'Les actes qui peuvent être saisis pour une personne.' });

export const ChannelEnum = enumOf(channels);
registerEnumType(ChannelEnum, { name: 'EnteredChannel', description: 'Comment la parole est venue : papier, courriel, téléphone, de vive voix.' });

export const EnteredStateEnum = enumOf(['WAITING', 'READ', 'CONTESTED', 'ELAPSED'] as const);
registerEnumType(EnteredStateEnum, { name: 'EnteredState', description: 'Non lu, lu, contesté, ou délai écoulé sans contestation.' });
