import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import * as deeds from '../features/agreement/life-acts.graphql.ts';
import { livesPage, type LivesAnswer } from '../features/agreement/life.graphql.ts';
import { LifePage } from '../features/agreement/life-page.tsx';

/** What binds the parties, `/agreement`; of several, `/agreement?agreement=<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { agreementLives: lives, partnership, viewer } = await ask<LivesAnswer>(args, livesPage, { partnershipId: where.partnershipId });
  const asked = new URL(args.request.url).searchParams.get('agreement');
  const life = asked === null ? (lives[0] ?? null) : lives.find(({ id }) => id === asked);
  if (life === undefined) throw notFound(args);
  const axes = partnership?.agreement?.id === life?.id ? (partnership?.agreement ?? null) : null;
  return { life, axes, others: lives.filter(({ id }) => id !== life?.id).map(({ id, displayName }) => ({ id, displayName })), where, unproved: !viewer?.stepUpFresh, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, deeds);

export default function AgreementRoute() {
  return <LifePage {...useLoaderData<typeof loader>()} />;
}
