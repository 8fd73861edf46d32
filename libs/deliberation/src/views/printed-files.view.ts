import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingType } from './meeting.types.js';
import { MinutesPdfType, MinutesType } from './minutes.types.js';

@ObjectType('DecisionExtract', { description: 'L’extrait conforme d’une décision, en PDF.' })
export class DecisionExtractType {
  @Field(() => String, { description: 'Le numéro de la décision dans son PV.' }) number: string;
  @Field(() => String) url: string;
}

/** Where the convocation of a meeting is printed, once it left and while it stands. */
@Resolver(() => MeetingType)
export class ConvocationFilesView {
  @ResolveField('convocationPdfs', () => [MinutesPdfType], { description: 'La convocation en PDF ; rien tant qu’elle n’est pas partie.' })
  convocationPdfs(@Parent() { id, convenedAt, state }: MeetingType): MinutesPdfType[] {
    if (convenedAt === null || ['SCHEDULED', 'CANCELLED', 'POSTPONED'].includes(state)) return [];
    return (['fr', 'ar'] as const).map((language) => ({ language, sha256: null, url: `/files/meetings/${id}/${language}.pdf` }));
  }
}

/** Where each decision of executory minutes is printed alone. */
@Resolver(() => MinutesType)
export class DecisionExtractsView {
  @ResolveField('extracts', () => [DecisionExtractType], { description: 'Les extraits conformes, quand le PV est exécutoire.' })
  extracts(@Parent() { id, state, facts }: MinutesType): DecisionExtractType[] {
    return state === 'EXECUTORY' ? facts.decisions.map(({ number }) => ({ number, url: `/files/minutes/${id}/extract/${number}.pdf` })) : [];
  }
}
