import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { here } from '../base/here.ts';
import { notAllowed } from '../base/not-found.ts';
import { lookAtPast } from '../features/programme/look-at-past.ts';
import { PastProjects } from '../features/programme/past-projects.tsx';

/** A table of past projects, `/joining/projects`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  if (!where.myCategories.includes('COORDINATOR')) throw notAllowed(args);
  return { partnershipId: where.partnershipId, megabytes: args.context.megabytes, pageKey: args.context.newKey() };
}

export const action = async (args: ActionFunctionArgs) => lookAtPast(args, (await here(args)).partnershipId);

export default function JoiningProjectsRoute() {
  return <PastProjects {...useLoaderData<typeof loader>()} />;
}
