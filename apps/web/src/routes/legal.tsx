import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { readNotice } from '../features/instance/instance.graphql.ts';
import { Legal } from '../features/instance/legal.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ notice: await readNotice(args) });

export default function LegalRoute() {
  return <Legal {...useLoaderData<typeof loader>()} />;
}
