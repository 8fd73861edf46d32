import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { refuseMinutes } from '../features/deliberation/refuse-minutes.graphql.ts';
import { RefuseMinutes } from '../features/deliberation/refuse-minutes.tsx';
import { readToSign } from '../features/deliberation/sign-minutes.graphql.ts';

export const loader = async (args: LoaderFunctionArgs) => ({ minutes: (await readToSign(args)).minutes, idempotencyKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, refuseMinutes(args.params['id'] ?? ''));

export default function RefuseMinutesRoute() {
  return <RefuseMinutes {...useLoaderData<typeof loader>()} />;
}
