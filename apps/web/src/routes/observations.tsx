import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { readMinutes } from '../features/deliberation/minutes.graphql.ts';
import { observationsDeeds } from '../features/deliberation/observations.graphql.ts';
import { Observations } from '../features/deliberation/observations.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { minutes } = await readMinutes(args);
  return { minutes, pageKey: args.context.newKey(), done: new URL(args.request.url).searchParams.get('done') };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, observationsDeeds(args.params['id'] ?? ''));

export default function ObservationsRoute() {
  return <Observations {...useLoaderData<typeof loader>()} />;
}
