import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { yearInPreparation, yearsOfPlans, type YearsAnswer } from '../features/programme/plan-years.graphql.ts';

/** `/plans` leads to the board that is being prepared. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { partnershipId } = await hereWith(args, 'PLAN');
  const year = yearInPreparation(await ask<YearsAnswer>(args, yearsOfPlans, { partnershipId }));
  if (year === undefined) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return redirect(`/plans/${year}`);
}
