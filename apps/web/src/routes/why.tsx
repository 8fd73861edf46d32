import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { silenceReminders, whyToldDocument, type WhyTold } from '../features/notices/why-told.graphql.ts';
import { WhyToldPage } from '../features/notices/why-told.tsx';

/** « Pourquoi ai-je reçu ceci ? », where each mail leads: `/why/<reminder>`. */
export async function loader(args: LoaderFunctionArgs) {
  const { whyTold } = await ask<{ whyTold: WhyTold | null }>(args, whyToldDocument, { id: args.params['id'] ?? '' });
  return { why: whyTold, pageKey: args.context.newKey(), done: new URL(args.request.url).searchParams.get('done') };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { silenceReminders });

export default function WhyRoute() {
  return <WhyToldPage {...useLoaderData<typeof loader>()} />;
}
