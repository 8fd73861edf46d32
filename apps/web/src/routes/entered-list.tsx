import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { EnteredList } from '../features/programme/entered-pages.tsx';
import { enteredActs, type EnteredLine } from '../features/programme/entered.graphql.ts';

/** Acts entered for somebody, `/entered`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { enteredActs: acts } = await ask<{ enteredActs: readonly EnteredLine[] }>(args, enteredActs, { partnershipId });
  return { acts };
}

export default function EnteredListRoute() {
  return <EnteredList {...useLoaderData<typeof loader>()} />;
}
