import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { timelineDocument, type Timeline } from '../features/notices/timeline.graphql.ts';
import { TimelinePage } from '../features/notices/timeline.tsx';

/** What is due, who was told and when, `/reminders`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId: id, myCategories } = await here(args);
  const { reminderTimeline: timeline } = await ask<{ reminderTimeline: Timeline | null }>(args, timelineDocument, { id });
  if (!timeline) throw notFound(args);
  return { timeline, mayRemind: myCategories.includes('COORDINATOR'), done: new URL(args.request.url).searchParams.get('done') };
}

export default function RemindersRoute() {
  return <TimelinePage {...useLoaderData<typeof loader>()} />;
}
