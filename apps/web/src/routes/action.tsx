import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { readWhoWasTold } from '../features/notices/who-was-told.graphql.ts';
import { WhoWasTold } from '../features/notices/who-was-told.tsx';
import * as deeds from '../features/programme/action-acts.graphql.ts';
import { ActionPage } from '../features/programme/action-page.tsx';
import { wholeAction, type Action } from '../features/programme/actions.graphql.ts';

/** One action, `/actions/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { followedAction: action } = await ask<{ followedAction: Action | null }>(args, wholeAction, { id: args.params['id'] });
  if (!action) throw notFound(args);
  return { action, where, told: await readWhoWasTold(args, where), pageKey: args.context.newKey() };
}

/** A refusal often says that the action has moved on: the page shows how it stands now. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => actionStatus === 422 || defaultShouldRevalidate;

export const action = (args: ActionFunctionArgs) => actAmong(args, deeds);

export default function ActionRoute() {
  const { told, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <ActionPage {...page} />
      <WhoWasTold told={told} />
    </>
  );
}
