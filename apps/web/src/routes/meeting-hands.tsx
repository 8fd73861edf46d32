import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { handsPage, noteHands, type HandsAnswer } from '../features/deliberation/hands.graphql.ts';
import { NoteHandsPage } from '../features/deliberation/note-hands.tsx';

/** Hands round a table, `/meetings/<id>/hands`: several decisions on one page. */
export async function loader(args: LoaderFunctionArgs) {
  await here(args);
  const { meeting } = await ask<HandsAnswer>(args, handsPage, { id: args.params['meetingId'] });
  if (!meeting) throw notFound(args);
  return { meeting, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { noteHands });

export default function MeetingHandsRoute() {
  return <NoteHandsPage {...useLoaderData<typeof loader>()} />;
}
