import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allow, DemoMode, InstanceNotice, type NoticeSettings } from '#platform';
import { Injectable, Optional } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';

@ObjectType('InstanceNotice', { description: 'Qui édite ce service et qui l’héberge (loi n° 2004-575 du 21 juin 2004, art. 1-1).' })
class InstanceNoticeType {
  @Field(() => Boolean, { description: 'Une démonstration n’a pas d’éditeur.' }) demo: boolean;
  @Field(() => String, { nullable: true }) publisher?: string | undefined;
  @Field(() => String, { nullable: true }) publisherAddress?: string | undefined;
  @Field(() => String, { nullable: true }) publisherPhone?: string | undefined;
  @Field(() => String, { nullable: true }) publicationDirector?: string | undefined;
  @Field(() => String, { nullable: true }) hosting?: string | undefined;
  @Field(() => String, { nullable: true, description: 'Comment joindre le délégué à la protection des données.' }) dpo?: string | undefined;
}

@ObjectType('AccessibilityCriterion', { description: 'Un critère du RGAA 4.1, son état et sa preuve.' })
class AccessibilityCriterionType {
  @Field(() => String, { description: 'Thème et rang : 8.3.' }) id: string;
  @Field(() => String) label: string;
  @Field(() => String, { description: 'CONFORM, NOT_CONFORM, NOT_APPLICABLE ou NOT_VERIFIED.' }) status: string;
  @Field(() => String, { nullable: true, description: 'Le contrôle rejoué à chaque modification.' }) proof: string | null;
}

allow('Query.instanceNotice', 'ANYONE');
allow('Query.accessibility', 'ANYONE');

/** The criteria, read once from the file that people keep (`docs/accessibilite/rgaa.json`). */
const criteriaOf = (folder: string): AccessibilityCriterionType[] => (JSON.parse(readFileSync(join(folder, 'docs/accessibilite/rgaa.json'), 'utf8')) as { criteria: AccessibilityCriterionType[] }).criteria;

/** What every site must tell anybody: who publishes it, how accessible it is. */
@Injectable()
@Resolver()
export class NoticeView {
  private criteria: AccessibilityCriterionType[] | null = null;

  constructor(
    private readonly mode: DemoMode,
    @Optional() private readonly instance?: InstanceNotice,
  ) {}

  @Query(() => InstanceNoticeType)
  instanceNotice(): InstanceNoticeType {
    const notice: Partial<NoticeSettings> = this.instance?.notice ?? {};
    return Object.assign(new InstanceNoticeType(), { demo: this.mode.on, ...notice });
  }

  @Query(() => [AccessibilityCriterionType])
  accessibility(): AccessibilityCriterionType[] {
    return (this.criteria ??= criteriaOf(process.cwd()));
  }
}
