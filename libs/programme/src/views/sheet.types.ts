import { ActionLeadType, AxisType } from '#agreement';
import { PersonType } from '#identity';
import { PartyType } from '#parties';
import { BigIntScalar, CivilDateScalar, InstantScalar, MayType, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SheetWorld } from '../domain/edit.js';
import type { SheetCase } from '../domain/sheet-life.js';
import { BudgetKindEnum, SheetKindEnum, SheetStateEnum } from './programme.enums.js';

@ObjectType('IndicatorTarget', { description: 'Cible par territoire.' })
export class IndicatorTargetType {
  @Field(() => PartyType) party: PartyType;
  @Field(() => Int) people: number;
}

@ObjectType('Indicator', { description: 'Ce qui sera mesuré, comment, et par qui (Annexe I).' })
export class IndicatorType {
  @Field(() => String) label: string;
  @Field(() => String) method: string;
  @Field(() => String) responsible: string;
  @Field(() => [IndicatorTargetType]) targets: IndicatorTargetType[];
  @Field(() => Int, { nullable: true, description: 'Somme des cibles, quand elle est écrite.' }) total: number | null;
}

@ObjectType('BudgetLine')
export class BudgetLineType {
  @Field(() => String) label: string;
  @Field(() => PartyType, { nullable: true }) party: PartyType | null;
  @Field(() => String, { nullable: true }) funder: string | null;
  @Field(() => BudgetKindEnum) kind: keyof typeof BudgetKindEnum;
  @Field(() => BigIntScalar, { description: 'En unités mineures de la devise (centimes).' }) amountMinor: bigint;
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
}

@ObjectType('MoneyTotal')
export class MoneyTotalType {
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
  @Field(() => BigIntScalar, { description: 'En unités mineures de la devise (centimes).' }) amountMinor: bigint;
}

@ObjectType('ProjectSheetSections')
export class SheetSectionsType {
  @Field(() => String) context: string;
  @Field(() => String) objectives: string;
  @Field(() => String) activities: string;
  @Field(() => String) reciprocity: string;
  @Field(() => String, { description: 'Texte repris d’un fichier, que nulle rubrique n’a pris.' }) carried: string;
}

@ObjectType('TransversalAnswer', { description: 'Réponse de la fiche à un axe transversal.' })
export class TransversalAnswerType {
  @Field(() => AxisType) axis: AxisType;
  @Field(() => String) text: string;
}

@ObjectType('Validation', { description: 'Une validation, donnée pour une partie.' })
export class ValidationType {
  /** The act by which it was entered for her: not part of the schema. */
  enteredId: string | null;

  @Field(() => PartyType) party: PartyType;
  @Field(() => PersonType) person: PersonType;
  @Field(() => InstantScalar) validatedAt: Date;
}

@ObjectType('ValidationMoment', { description: 'Le jour et l’heure de la validation, tels que les a vécus la partie qui valide.' })
export class ValidationMomentType {
  @Field(() => String) city: string;
  @Field(() => CivilDateScalar) civilDate: string;
  @Field(() => String, { description: 'HH:MM.' }) time: string;
}

@ObjectType('MissingItem', { description: 'Ce qui manque encore, et le texte qui le demande.' })
export class MissingItemType {
  @Field(() => String) field: string;
  @Field(() => String) sentence: string;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('ProjectSheetMay')
export class SheetMayType {
  @Field(() => MayType) edit: MayType;
  @Field(() => MayType, { description: 'Joindre un document.' }) attachDocument: MayType;
  @Field(() => MayType) submit: MayType;
  @Field(() => MayType) coValidate: MayType;
  @Field(() => MayType) return: MayType;
  @Field(() => MayType) withdraw: MayType;
}

@ObjectType('ProjectSheet', { description: 'Fiche technique.' })
export class ProjectSheetType {
  /** What its fields `missing`, `viewerMay` and `attachments` are computed from: not part of the schema. */
  held: SheetCase;
  world: SheetWorld;
  parties: readonly PartyType[];

  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => SheetKindEnum) kind: keyof typeof SheetKindEnum;
  @Field(() => SheetStateEnum) state: keyof typeof SheetStateEnum;
  @Field(() => String) title: string;
  @Field(() => AxisType, { nullable: true }) axis: AxisType | null;
  @Field(() => ActionLeadType, { nullable: true, description: 'La piste de l’Annexe II dont elle vient.' }) lead: ActionLeadType | null;
  @Field(() => String, { nullable: true }) outsideAxesReason: string | null;
  @Field(() => PartyType) authorParty: PartyType;
  @Field(() => SheetSectionsType) sections: SheetSectionsType;
  @Field(() => [TransversalAnswerType]) transversalAnswers: TransversalAnswerType[];
  @Field(() => CivilDateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => [IndicatorType]) indicators: IndicatorType[];
  @Field(() => [BudgetLineType]) budget: BudgetLineType[];
  @Field(() => [MoneyTotalType]) budgetTotals: MoneyTotalType[];
  @Field(() => Int, { description: 'Augmente à chaque enregistrement.' }) version: number;
  @Field(() => InstantScalar, { nullable: true }) submittedAt: Date | null;
  @Field(() => String, { nullable: true }) returnReason: string | null;
  @Field(() => [ValidationType]) validations: ValidationType[];
}
