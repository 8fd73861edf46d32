import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { wayBack } from '../base/way-back.ts';
import { isOfferDue, refuseOffer } from '../features/identity/offer-key.graphql.ts';
import { OfferKey } from '../features/identity/offer-key.tsx';

const nextOf = (request: Request): string => wayBack(new URL(request.url).searchParams.get('next'));

export async function loader(args: LoaderFunctionArgs) {
  const next = nextOf(args.request);
  if (!(await isOfferDue(args))) throw redirect(next, 303);
  return { idempotencyKey: args.context.newKey(), next };
}

export const action = ({ request }: ActionFunctionArgs): Response => refuseOffer(nextOf(request));

/** « Se connecter plus vite la prochaine fois »: once, and refusable. */
export default function SignInFasterRoute() {
  return <OfferKey {...useLoaderData<typeof loader>()} />;
}
