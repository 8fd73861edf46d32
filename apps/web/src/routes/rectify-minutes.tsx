import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { readMinutes } from '../features/deliberation/minutes.graphql.ts';
import { rectifyMinutes } from '../features/deliberation/rectify-minutes.graphql.ts';
import { RectifyMinutes } from '../features/deliberation/rectify-minutes.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ minutes: (await readMinutes(args)).minutes, idempotencyKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, rectifyMinutes(args.params['id'] ?? ''));

export default function RectifyMinutesRoute() {
  return <RectifyMinutes {...useLoaderData<typeof loader>()} />;
}
