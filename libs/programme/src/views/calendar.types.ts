import { CivilDateScalar } from '#platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, PlanColumnEnum } from './programme.enums.js';

export const CalendarKindEnum = enumOf(['HOLIDAY', 'MEETING', 'MILESTONE', 'DEADLINE', 'START', 'END'] as const);
registerEnumType(CalendarKindEnum, { name: 'PlanCalendarKind', description: 'Jour férié, séance, étape du plan suivant, échéance, début ou fin d’une action.' });

@ObjectType('PlanCalendarDay', { description: 'Ce qui tombe un jour de l’année.' })
export class CalendarDayType {
  @Field(() => CivilDateScalar) day: string;
  @Field(() => CalendarKindEnum) kind: keyof typeof CalendarKindEnum;
  @Field(() => String) sentence: string;
  @Field(() => String, { nullable: true, description: 'Vrai des fêtes que la lune peut déplacer d’un jour : à confirmer.' }) warning: string | null;
  @Field(() => String, { nullable: true }) href: string | null;
}

@ObjectType('PlanCalendarAction', { description: 'Une fiche de l’année, du premier au dernier jour.' })
export class CalendarActionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => PlanColumnEnum) state: keyof typeof PlanColumnEnum;
  @Field(() => String) stateTitle: string;
  @Field(() => CivilDateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true }) endsOn: string | null;
  @Field(() => String, { description: 'Les dates en une phrase.' }) sentence: string;
  @Field(() => [String], { description: 'Ce qui mérite un regard, sans rien empêcher : un début un jour non ouvré.' }) hints: string[];
}

@ObjectType('PlanCalendarAxis', { description: 'Les actions d’un axe, ou hors des axes.' })
export class CalendarAxisType {
  @Field(() => String) title: string;
  @Field(() => [CalendarActionType]) actions: CalendarActionType[];
}

@ObjectType('PlanCalendarMonth', { description: 'Un mois de l’année.' })
export class CalendarMonthType {
  @Field(() => Int, { description: '1 à 12.' }) month: number;
  @Field(() => String) title: string;
  @Field(() => Int, { description: 'Le jour de la semaine du premier : 1 lundi, 7 dimanche.' }) firstWeekday: number;
  @Field(() => Int) days: number;
  @Field(() => [Int], { description: 'Jours où une partie au moins ne travaille pas.' }) daysOff: number[];
  @Field(() => [CalendarDayType]) entries: CalendarDayType[];
}

@ObjectType('PlanCalendar', { description: 'L’année d’un plan : actions, jours fériés de chaque pays, séances, étapes du plan suivant.' })
export class PlanCalendarType {
  @Field(() => Int) year: number;
  @Field(() => [CalendarAxisType]) axes: CalendarAxisType[];
  @Field(() => [CalendarMonthType]) months: CalendarMonthType[];
  @Field(() => [String], { description: 'Ce qu’il faut savoir de ces jours fériés : prévus, inconnus ; le ramadan.' }) notes: string[];
}
