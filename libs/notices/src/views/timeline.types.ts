import { CivilDateScalar, InstantScalar, RuleSourceView } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ToldLine', { description: 'Un courriel parti ou prévu.' })
export class ToldLineType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'J-60, P+7 ; nul pour ce qui se dit aussitôt.' }) row: string | null;
  @Field(() => String, { description: 'De quoi il parle, dans la langue du lecteur.' }) matter: string;
  @Field(() => String, { description: 'PLANNED, SENDING, SENT, FAILED.' }) state: string;
  @Field(() => CivilDateScalar, { description: 'Le jour, chez la personne.' }) day: string;
  @Field(() => InstantScalar, { nullable: true }) sentAt: Date | null;
  @Field(() => String, { nullable: true }) problem: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le silence que la personne a demandé.' }) silencedUntil: string | null;
}

@ObjectType('ToldPerson', { description: 'Une personne, et ce qui lui a été dit d’une affaire.' })
export class ToldPersonType {
  @Field(() => ID) personId: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { nullable: true }) party: string | null;
  @Field(() => String, { description: 'OWES : à elle d’agir ; ANSWERED : elle a fait ce qu’on lui demandait ; TOLD : elle est tenue au courant.' }) standing: string;
  @Field(() => Boolean, { description: 'Un de ses courriels a été refusé.' }) failed: boolean;
  @Field(() => [ToldLineType]) lines: ToldLineType[];
}

@ObjectType('TimelineMatter', { description: 'Ce qui est dû, ou vient d’être fait : par qui, jusqu’à quand, qui a été prévenu.' })
export class TimelineMatterType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'OPEN, LATE ou DONE.' }) state: string;
  @Field(() => CivilDateScalar, { nullable: true }) dueOn: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'En retard depuis ce jour.' }) lateSince: string | null;
  @Field(() => Int, { nullable: true }) daysLeft: number | null;
  @Field(() => RuleSourceView, { nullable: true }) source: RuleSourceView | null;
  @Field(() => String, { description: 'Chemin de la page où agir.' }) href: string;
  @Field(() => [ToldPersonType]) people: ToldPersonType[];
}

@ObjectType('ReminderTimeline', { description: 'Quatre-vingt-dix jours derrière et devant soi : ce qui est dû, ce qui a été dit, ce qui le sera.' })
export class ReminderTimelineType {
  @Field(() => CivilDateScalar) today: string;
  @Field(() => CivilDateScalar) until: string;
  @Field(() => [TimelineMatterType]) matters: TimelineMatterType[];
}

@ObjectType('LatePerson', { description: 'Une personne en retard.' })
export class LatePersonType {
  @Field(() => ID) personId: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { nullable: true }) party: string | null;
  @Field(() => String) matter: string;
  @Field(() => CivilDateScalar, { description: 'En retard depuis ce jour.' }) since: string;
  @Field(() => String, { nullable: true, description: 'Pourquoi elle ne reçoit rien : YOURSELF, OTHER_SIDE, ASKED_LATELY, SILENCED ; nul si la lettre qui lui part en parle.' }) leftOut: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Jusqu’à quand, pour ASKED_LATELY et SILENCED.' }) until: Date | null;
}
