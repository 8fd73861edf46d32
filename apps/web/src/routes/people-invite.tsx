import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { firstDayOf, partyLanguage } from '../features/parties/invite-to-seat.graphql.ts';
import { InviteToSeat } from '../features/parties/invite-to-seat.tsx';
import { inviteToSeat } from '../features/parties/people-acts.graphql.ts';
import { peopleDocument, type People } from '../features/parties/people.graphql.ts';

/** A seat to offer, `/people/invite?party=…&category=…&seat=…&after=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const asked = new URL(args.request.url).searchParams;
  const { people } = await ask<{ people: People | null }>(args, peopleDocument, { partnershipId: where.partnershipId });
  const mine = people?.parties.find(({ party, viewerManages }) => viewerManages && (!asked.get('party') || party.id === asked.get('party')));
  if (!people || !mine) throw notFound(args);
  const held = mine.mandates.find(({ seatId }) => seatId === asked.get('seat'));
  return {
    partnershipId: where.partnershipId,
    party: mine.party,
    language: partyLanguage(where, mine.party.id),
    from: firstDayOf(people.today, asked.get('after')),
    category: held?.category ?? null,
    seat: held ? { id: held.seatId, office: held.office } : null,
    person: held && !held.reachable && held.person.id === asked.get('person') ? held.person : null,
    idempotencyKey: args.context.newKey(),
  };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { inviteToSeat });

export default function InviteRoute() {
  return <InviteToSeat {...useLoaderData<typeof loader>()} />;
}
