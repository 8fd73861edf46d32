import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { History } from '../features/programme/history.tsx';
import { historyPage, type HistoryAnswer } from '../features/programme/joining.graphql.ts';

/** The thread of the cooperation, `/history`. */
export const loader = async (args: LoaderFunctionArgs) => ask<HistoryAnswer>(args, historyPage, { partnershipId: (await here(args)).partnershipId });

export default function HistoryRoute() {
  return <History {...useLoaderData<typeof loader>()} />;
}
