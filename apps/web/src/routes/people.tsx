import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import * as acts from '../features/parties/people-acts.graphql.ts';
import { DownloadPartnership } from '../features/agreement/download-partnership.tsx';
import { PeoplePage } from '../features/parties/people-page.tsx';
import { peopleDocument, type PeopleAsked } from '../features/parties/people.graphql.ts';

/** Who composes the partnership, `/people?on=2026-03-28`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { searchParams } = new URL(args.request.url);
  const { people, viewer, myDevices } = await ask<PeopleAsked>(args, peopleDocument, { partnershipId: where.partnershipId, on: searchParams.get('on') || null });
  if (!people) throw notFound(args);
  return { people, where, proving: { unproved: !viewer?.stepUpFresh, hasKey: myDevices.passkeys.some(({ signsNow }) => signsNow) }, ending: searchParams.get('end'), pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => {
  const { endMandate, confirmInvitation, resendInvitation, withdrawInvitation, confirmRecovery, applyRecovery, stopRecovery } = acts;
  return actAmong(args, { endMandate, confirmInvitation, resendInvitation, withdrawInvitation, confirmRecovery, applyRecovery, stopRecovery });
};

export default function PeopleRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PeoplePage {...page} />
      <DownloadPartnership where={page.where} />
    </>
  );
}
