import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { mailChoiceDocument, type MailChoice } from '../features/privacy/gather-weekly.graphql.ts';
import { GatherWeekly } from '../features/privacy/gather-weekly.tsx';

/** `/unsubscribe/<token>`, where a letter's « se désabonner » leads whoever follows it: it changes nothing before the button. */
export async function loader(args: LoaderFunctionArgs) {
  const token = args.params['token'] ?? '';
  const { mailChoice } = await ask<{ mailChoice: MailChoice | null }>(args, mailChoiceDocument, { token });
  const shown = { token, rhythm: mailChoice?.rhythm ?? null, done: new URL(args.request.url).searchParams.has('done') };
  return data(shown, { status: mailChoice ? 200 : 404 });
}

export default function UnsubscribeRoute() {
  return <GatherWeekly {...useLoaderData<typeof loader>()} />;
}
