import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { wayBack, withWayBack } from '../base/way-back.ts';
import { enterCode } from '../features/identity/enter-code.graphql.ts';
import { EnterCode } from '../features/identity/enter-code.tsx';

const nextOf = (request: Request): string => wayBack(new URL(request.url).searchParams.get('next'));

export const loader = ({ context, request }: LoaderFunctionArgs) => ({
  idempotencyKey: context.newKey(),
  demo: context.demo,
  again: withWayBack('/confirm', nextOf(request)),
});

export const action = (args: ActionFunctionArgs) => act(args, enterCode(nextOf(args.request)));

/** The code that confirms, then back to the act. */
export default function ConfirmCodeRoute() {
  return <EnterCode purpose="confirm" {...useLoaderData<typeof loader>()} />;
}
