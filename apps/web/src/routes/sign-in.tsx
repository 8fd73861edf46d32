import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { signInPath, wayBack } from '../base/way-back.ts';
import { askCode } from '../features/identity/ask-code.graphql.ts';
import { SignIn } from '../features/identity/sign-in.tsx';

export const loader = ({ context }: LoaderFunctionArgs) => ({ idempotencyKey: context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, askCode(`${signInPath}/code`, wayBack(new URL(args.request.url).searchParams.get('next'))));

/** The door, first step: the mail address. */
export default function SignInRoute() {
  return <SignIn {...useLoaderData<typeof loader>()} />;
}
