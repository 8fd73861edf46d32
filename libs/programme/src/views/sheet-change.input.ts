import type { CivilDate } from '#kernel';
import { BigIntScalar, CivilDateScalar } from '#platform';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { SheetChange } from '../domain/edit.js';
import type { Indicator } from '../domain/sheet.js';
import { BudgetKindEnum, SheetKindEnum } from './programme.enums.js';

// No default is declared in these inputs: compiled documents do not fill in those of a nested input (measured, graphql-jit 0.8.9).

@InputType()
export class SheetSectionsInput {
  @Field(() => String, { nullable: true }) context?: string | null;
  @Field(() => String, { nullable: true }) objectives?: string | null;
  @Field(() => String, { nullable: true }) activities?: string | null;
  @Field(() => String, { nullable: true }) reciprocity?: string | null;
  @Field(() => String, { nullable: true, description: 'Texte repris d’un fichier, à ranger dans les rubriques.' }) carried?: string | null;
}

@InputType()
export class TransversalAnswerInput {
  @Field(() => ID) axisId: string;
  @Field(() => String) text: string;
}

@InputType()
export class IndicatorTargetInput {
  @Field(() => ID) partyId: string;
  @Field(() => Int) people: number;
}

@InputType()
export class IndicatorInput {
  @Field(() => String) label: string;
  @Field(() => String, { nullable: true }) method?: string | null;
  @Field(() => String, { nullable: true }) responsible?: string | null;
  @Field(() => [IndicatorTargetInput], { nullable: true }) targets?: IndicatorTargetInput[] | null;
  @Field(() => Int, { nullable: true, description: 'Quand il est donné, la somme des cibles doit l’égaler.' }) total?: number | null;
}

@InputType()
export class BudgetLineInput {
  @Field(() => String) label: string;
  @Field(() => ID, { nullable: true }) partyId?: string | null;
  @Field(() => String, { nullable: true }) funder?: string | null;
  @Field(() => BudgetKindEnum, { nullable: true, description: 'En numéraire quand rien n’est dit.' }) kind?: keyof typeof BudgetKindEnum | null;
  @Field(() => BigIntScalar, { description: 'En unités mineures de la devise (centimes), zéro compris.' }) amountMinor: bigint;
  @Field(() => String, { description: 'ISO 4217.' }) currency: string;
}

@InputType({ description: 'Un champ absent reste tel quel ; nul, il est vidé.' })
export class EditSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => Int, { description: 'La version lue : une autre entre-temps est refusée, rien n’est écrasé.' }) expectedVersion: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => SheetKindEnum, { nullable: true }) kind?: keyof typeof SheetKindEnum | null;
  @Field(() => ID, { nullable: true }) axisId?: string | null;
  @Field(() => String, { nullable: true }) outsideAxesReason?: string | null;
  @Field(() => SheetSectionsInput, { nullable: true }) sections?: SheetSectionsInput | null;
  @Field(() => [TransversalAnswerInput], { nullable: true }) transversalAnswers?: TransversalAnswerInput[] | null;
  @Field(() => CivilDateScalar, { nullable: true }) startsOn?: CivilDate | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn?: CivilDate | null;
  @Field(() => [IndicatorInput], { nullable: true }) indicators?: IndicatorInput[] | null;
  @Field(() => [BudgetLineInput], { nullable: true }) budget?: BudgetLineInput[] | null;
}

const indicatorOf = ({ label, method, responsible, targets, total }: IndicatorInput): Indicator => ({ label, method: method ?? '', responsible: responsible ?? '', targets: targets ?? [], total: total ?? null });

/** What is typed, as a change: what cannot be emptied is left as it is when `null` comes. */
export const changeOf = (input: EditSheetInput): SheetChange => {
  const { title, kind, sections, transversalAnswers, indicators, budget, axisId, outsideAxesReason, startsOn, endsOn } = input;
  return {
    ...{ axisId, outsideAxesReason, startsOn, endsOn },
    title: title ?? undefined,
    kind: kind ?? undefined,
    sections: sections ? { ...sections } : undefined,
    transversalAnswers: transversalAnswers ?? undefined,
    indicators: indicators?.map(indicatorOf),
    budget: budget?.map((line) => ({ ...line, kind: line.kind ?? 'CASH', partyId: line.partyId ?? null, funder: line.funder ?? null })),
  };
};
