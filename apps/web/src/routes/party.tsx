import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { readPartyFacts, updatePartyFacts } from '../features/parties/party-facts.graphql.ts';
import { PartyFactsPage } from '../features/parties/party-facts-page.tsx';

/** One party, `/parties/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const facts = await readPartyFacts(args);
  return { facts, idempotencyKey: args.context.newKey(), saved: new URL(args.request.url).searchParams.get('done') === 'saved' };
}

export const action = (args: ActionFunctionArgs) => act(args, updatePartyFacts);

export default function PartyRoute() {
  return <PartyFactsPage {...useLoaderData<typeof loader>()} />;
}
