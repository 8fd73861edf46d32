import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { customsDocument, openPartnership, type CountryCustom } from '../features/parties/open-partnership.graphql.ts';
import { OpenPartnership } from '../features/parties/open-partnership.tsx';

/** A partnership to open, `/partnerships/new?country=FR&country=MA`. */
export async function loader(args: LoaderFunctionArgs) {
  const { countryCustoms: customs } = await ask<{ countryCustoms: readonly CountryCustom[] }>(args, customsDocument);
  const asked = new URL(args.request.url).searchParams;
  const chosen = asked.getAll('country').slice(0, 20).flatMap((country) => customs.find((one) => one.country === country) ?? []);
  const places = Math.min(20, Math.max(2, Math.trunc(Number(asked.get('places'))) || 2));
  return { customs, chosen, places, opened: asked.get('opened'), idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { openPartnership });

export default function OpenPartnershipRoute() {
  return <OpenPartnership {...useLoaderData<typeof loader>()} />;
}
