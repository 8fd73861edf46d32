import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import * as deeds from '../features/deliberation/meeting-acts.graphql.ts';
import { axesToDecide, meetingPage, recordReading, rulesToDecide, withConvening, type MeetingAnswer } from '../features/deliberation/meeting.graphql.ts';
import { orPaper } from '../features/deliberation/paper.graphql.ts';
import { MeetingPage } from '../features/deliberation/meeting-page.tsx';
import { readWhoWasTold } from '../features/notices/who-was-told.graphql.ts';
import { WhoWasTold } from '../features/notices/who-was-told.tsx';
import { meetingFollowUps, type MeetingFollowUps } from '../features/programme/actions.graphql.ts';
import { FollowUpsOf } from '../features/programme/follow-ups.tsx';

/** A meeting, `/meetings/<id>`. Opening it is the receipt of its convocation. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const id = args.params['meetingId'];
  const { meeting, actionPlans, ruleBook, partnership, myDevices } = await ask<MeetingAnswer>(args, meetingPage, { id, partnershipId: where.partnershipId });
  if (!meeting) await orPaper(args, id ?? '');
  if (!meeting) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  const { meeting: followed } = await ask<MeetingFollowUps>(args, meetingFollowUps, { id });
  if (meeting.convenedAt) await ask(args, recordReading, { input: { subjectKind: 'meeting', subjectId: meeting.id } });
  return { meeting: await withConvening(args, meeting), followed: followed?.decisions ?? [], plans: actionPlans, rules: rulesToDecide({ ruleBook }), axes: axesToDecide({ partnership }), hasKey: myDevices.passkeys.some(({ signsNow }) => signsNow), where, told: await readWhoWasTold(args, where), pageKey: args.context.newKey() };
}

/** A refusal often says that the meeting has moved on: the page shows how it stands now. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => actionStatus === 422 || defaultShouldRevalidate;

export const action = (args: ActionFunctionArgs) => actAmong(args, deeds);

export default function MeetingRoute() {
  const { followed, told, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingPage {...page} followUps={(id) => <FollowUpsOf decisions={followed} id={id} meetingId={page.meeting.id} />} />
      <WhoWasTold told={told} />
    </>
  );
}
