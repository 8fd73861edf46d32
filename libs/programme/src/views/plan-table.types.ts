import { Refused } from '#platform';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SheetKindEnum } from './programme.enums.js';
import { MoneyTotalType } from './sheet.types.js';

@ObjectType('PlanTableLine', { description: 'Une fiche que le tableau donnerait.' })
export class PlanTableLineType {
  @Field(() => Int, { description: 'La ligne du tableau, comme le tableur la compte.' }) line: number;
  @Field(() => String) title: string;
  @Field(() => SheetKindEnum) kind: keyof typeof SheetKindEnum;
  @Field(() => String, { nullable: true, description: 'Le numéro de l’axe.' }) axisNumber: string | null;
  @Field(() => String, { nullable: true, description: 'AAAA-MM-JJ.' }) startsOn: string | null;
  @Field(() => String, { nullable: true, description: 'AAAA-MM-JJ.' }) endsOn: string | null;
  @Field(() => Int) indicators: number;
  @Field(() => [MoneyTotalType]) budgetTotals: MoneyTotalType[];
}

@ObjectType('PlanTableFault', { description: 'Ce qui ne se lit pas, où, et comment y remédier.' })
export class PlanTableFaultType {
  @Field(() => Int, { nullable: true }) line: number | null;
  @Field(() => String, { nullable: true, description: 'La tête de la colonne.' }) column: string | null;
  @Field(() => Refused) refusal: Refused;
}

@ObjectType('PlanTable', { description: 'Un tableau lu comme les fiches d’une année ; rien n’est écrit. Avec une faute, il ne donne aucune fiche.' })
export class PlanTableType {
  @Field(() => Int) year: number;
  @Field(() => [PlanTableLineType]) lines: PlanTableLineType[];
  @Field(() => Int, { description: 'Les lignes qui répètent mot pour mot une fiche de l’année : elles sont laissées.' }) unchanged: number;
  @Field(() => [PlanTableFaultType]) faults: PlanTableFaultType[];
}

@ObjectType('PlanTableImport', { description: 'Un tableau devenu des fiches en rédaction.' })
export class PlanTableImportType {
  @Field(() => Int) year: number;
  @Field(() => Int, { description: 'Le nombre de fiches créées.' }) count: number;
}
