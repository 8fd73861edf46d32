import { data, useRouteLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { moveClock } from '../features/demo/move-clock.graphql.ts';
import { DemoClock } from '../features/demo/demo-clock.tsx';
import type { loader as rootLoader } from '../root.tsx';

/** The demo's clock as a page of its own: where a refused date is explained. Unknown outside a demonstration. */
export function loader({ context: { demo, requestId } }: LoaderFunctionArgs) {
  if (!demo) throw data({ code: 'NOT_FOUND', requestId }, { status: 404 });
  return null;
}

export const action = (args: ActionFunctionArgs) => act(args, moveClock);

export default function DemoClockRoute() {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  return root?.house.demo && <DemoClock demo={root.house.demo} idempotencyKey={`${root.pageKey}.page`} />;
}
