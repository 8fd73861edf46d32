import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Accessibility } from '../features/instance/accessibility.tsx';
import { readCriteria } from '../features/instance/instance.graphql.ts';

export const loader = async (args: LoaderFunctionArgs) => ({ criteria: await readCriteria(args) });

export default function AccessibilityRoute() {
  return <Accessibility {...useLoaderData<typeof loader>()} />;
}
