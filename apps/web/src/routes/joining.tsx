import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { PaperCards } from '../features/deliberation/paper-cards.tsx';
import { paperLineFields } from '../features/deliberation/paper.graphql.ts';
import { Joining, type JoiningAnswer } from '../features/programme/joining.tsx';
import { joiningFields, withdrawPastImport } from '../features/programme/joining.graphql.ts';
import type { PaperLine } from '../features/deliberation/paper.graphql.ts';

const document = `query Joining($partnershipId: ID!) {
  paperMinutesList(partnershipId: $partnershipId) { ${paperLineFields} }
  ${joiningFields}
}`;

/** « Reprendre l’existant », `/joining`: what has been entered, and what remains. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const answer = await ask<JoiningAnswer & { paperMinutesList: readonly PaperLine[] }>(args, document, { partnershipId: where.partnershipId });
  const taken = Number(new URL(args.request.url).searchParams.get('taken') ?? 0);
  return { answer, where, mayEnter: where.myCategories.includes('COORDINATOR'), taken: Number.isSafeInteger(taken) ? taken : 0, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { withdrawPastImport });

export default function JoiningRoute() {
  const { answer, ...shown } = useLoaderData<typeof loader>();
  const papers = shown.where.capabilities.includes('COMMITTEE') && <PaperCards papers={answer.paperMinutesList} mayEnter={shown.mayEnter} />;
  return <Joining {...shown} answer={answer} papers={papers} />;
}
