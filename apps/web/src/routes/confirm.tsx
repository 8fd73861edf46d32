import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { ask, toSignIn } from '../base/ask.ts';
import { wayBack } from '../base/way-back.ts';
import { askCode } from '../features/identity/ask-code.graphql.ts';
import { ConfirmIdentity } from '../features/identity/confirm-identity.tsx';

const nextOf = (request: Request): string => wayBack(new URL(request.url).searchParams.get('next'));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await ask<{ viewer: { stepUpFresh: boolean } | null }>(args, 'query Fresh { viewer { stepUpFresh } }');
  if (!viewer) throw toSignIn(args.request);
  if (viewer.stepUpFresh) throw redirect(nextOf(args.request), 303);
  return { idempotencyKey: args.context.newKey(), next: nextOf(args.request) };
}

export const action = (args: ActionFunctionArgs) => act(args, askCode('/confirm/code', nextOf(args.request)));

/** Before an act that binds: prove again who acts. Nothing to do when that was just done. */
export default function ConfirmRoute() {
  return <ConfirmIdentity {...useLoaderData<typeof loader>()} />;
}
