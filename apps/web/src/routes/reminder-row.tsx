import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { moveReminderRow, reminderRowsDocument, type ReminderRow } from '../features/notices/reminder-rows.graphql.ts';
import { ReminderRowPage } from '../features/notices/reminder-row.tsx';

/** One row of the calendar of reminders, `/reminders/rows/PLAN_J-60`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId, myCategories } = await here(args);
  const { reminderRows } = await ask<{ reminderRows: readonly ReminderRow[] }>(args, reminderRowsDocument, { id: partnershipId });
  const row = reminderRows.find(({ rule }) => rule === args.params['rule']);
  if (!row || !myCategories.includes('COORDINATOR')) throw notFound(args);
  return { row, partnershipId, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { moveReminderRow });

export default function ReminderRowRoute() {
  return <ReminderRowPage {...useLoaderData<typeof loader>()} />;
}
