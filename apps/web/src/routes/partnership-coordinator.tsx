import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { inviteCoordinator, vacantDocument, type VacantDesk } from '../features/parties/invite-coordinator.graphql.ts';
import { InviteCoordinator } from '../features/parties/invite-coordinator.tsx';

/** A coordinator for a side that has none, `/partnerships/coordinator?party=…&person=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const { vacantDesks } = await ask<{ vacantDesks: readonly VacantDesk[] }>(args, vacantDocument);
  const asked = new URL(args.request.url).searchParams;
  const desk = vacantDesks.find(({ partyId }) => partyId === asked.get('party')) ?? null;
  const person = desk?.unreached.find(({ id }) => id === asked.get('person')) ?? null;
  return { desk, person, sent: asked.get('sent') === '1', idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { inviteCoordinator });

export default function CoordinatorRoute() {
  return <InviteCoordinator {...useLoaderData<typeof loader>()} />;
}
