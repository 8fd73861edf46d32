import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { here, hereWith } from '../base/here.ts';
import { notAllowed } from '../base/not-found.ts';
import { ImportPlanTable } from '../features/programme/import-plan-table.tsx';
import { lookAtTable } from '../features/programme/look-at-table.ts';

/** A table for the plan of a year, `/plans/2027/import`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'PLAN');
  if (!where.myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR')) throw notAllowed(args);
  const year = Number(args.params['year']);
  if (!/^[12]\d{3}$/.test(args.params['year'] ?? '')) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { year, where, megabytes: args.context.megabytes, pageKey: args.context.newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { partnershipId } = await here(args);
  return lookAtTable(args, { partnershipId, year: Number(args.params['year']) });
}

export default function ImportPlanTableRoute() {
  return <ImportPlanTable {...useLoaderData<typeof loader>()} />;
}
