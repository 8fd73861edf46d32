import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { reminderRowsDocument, type ReminderRow } from '../features/notices/reminder-rows.graphql.ts';
import { ReminderRows } from '../features/notices/reminder-rows.tsx';

/** The calendar of reminders, row by row, `/reminders/rows`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId: id, myCategories } = await here(args);
  const { reminderRows: rows } = await ask<{ reminderRows: readonly ReminderRow[] }>(args, reminderRowsDocument, { id });
  if (rows.length === 0) throw notFound(args);
  return { rows, mayMove: myCategories.includes('COORDINATOR'), done: new URL(args.request.url).searchParams.get('done') };
}

export default function ReminderRowsRoute() {
  return <ReminderRows {...useLoaderData<typeof loader>()} />;
}
