import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { confirmPaperMinutes, correctPaperMinutes, notePaperMinutes, paperPage, withdrawPaperMinutes, type PaperAnswer } from '../features/deliberation/paper.graphql.ts';
import { PaperPage } from '../features/deliberation/paper-page.tsx';

/** A PV signed on paper, `/joining/minutes/<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { paperMinutes: paper } = await ask<PaperAnswer>(args, paperPage, { id: args.params['id'] });
  if (!paper) throw notFound(args);
  return { paper, where, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { confirmPaperMinutes, correctPaperMinutes, notePaperMinutes, withdrawPaperMinutes });

export default function PaperRoute() {
  return <PaperPage {...useLoaderData<typeof loader>()} />;
}
