import { CivilDateScalar, InstantScalar } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SheetKindEnum } from './programme.enums.js';
import { MoneyTotalType } from './sheet.types.js';

@ObjectType('PublicAction', { description: 'Une action du plan, telle que le comité l’a adoptée.' })
export class PublicActionType {
  @Field(() => Int) place: number;
  @Field(() => String) title: string;
  @Field(() => SheetKindEnum) kind: keyof typeof SheetKindEnum;
  @Field(() => CivilDateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => String, { nullable: true, description: 'Où elle en est, en un mot ; nul avant tout suivi.' }) status: string | null;
  @Field(() => Int, { description: 'Personnes visées, tous territoires compris : le plus grand des indicateurs, qui peuvent compter les mêmes personnes.' }) people: number;
}

@ObjectType('PublicAxis', { description: 'Un axe de la coopération, et ce qui y est décidé ; sans numéro, ce qui est hors des axes.' })
export class PublicAxisType {
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => [PublicActionType]) actions: PublicActionType[];
}

@ObjectType('PublicPlan', { description: 'Un plan d’action exécutoire.' })
export class PublicPlanType {
  @Field(() => ID) id: string;
  @Field(() => Int) year: number;
  @Field(() => Boolean, { description: 'Vrai pour l’année en cours.' }) inForce: boolean;
  @Field(() => InstantScalar) executoryAt: Date;
  @Field(() => ID, { description: 'Le PV qui l’adopte.' }) minutesId: string;
  @Field(() => String) minutesNumber: string;
  @Field(() => [PublicAxisType]) axes: PublicAxisType[];
  @Field(() => [MoneyTotalType]) totals: MoneyTotalType[];
}
