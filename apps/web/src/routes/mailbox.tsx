import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { readMailbox } from '../features/notices/mailbox.graphql.ts';
import { Mailbox } from '../features/notices/mailbox.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ letters: await readMailbox(args) });

export default function MailboxRoute() {
  return <Mailbox {...useLoaderData<typeof loader>()} />;
}
