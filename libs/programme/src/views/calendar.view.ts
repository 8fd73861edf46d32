import { Zones } from '#kernel';
import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { calendarOf } from './calendar.reader.js';
import { PlanCalendarType } from './calendar.types.js';

allow('Query.planCalendar', 'SIGNED_IN');

@Resolver()
export class CalendarView {
  constructor(private readonly zones: Zones) {}

  @Query(() => PlanCalendarType, { nullable: true, description: 'L’année d’un plan, mois par mois.' })
  async planCalendar(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('year', { type: () => Int }) year: number,
    @Context() request: GraphqlRequest,
  ): Promise<PlanCalendarType | null> {
    return calendarOf(await request.read(), { partnershipId, year }, this.zones);
  }
}
