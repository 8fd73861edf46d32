import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import type { Here } from '../../base/here.ts';
import { matterFields, type TimelineMatter } from './timeline.graphql.ts';

/** « Qui a été prévenu, quand » of the thing a page is about, for those who coordinate or preside. */
export interface WhoWasTold {
  /** `null` until the reader asks for it: most visits do not. */
  readonly matters: readonly TimelineMatter[] | null;
}

const toldAboutDocument = `query ToldAbout($id: ID!, $page: String!) { toldAbout(partnershipId: $id, page: $page) { ${matterFields} } }`;

/** `null` for whoever may not see it; asked of the server once the page's address says `?told`. */
export async function readWhoWasTold(args: LoaderFunctionArgs, { partnershipId: id, myCategories }: Pick<Here, 'partnershipId' | 'myCategories'>): Promise<WhoWasTold | null> {
  if (!myCategories.some((category) => category === 'COORDINATOR' || category === 'CO_PRESIDENT')) return null;
  const { pathname: page, searchParams } = new URL(args.request.url);
  if (!searchParams.has('told')) return { matters: null };
  return { matters: (await ask<{ toldAbout: readonly TimelineMatter[] }>(args, toldAboutDocument, { id, page: page.replace(/\.data$/, '') })).toldAbout };
}
