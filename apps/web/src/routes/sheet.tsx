import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { readWhoWasTold } from '../features/notices/who-was-told.graphql.ts';
import { WhoWasTold } from '../features/notices/who-was-told.tsx';
import { actOnSheet } from '../features/programme/save-sheet.ts';
import * as acts from '../features/programme/sheet-acts.graphql.ts';
import { noRemarks } from '../features/programme/sheet-remarks.graphql.ts';
import { projectSheet, type SheetAnswer } from '../features/programme/sheet.graphql.ts';
import { SheetPage } from '../features/programme/sheet-page.tsx';

/** A fiche, `/sheets/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { projectSheet: sheet, sheetComments: remarks, partnership } = await ask<SheetAnswer>(args, projectSheet, { id: args.params['sheetId'], partnershipId: where.partnershipId });
  if (!sheet) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  const saved = new URL(args.request.url).searchParams.has('saved');
  return { sheet, remarks: remarks ?? noRemarks, axes: partnership?.agreement?.axes ?? [], where, saved, told: await readWhoWasTold(args, where), pageKey: args.context.newKey() };
}

/** Refused because somebody else saved: the page needs what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => actionStatus === 422 || defaultShouldRevalidate;

export const action = (args: ActionFunctionArgs) => actOnSheet(args, acts);

export default function SheetRoute() {
  const { told, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <SheetPage key={page.sheet.id} {...page} />
      <WhoWasTold told={told} />
    </>
  );
}
