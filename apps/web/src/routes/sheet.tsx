import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { editSheet } from '../features/programme/edit-sheet.graphql.ts';
import * as acts from '../features/programme/sheet-acts.graphql.ts';
import { projectSheet, type SheetAnswer } from '../features/programme/sheet.graphql.ts';
import { SheetPage } from '../features/programme/sheet-page.tsx';

/** A fiche, `/sheets/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { projectSheet: sheet, partnership } = await ask<SheetAnswer>(args, projectSheet, { id: args.params['sheetId'], partnershipId: where.partnershipId });
  if (!sheet) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  const saved = new URL(args.request.url).searchParams.has('saved');
  return { sheet, axes: partnership?.agreement?.axes ?? [], where, saved, pageKey: args.context.newKey() };
}

/** Refused because somebody else saved: the page needs what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) => actionStatus === 422 || defaultShouldRevalidate;

export const action = (args: ActionFunctionArgs) => actAmong(args, { editSheet, ...acts });

export default function SheetRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <SheetPage key={loaded.sheet.id} {...loaded} />;
}
