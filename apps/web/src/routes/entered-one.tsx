import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { EnteredPage } from '../features/programme/entered-pages.tsx';
import { contestEntry, enteredAct, readEntry, type EnteredOne } from '../features/programme/entered.graphql.ts';

/** One act entered for somebody, `/entered/<id>`: where the letter leads. */
export async function loader(args: LoaderFunctionArgs) {
  await here(args);
  const id = args.params['entryId'];
  const { enteredAct: entered } = await ask<{ enteredAct: EnteredOne | null }>(args, enteredAct, { id });
  if (!entered) throw notFound(args);
  if (entered.viewerMay.contest.allowed) await ask(args, readEntry, { input: { entryId: id } });
  return { entered, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { contestEntry });

export default function EnteredOneRoute() {
  return <EnteredPage {...useLoaderData<typeof loader>()} />;
}
