import type { LoaderFunctionArgs } from 'react-router';
import { demoFields, type DemoShown } from '../features/demo/demo.graphql.ts';
import { viewerFields, viewerShown, type ViewerAsked, type ViewerShown } from '../features/identity/viewer.graphql.ts';

/** What the frame of every page needs. */
export interface HouseShown {
  readonly viewer: ViewerShown | null;
  readonly demo: DemoShown | null;
  /** How many things wait for the reader. */
  readonly waiting: number;
}

const houseDocument = `query House { ${viewerFields} ${demoFields} }`;
const waitingDocument = 'query Waiting { myTurn { id } }';

/** A frame that cannot be filled is shown empty: the page inside says what is wrong. */
async function quietly<Shape extends object>({ context }: LoaderFunctionArgs, document: string): Promise<Partial<Shape>> {
  try {
    return ((await context.graphql(document)).data ?? {}) as Partial<Shape>;
  } catch (error) {
    context.report(error);
    return {};
  }
}

/** Reads the frame's facts; never fails. */
export async function readHouse(args: LoaderFunctionArgs): Promise<HouseShown> {
  const { viewer, demo } = await quietly<{ viewer: ViewerAsked | null; demo: DemoShown | null }>(args, houseDocument);
  const { myTurn = [] } = viewer ? await quietly<{ myTurn: readonly unknown[] }>(args, waitingDocument) : {};
  return { viewer: viewer ? viewerShown(viewer, args.context.partnership) : null, demo: demo ?? null, waiting: myTurn.length };
}
