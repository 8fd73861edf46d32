import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { confirmTakenUpPlan, takeUpPage, takeUpPlan, withdrawTakeUp, type TakeUpOffer } from '../features/programme/joining.graphql.ts';
import { TakeUpPlan } from '../features/programme/take-up-plan.tsx';

/** A plan under way that a paper adopted, `/joining/plan/2026`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await hereWith(args, 'PLAN');
  const year = args.params['year'] ?? '';
  const { takeUpOffer: offer } = /^[12]\d{3}$/.test(year) ? await ask<{ takeUpOffer: TakeUpOffer | null }>(args, takeUpPage, { partnershipId, year: Number(year) }) : { takeUpOffer: null };
  if (!offer) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { offer, partnershipId, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { takeUpPlan, confirmTakenUpPlan, withdrawTakeUp });

export default function JoiningPlanRoute() {
  return <TakeUpPlan {...useLoaderData<typeof loader>()} />;
}
