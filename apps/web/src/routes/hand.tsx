import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { notFound } from '../base/not-found.ts';
import { handDeeds, handPage, type HandAnswer } from '../features/deliberation/hand-signature.graphql.ts';
import { HandPage } from '../features/deliberation/hand-page.tsx';

/** Signatures given by hand on a PV, `/minutes/<id>/hand`. */
export async function loader(args: LoaderFunctionArgs) {
  const { minutes } = await ask<HandAnswer>(args, handPage, { id: args.params['id'] });
  if (!minutes) throw notFound(args);
  return { minutes, pageKey: args.context.newKey(), done: new URL(args.request.url).searchParams.get('done') };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, handDeeds);

export default function HandRoute() {
  return <HandPage {...useLoaderData<typeof loader>()} />;
}
