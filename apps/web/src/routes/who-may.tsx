import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { personaOf, whoMayDocument, type WhoMayRow } from '../features/parties/who-may.graphql.ts';
import { WhoMay } from '../features/parties/who-may.tsx';

/** Who may do what, `/who-may?as=TECHNICIAN`. */
export async function loader(args: LoaderFunctionArgs) {
  const { whoMay } = await ask<{ whoMay: readonly WhoMayRow[] }>(args, whoMayDocument);
  return { rows: whoMay, persona: personaOf(new URL(args.request.url).searchParams.get('as')) };
}

export default function WhoMayRoute() {
  return <WhoMay {...useLoaderData<typeof loader>()} />;
}
