import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { signInPath, wayBack, withWayBack } from '../base/way-back.ts';
import { enterCode } from '../features/identity/enter-code.graphql.ts';
import { EnterCode } from '../features/identity/enter-code.tsx';

const nextOf = (request: Request): string => wayBack(new URL(request.url).searchParams.get('next'));

export const loader = ({ context, request }: LoaderFunctionArgs) => ({
  idempotencyKey: context.newKey(),
  demo: context.demo,
  again: withWayBack(signInPath, nextOf(request)),
});

export const action = (args: ActionFunctionArgs) => act(args, enterCode(nextOf(args.request)));

/** The door, second step: the code, then where the link pointed. */
export default function SignInCodeRoute() {
  return <EnterCode purpose="signIn" {...useLoaderData<typeof loader>()} />;
}
