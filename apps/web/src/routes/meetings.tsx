import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { scheduleMeeting } from '../features/deliberation/meeting-acts.graphql.ts';
import { MeetingList } from '../features/deliberation/meeting-list.tsx';
import { meetingsPage, type MeetingsAnswer } from '../features/deliberation/meetings.graphql.ts';

/** The meetings of the partnership. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'COMMITTEE');
  const { meetings, partnership } = await ask<MeetingsAnswer>(args, meetingsPage, { partnershipId: where.partnershipId });
  return { meetings, nextHost: partnership?.nextHost ?? null, where, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { scheduleMeeting });

export default function MeetingsRoute() {
  return <MeetingList {...useLoaderData<typeof loader>()} />;
}
