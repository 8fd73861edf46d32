import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { planCalendar, type CalendarAnswer } from '../features/programme/plan-calendar.graphql.ts';
import { PlanCalendarPage } from '../features/programme/plan-calendar.tsx';

/** The year of a plan, `/plans/2027/calendar`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'PLAN');
  const year = Number(args.params['year']);
  const known = Number.isInteger(year) && year > 1900 && year < 2200;
  const { planCalendar: calendar } = known ? await ask<CalendarAnswer>(args, planCalendar, { partnershipId: where.partnershipId, year }) : { planCalendar: null };
  if (!calendar) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { calendar, where };
}

export default function PlanCalendarRoute() {
  return <PlanCalendarPage {...useLoaderData<typeof loader>()} />;
}
