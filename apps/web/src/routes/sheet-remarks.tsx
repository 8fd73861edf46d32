import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { isPart } from '../features/programme/form-parts.ts';
import { RemarksPage } from '../features/programme/remarks-page.tsx';
import { commentSheet, settleSheetComment } from '../features/programme/sheet-remarks.graphql.ts';
import { projectSheet, type SheetAnswer } from '../features/programme/sheet.graphql.ts';

/** What is said beside one part of a fiche, `/sheets/<id>/remarks?field=section.context`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId, parties } = await here(args);
  const { projectSheet: sheet, sheetComments: remarks, partnership } = await ask<SheetAnswer>(args, projectSheet, { id: args.params['sheetId'], partnershipId });
  const field = new URL(args.request.url).searchParams.get('field') ?? 'title';
  if (!sheet || !remarks || !isPart(field)) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { sheet, remarks, field, parties, axes: partnership?.agreement?.axes ?? [], pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { commentSheet, settleSheetComment });

export default function SheetRemarksRoute() {
  return <RemarksPage {...useLoaderData<typeof loader>()} />;
}
