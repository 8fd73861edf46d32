import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { notFound } from '../base/not-found.ts';
import { sendFile } from '../base/send-file.ts';
import { HandForm } from '../features/deliberation/hand-form.tsx';
import { handPage, handPath, type HandAnswer } from '../features/deliberation/hand-signature.graphql.ts';

/** The scan of a PV signed by hand, `/minutes/<id>/hand/new`. */
export async function loader(args: LoaderFunctionArgs) {
  const { minutes } = await ask<HandAnswer>(args, handPage, { id: args.params['id'] });
  if (!minutes) throw notFound(args);
  return { minutes, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => sendFile(args, { kind: 'handSignature', id: args.params['id'] ?? '' }, `${handPath(args.params['id'] ?? '')}?done=brought`);

export default function HandNewRoute() {
  return <HandForm {...useLoaderData<typeof loader>()} />;
}
