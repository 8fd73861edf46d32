import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { hereWith } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { actionStates, yearActions, type ActionLine, type YearActions } from '../features/programme/actions.graphql.ts';
import { ActionsPage } from '../features/programme/actions-page.tsx';

const axisOf = ({ axisNumber }: ActionLine): string => axisNumber ?? 'none';

/** The actions of a year, `/actions?year=2026&state=BLOCKED&mine=yes`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'COMMITTEE');
  const { searchParams } = new URL(args.request.url);
  const asked = Number(searchParams.get('year'));
  const { followedActions: found } = await ask<YearActions>(args, yearActions, { partnershipId: where.partnershipId, year: Number.isInteger(asked) && asked > 1900 && asked < 2200 ? asked : null });
  if (!found) throw notFound(args);
  const chosen = { axis: searchParams.get('axis') ?? '', state: searchParams.get('state') ?? '', mine: searchParams.get('mine') === 'yes' };
  const ofState = ({ state, late }: ActionLine): boolean => chosen.state === '' || (chosen.state === 'LATE' ? late : state === chosen.state);
  const actions = found.actions.filter((action) => ofState(action) && (chosen.axis === '' || axisOf(action) === chosen.axis) && (!chosen.mine || action.mine));
  const axes = [...new Set(found.actions.map(axisOf))].sort();
  const states = actionStates.flatMap((state) => found.actions.find((action) => action.state === state) ?? []).map(({ state, stateWords: words }) => ({ state, words }));
  return { year: found.year, years: found.years, actions, axes, states, chosen, some: found.actions.length > 0, where };
}

export default function ActionsRoute() {
  return <ActionsPage {...useLoaderData<typeof loader>()} />;
}
