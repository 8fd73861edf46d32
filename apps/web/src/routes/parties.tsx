import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { readParties } from '../features/parties/parties-page.graphql.ts';
import { PartiesPage } from '../features/parties/parties-page.tsx';

/** Who is bound, and by what. */
export const loader = async (args: LoaderFunctionArgs) => ({ shown: await readParties(args) });

export default function PartiesRoute() {
  return <PartiesPage {...useLoaderData<typeof loader>()} />;
}
