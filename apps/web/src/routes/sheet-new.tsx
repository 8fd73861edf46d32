import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { notAllowed } from '../base/not-found.ts';
import { leadsOfAgreement, sheetsOfYear, type LeadsAnswer, type OlderAnswer } from '../features/programme/draft-sheet.graphql.ts';
import { DraftSheet } from '../features/programme/draft-sheet.tsx';
import { SheetAgain } from '../features/programme/sheet-again.tsx';
import { draftSheet } from '../features/programme/sheet-acts.graphql.ts';

/** A new fiche, `/sheets/new?year=2027&lead=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'PLAN');
  if (!where.myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR')) throw notAllowed(args);
  const { partnership } = await ask<LeadsAnswer>(args, leadsOfAgreement, { partnershipId: where.partnershipId });
  const { searchParams } = new URL(args.request.url);
  const year = Number(searchParams.get('year'));
  const from = Number(searchParams.get('from') ?? year - 1);
  const known = Number.isInteger(from) && from > 1900 && from < 2200;
  const { projectSheets } = known ? await ask<OlderAnswer>(args, sheetsOfYear, { partnershipId: where.partnershipId, year: from }) : { projectSheets: [] };
  return { year, older: { year: from, sheets: projectSheets }, leadId: searchParams.get('lead'), axisId: searchParams.get('axis'), axes: partnership?.agreement?.axes ?? [], where, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { draftSheet });

export default function NewSheetRoute() {
  const { older, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <DraftSheet {...page} />
      <SheetAgain year={page.year} partnershipId={page.where.partnershipId} older={older} pageKey={page.pageKey} />
    </>
  );
}
