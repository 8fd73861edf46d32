import { articleId, rulePath } from '../features/agreement/rules.graphql.ts';
import { minutesPath } from '../features/deliberation/minutes.graphql.ts';
import type { FoundKind, PathTo } from '../features/search/search.graphql.ts';

/** Where each kind of thing is read. */
const paths: Readonly<Record<FoundKind, (pageId: string) => string>> = {
  projectSheet: (id) => `/sheets/${id}`,
  followedAction: (id) => `/actions/${id}`,
  decision: (id) => `/meetings/${id}`,
  meeting: (id) => `/meetings/${id}`,
  minutes: minutesPath,
  article: (number) => `/agreement/text#${articleId(number)}`,
  axis: () => '/plans',
  actionLead: () => '/plans',
  rule: rulePath,
  pastProject: (year) => `/history#year-${year}`,
};

/** In the partnership of the reader. */
export const ownPath: PathTo = ({ kind, pageId }) => paths[kind](pageId);
/** Without signing in there are decisions alone, each read in its public PV. */
export const publicPath: PathTo = ({ pageId }) => `/public/minutes/${pageId}`;
