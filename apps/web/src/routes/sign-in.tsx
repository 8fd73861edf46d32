import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { signInPath, wayBack } from '../base/way-back.ts';
import { askCode } from '../features/identity/ask-code.graphql.ts';
import { SignIn } from '../features/identity/sign-in.tsx';

const nextOf = (request: Request): string => wayBack(new URL(request.url).searchParams.get('next'));

export const loader = ({ context, request }: LoaderFunctionArgs) => ({ idempotencyKey: context.newKey(), next: nextOf(request) });

export const action = (args: ActionFunctionArgs) => act(args, askCode(`${signInPath}/code`, nextOf(args.request)));

/** The door, first step: the mail address. */
export default function SignInRoute() {
  return <SignIn {...useLoaderData<typeof loader>()} />;
}
