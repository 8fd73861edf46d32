import { data, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { hereWith, type Here } from '../base/here.ts';
import { useSay } from '../base/language.tsx';
import { NoAgreement } from '../features/agreement/no-agreement.tsx';
import { yearInPreparation, yearsOfPlans, type YearsAnswer } from '../features/programme/plan-years.graphql.ts';

/** `/plans` leads to the board that is being prepared; before any agreement, to where one is written. */
export async function loader(args: LoaderFunctionArgs): Promise<Here> {
  const where = await hereWith(args, 'PLAN');
  if (!where.hasAgreement) return where;
  const year = yearInPreparation(await ask<YearsAnswer>(args, yearsOfPlans, { partnershipId: where.partnershipId }));
  if (year === undefined) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  throw redirect(`/plans/${year}`);
}

export default function PlansRoute() {
  const where = useLoaderData<typeof loader>();
  return <NoAgreement title={useSay()('web.places.plan')} where={where} />;
}
