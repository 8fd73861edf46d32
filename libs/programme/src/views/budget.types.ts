import { CivilDateScalar, MayType } from '#platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PayerKindEnum } from './programme.enums.js';
import { MoneyTotalType } from './sheet.types.js';

@ObjectType('ExchangeRate', { description: 'Un cours de change daté, écrit par une coordination : une unité de `from` vaut `value` unités de `to`.' })
export class ExchangeRateType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'ISO 4217.' }) from: string;
  @Field(() => String, { description: 'ISO 4217.' }) to: string;
  @Field(() => String, { description: 'Décimal exact, avec un point.' }) value: string;
  @Field(() => CivilDateScalar) day: string;
  @Field(() => String, { description: 'Où ce cours a été lu.' }) source: string;
  @Field(() => String, { description: '« 1 EUR = 10,8534 MAD », à isoler dans un texte d’un autre sens d’écriture.' }) equation: string;
  @Field(() => String, { description: 'Le jour du cours, et où il a été lu.' }) sentence: string;
  @Field(() => MayType) withdraw: MayType;
}

@ObjectType('BudgetSums', { description: 'Les totaux de quelques lignes : exacts dans chaque devise, puis convertis dans chaque devise où tout se convertit.' })
export class BudgetSumsType {
  @Field(() => [MoneyTotalType]) cash: MoneyTotalType[];
  @Field(() => [MoneyTotalType]) inKind: MoneyTotalType[];
  @Field(() => [MoneyTotalType]) totals: MoneyTotalType[];
  @Field(() => [MoneyTotalType], { description: 'Un total par devise convertie, dans l’ordre de `conversions`.' }) converted: MoneyTotalType[];
}

@ObjectType('BudgetRow', { description: 'Ce que paie une partie, ou un autre financeur.' })
export class BudgetRowType {
  @Field(() => PayerKindEnum) kind: keyof typeof PayerKindEnum;
  @Field(() => ID, { nullable: true }) partyId: string | null;
  @Field(() => String) name: string;
  @Field(() => BudgetSumsType) sums: BudgetSumsType;
}

@ObjectType('BudgetConversion', { description: 'Le tout dans une devise, avec les cours employés ; ou ce qui manque pour le dire.' })
export class BudgetConversionType {
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
  @Field(() => MoneyTotalType, { nullable: true, description: 'Nul quand un cours manque.' }) total: MoneyTotalType | null;
  @Field(() => MoneyTotalType, { nullable: true }) cash: MoneyTotalType | null;
  @Field(() => MoneyTotalType, { nullable: true }) inKind: MoneyTotalType | null;
  @Field(() => String) sentence: string;
}

@ObjectType('BudgetTable', { description: 'Qui paie combien, en numéraire et en valorisation. Chaque ligne est convertie et arrondie seule : les totaux sont la somme des lignes.' })
export class BudgetTableType {
  @Field(() => [BudgetRowType]) rows: BudgetRowType[];
  @Field(() => BudgetSumsType) whole: BudgetSumsType;
  @Field(() => [BudgetConversionType]) conversions: BudgetConversionType[];
  @Field(() => [ExchangeRateType], { description: 'Les cours employés.' }) rates: ExchangeRateType[];
  @Field(() => String, { nullable: true, description: 'Comment les conversions sont arrondies ; nul sans conversion.' }) rounding: string | null;
  @Field(() => MayType, { description: 'Écrire un cours qui comptera ici.' }) recordRate: MayType;
}
