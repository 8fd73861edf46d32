import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { PublicMinutes } from '../features/public/public-minutes.tsx';
import { readPublicMinutes } from '../features/public/public.graphql.ts';

export const loader = async (args: LoaderFunctionArgs) => ({ minutes: await readPublicMinutes(args) });

export default function PublicMinutesRoute() {
  return <PublicMinutes {...useLoaderData<typeof loader>()} />;
}
