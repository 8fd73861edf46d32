import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { sendFile } from '../base/send-file.ts';
import { AttachToSheet } from '../features/programme/sheet-documents.tsx';
import { projectSheet, type SheetAnswer } from '../features/programme/sheet.graphql.ts';

/** A document for a fiche, `/sheets/<id>/attach`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { projectSheet: sheet } = await ask<SheetAnswer>(args, projectSheet, { id: args.params['sheetId'], partnershipId });
  if (!sheet) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { sheet, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => {
  const id = args.params['sheetId'] ?? '';
  return sendFile(args, { kind: 'projectSheet', id }, `/sheets/${id}#documents`);
};

export default function AttachToSheetRoute() {
  return <AttachToSheet {...useLoaderData<typeof loader>()} />;
}
