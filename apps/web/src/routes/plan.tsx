import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { readWhoWasTold } from '../features/notices/who-was-told.graphql.ts';
import { WhoWasTold } from '../features/notices/who-was-told.tsx';
import * as deeds from '../features/programme/plan-acts.graphql.ts';
import { planBoard, type BoardAnswer } from '../features/programme/plan-board.graphql.ts';
import { PlanBoard } from '../features/programme/plan-board.tsx';

/** The board of a year, `/plans/2027`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'PLAN');
  const year = Number(args.params['year']);
  const known = Number.isInteger(year) && year > 1900 && year < 2200;
  const { planBoard: board } = known ? await ask<BoardAnswer>(args, planBoard, { partnershipId: where.partnershipId, year }) : { planBoard: null };
  if (!board) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  const { searchParams } = new URL(args.request.url);
  const imported = Number(searchParams.get('imported')) || 0;
  return { board, where, imported, moved: searchParams.get('moved'), told: await readWhoWasTold(args, where), pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, deeds);

export default function PlanRoute() {
  const { told, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <PlanBoard {...page} />
      <WhoWasTold told={told} />
    </>
  );
}
