import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { minutesDeeds } from '../features/deliberation/minutes-acts.graphql.ts';
import { readMinutes } from '../features/deliberation/minutes.graphql.ts';
import { MinutesPage } from '../features/deliberation/minutes-page.tsx';
import { orPublicMinutes } from '../features/public/public.graphql.ts';

export const loader = async (args: LoaderFunctionArgs) => ({
  ...(await readMinutes(args).catch((thrown: unknown) => orPublicMinutes(args, thrown))),
  pageKey: args.context.newKey(),
  done: new URL(args.request.url).searchParams.get('done'),
});

export const action = (args: ActionFunctionArgs) => actAmong(args, minutesDeeds(args.params['id'] ?? ''));

export default function MinutesRoute() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
