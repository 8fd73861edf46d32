import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { useSay } from '../base/language.tsx';
import { NoAgreement } from '../features/agreement/no-agreement.tsx';
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
  const page = useLoaderData<typeof loader>();
  const say = useSay();
  return page.where.hasAgreement ? <MeetingList {...page} /> : <NoAgreement title={say('webMeetings.list.title')} where={page.where} />;
}
