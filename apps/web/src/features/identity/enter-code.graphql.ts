import type { Deed } from '../../base/act.ts';

/** The code opens the door, or renews the proof of who is signed in already; then the person is where her link pointed. */
export const enterCode = (next: string): Deed<{ personId: string }> => ({
  document: 'mutation EnterCode($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { personId } ...refused } }',
  variables: (form) => ({ input: { code: form.text('code') } }),
  done: () => next,
});
