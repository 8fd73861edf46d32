import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { RemindLatePage } from '../features/notices/remind-late.tsx';
import { latePeopleDocument, remindLate, type LatePerson } from '../features/notices/timeline.graphql.ts';

/** « Relancer les retardataires »: the preview, then one button. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { latePeople } = await ask<{ latePeople: readonly LatePerson[] }>(args, latePeopleDocument, { id: partnershipId });
  return { people: latePeople, partnershipId, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { remindLate });

export default function RemindersLateRoute() {
  return <RemindLatePage {...useLoaderData<typeof loader>()} />;
}
