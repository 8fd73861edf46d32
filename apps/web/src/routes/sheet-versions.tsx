import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { restoreSheet } from '../features/programme/sheet-acts.graphql.ts';
import { sheetDifference, sheetVersions, type DifferenceAnswer, type VersionsAnswer } from '../features/programme/sheet-history.graphql.ts';
import { VersionsPage } from '../features/programme/versions-page.tsx';

/** The two versions asked for; unasked, the latest beside the one before it. */
function chosenAmong({ searchParams }: URL, references: readonly string[]): { readonly from: string; readonly to: string } | null {
  const [latest, before] = references;
  const [from, to] = [searchParams.get('from') ?? before, searchParams.get('to') ?? latest];
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** The versions of a fiche, `/sheets/<id>/versions?from=2&to=4`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId, parties } = await here(args);
  const id = args.params['sheetId'];
  const { projectSheet: sheet, sheetVersions: history, partnership } = await ask<VersionsAnswer>(args, sheetVersions, { id, partnershipId });
  if (!sheet || !history) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  const numbered = history.versions.filter(({ version }) => version !== null).map(({ reference }) => reference);
  const chosen = chosenAmong(new URL(args.request.url), numbered);
  const { sheetDifference: difference } = chosen ? await ask<DifferenceAnswer>(args, sheetDifference, { id, ...chosen }) : { sheetDifference: null };
  return { sheet, parties, axes: partnership?.agreement?.axes ?? [], ...history, chosen, difference, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { restoreSheet });

export default function SheetVersionsRoute() {
  return <VersionsPage {...useLoaderData<typeof loader>()} />;
}
