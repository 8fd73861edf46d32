import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { draftMinutes, readMinutesList } from '../features/deliberation/minutes-list.graphql.ts';
import { MinutesList } from '../features/deliberation/minutes-list.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ shown: await readMinutesList(args), pageKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => actAmong(args, { draftMinutes });

export default function MinutesListRoute() {
  return <MinutesList {...useLoaderData<typeof loader>()} />;
}
