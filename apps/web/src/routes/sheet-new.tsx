import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { notAllowed } from '../base/not-found.ts';
import { leadsOfAgreement, type LeadsAnswer } from '../features/programme/draft-sheet.graphql.ts';
import { DraftSheet } from '../features/programme/draft-sheet.tsx';
import { draftSheet } from '../features/programme/sheet-acts.graphql.ts';

/** A new fiche, `/sheets/new?year=2027&lead=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'PLAN');
  if (!where.myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR')) throw notAllowed(args);
  const { partnership } = await ask<LeadsAnswer>(args, leadsOfAgreement, { partnershipId: where.partnershipId });
  const { searchParams } = new URL(args.request.url);
  return { year: Number(searchParams.get('year')), leadId: searchParams.get('lead'), axes: partnership?.agreement?.axes ?? [], where, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { draftSheet });

export default function NewSheetRoute() {
  return <DraftSheet {...useLoaderData<typeof loader>()} />;
}
