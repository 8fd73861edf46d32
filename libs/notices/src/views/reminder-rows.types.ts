import { InstantScalar } from '#platform';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ReminderRow', { description: 'Une ligne du calendrier des rappels : quand, à qui, et si les partenaires peuvent la déplacer.' })
export class ReminderRowType {
  @Field(() => String) rule: string;
  @Field(() => String, { description: 'PLAN, MINUTES, VISA… : de quoi elle rappelle.' }) debt: string;
  @Field(() => String, { description: 'J-60, P+7 : telle qu’elle tombe.' }) row: string;
  @Field(() => [String], { description: 'À qui elle parle.' }) to: string[];
  @Field(() => Int, { description: 'Niveau d’escalade, de 0 à 5.' }) level: number;
  @Field(() => Int, { description: 'Jours après le jour compté, négatifs avant lui.' }) days: number;
  @Field(() => Int, { description: 'Notre valeur par défaut.' }) ours: number;
  @Field(() => String, { nullable: true, description: 'Pourquoi elle reste où elle est : DAY, MONTHS, PLAN_OF_WORK, STOPPED ; nul quand elle se déplace.' }) fixed: string | null;
  @Field(() => Int, { nullable: true }) first: number | null;
  @Field(() => Int, { nullable: true }) last: number | null;
  @Field(() => String, { nullable: true, description: 'La partie dont la coordination l’a déplacée en dernier.' }) movedBy: string | null;
  @Field(() => InstantScalar, { nullable: true }) movedAt: Date | null;
}
