import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { enteringDesk, mailSheet, type EnteringDesk } from '../features/programme/entered.graphql.ts';
import { MailSheet } from '../features/programme/mail-sheet.tsx';

/** A fiche by mail, `/sheets/<id>/mail`. */
export async function loader(args: LoaderFunctionArgs) {
  await here(args);
  const { enteringDesk: desk } = await ask<{ enteringDesk: EnteringDesk | null }>(args, enteringDesk, { id: args.params['sheetId'] });
  if (!desk) throw notFound(args);
  return { desk, sent: new URL(args.request.url).searchParams.has('sent'), idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { mailSheet });

export default function SheetMailRoute() {
  return <MailSheet {...useLoaderData<typeof loader>()} />;
}
