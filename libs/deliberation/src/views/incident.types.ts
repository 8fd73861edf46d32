import { SeatType } from '#parties';
import { InstantScalar } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalTimeType } from './meeting.types.js';

@ObjectType('Incident', { description: 'Une entrée du journal des incidents d’une séance : jamais modifiée, corrigée par une autre.' })
export class IncidentType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Son rang dans le journal, dans l’ordre où il fut écrit.' }) number: number;
  @Field(() => InstantScalar) occurredAt: Date;
  @Field(() => [LocalTimeType], { description: 'Quand c’est arrivé, chez chaque partie.' }) localTimes: LocalTimeType[];
  @Field(() => String) place: string;
  @Field(() => String) what: string;
  @Field(() => String, { description: 'Ce qui a été fait ; vide si rien ne l’a été.' }) done: string;
  @Field(() => ID, { nullable: true, description: 'L’entrée que celle-ci corrige.' }) correctsId: string | null;
  @Field(() => ID, { nullable: true, description: 'L’entrée qui corrige celle-ci.' }) correctedById: string | null;
  @Field(() => SeatType, { nullable: true, description: 'Le siège depuis lequel elle a été écrite.' }) seat: SeatType | null;
  @Field(() => InstantScalar) notedAt: Date;
}
