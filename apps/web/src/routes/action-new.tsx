import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { openAction } from '../features/programme/action-acts.graphql.ts';
import { meetingFollowUps, type MeetingFollowUps } from '../features/programme/actions.graphql.ts';
import { OpenAction } from '../features/programme/open-action.tsx';

/** A follow-up to a decision, `/actions/new?meeting=…&decision=…`. */
export async function loader(args: LoaderFunctionArgs) {
  await here(args);
  const { searchParams } = new URL(args.request.url);
  const meetingId = searchParams.get('meeting') ?? '';
  const { meeting } = await ask<MeetingFollowUps>(args, meetingFollowUps, { id: meetingId });
  const decision = meeting?.decisions.find(({ id }) => id === searchParams.get('decision'));
  if (!decision) throw notFound(args);
  return { decision, meetingId, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { openAction });

export default function NewActionRoute() {
  return <OpenAction {...useLoaderData<typeof loader>()} />;
}
