import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { readFile } from '../base/read-file.ts';
import { RefillSheet } from '../features/programme/refill-sheet.tsx';
import { projectSheet, type SheetAnswer } from '../features/programme/sheet.graphql.ts';

/** A fiche comes back from Word, `/sheets/<id>/refill`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { projectSheet: sheet } = await ask<SheetAnswer>(args, projectSheet, { id: args.params['sheetId'], partnershipId });
  if (!sheet) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { sheet, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readFile(args, { kind: 'sheet', id: args.params['sheetId'] ?? '' });
  return 'kept' in read ? data(read.kept, { status: 422 }) : redirect(`/sheets/${read.answer}?saved=yes#saved`, 303);
}

export default function RefillSheetRoute() {
  return <RefillSheet {...useLoaderData<typeof loader>()} />;
}
