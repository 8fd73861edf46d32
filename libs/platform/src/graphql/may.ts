import type { Answer } from '#kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { Refused } from './answer-union.js';

/** May the viewer do this now, and if not, why? Computed by the very rule the action will apply. */
@ObjectType('May', { description: 'Ce que le lecteur peut faire maintenant ; sinon, pourquoi.' })
export class MayType {
  @Field(() => Boolean) allowed: boolean;
  @Field(() => Refused, { nullable: true }) refusal: Refused | null;
}

/** The rule's answer, as shown beside a button. */
export const mayView = (answer: Answer<unknown>): MayType => ({ allowed: !answer.refused, refusal: answer.refused ? new Refused(answer) : null });
