import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { readSendingHold, resumeSending } from '../features/notices/sending-hold.graphql.ts';
import { ResumeSending } from '../features/notices/sending-hold.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ hold: await readSendingHold(args), idempotencyKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, resumeSending);

export default function ResumeSendingRoute() {
  return <ResumeSending {...useLoaderData<typeof loader>()} />;
}
