import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { minutesDeeds } from '../features/deliberation/minutes-acts.graphql.ts';
import { readMinutes } from '../features/deliberation/minutes.graphql.ts';
import { MinutesPage } from '../features/deliberation/minutes-page.tsx';
import { readWhoWasTold } from '../features/notices/who-was-told.graphql.ts';
import { WhoWasTold } from '../features/notices/who-was-told.tsx';
import { meetingFollowUps, type MeetingFollowUps } from '../features/programme/actions.graphql.ts';
import { MinutesFollowUps } from '../features/programme/follow-ups.tsx';
import { orPublicMinutes } from '../features/public/public.graphql.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { minutes, demo } = await readMinutes(args).catch((thrown: unknown) => orPublicMinutes(args, thrown));
  const { meeting } = await ask<MeetingFollowUps>(args, meetingFollowUps, { id: minutes.meetingId });
  return { minutes, demo, followed: meeting?.decisions ?? [], told: await readWhoWasTold(args, await here(args)), pageKey: args.context.newKey(), done: new URL(args.request.url).searchParams.get('done') };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, minutesDeeds(args.params['id'] ?? ''));

export default function MinutesRoute() {
  const { followed, told, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <MinutesPage {...page} />
      <MinutesFollowUps decisions={followed} meetingId={page.minutes.meetingId} />
      <WhoWasTold told={told} />
    </>
  );
}
