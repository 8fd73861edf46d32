import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { readToSign, signMinutes } from '../features/deliberation/sign-minutes.graphql.ts';
import { SignMinutes } from '../features/deliberation/sign-minutes.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({
  ...(await readToSign(args)),
  idempotencyKey: args.context.newKey(),
  place: new URL(args.request.url).searchParams.get('place'),
});

export const action = (args: ActionFunctionArgs) => act(args, signMinutes(args.params['id'] ?? ''));

export default function SignMinutesRoute() {
  return <SignMinutes {...useLoaderData<typeof loader>()} />;
}
