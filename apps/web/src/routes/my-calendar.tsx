import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { myCalendarDeeds, myCalendarDocument, type CalendarFeed } from '../features/notices/my-calendar.graphql.ts';
import { MyCalendar } from '../features/notices/my-calendar.tsx';

/** My calendar's address, `/my-calendar`. */
export async function loader(args: LoaderFunctionArgs) {
  const { myCalendarFeed: feed } = await ask<{ myCalendarFeed: CalendarFeed | null }>(args, myCalendarDocument);
  const { origin, searchParams } = new URL(args.request.url);
  return { feed, origin, pageKey: args.context.newKey(), done: searchParams.get('done') };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, myCalendarDeeds);

export default function MyCalendarRoute() {
  return <MyCalendar {...useLoaderData<typeof loader>()} />;
}
