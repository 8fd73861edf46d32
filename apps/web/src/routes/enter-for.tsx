import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import type { Kept } from '../base/act.ts';
import { ask, toSignIn } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { EnterFor } from '../features/programme/enter-for.tsx';
import { enteringDesk, type EnteringDesk } from '../features/programme/entered.graphql.ts';

/** Somebody's word on a fiche or a plan, `/enter/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  await here(args);
  const { enteringDesk: desk } = await ask<{ enteringDesk: EnteringDesk | null }>(args, enteringDesk, { id: args.params['subjectId'] });
  if (!desk) throw notFound(args);
  return { desk, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const done = await context.enterFor(params['subjectId'] ?? '');
  if ('answer' in done) return redirect(`/entered/${done.answer}`, 303);
  const { refusal, values } = done;
  if (refusal.code === 'SIGN_IN_REQUIRED') throw toSignIn(request);
  if (refusal.code === 'NOT_FOUND') throw notFound(args);
  return data({ refusal, values, key: context.newKey() } satisfies Kept, { status: 422 });
}

export default function EnterForRoute() {
  return <EnterFor {...useLoaderData<typeof loader>()} />;
}
