import type { Deed } from '../../base/act.ts';

/** Where the frame's « Se déconnecter » posts. */
export const signOutPath = '/sign-out';

/** Ends this session, here and on the server. */
export const signOut: Deed<{ done: boolean }> = {
  document: 'mutation SignOut { signOut { ... on SignedOut { done } ...refused } }',
  variables: () => ({}),
  done: () => '/',
};
