import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { readMinutes } from '../features/deliberation/minutes.graphql.ts';
import { returnMinutes } from '../features/deliberation/return-minutes.graphql.ts';
import { ReturnMinutes } from '../features/deliberation/return-minutes.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ minutes: (await readMinutes(args)).minutes, idempotencyKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, returnMinutes(args.params['id'] ?? ''));

export default function ReturnMinutesRoute() {
  return <ReturnMinutes {...useLoaderData<typeof loader>()} />;
}
