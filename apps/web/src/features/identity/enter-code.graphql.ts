import type { Deed } from '../../base/act.ts';
import { afterCode } from './offer-key.graphql.ts';

/** The code opens the door, or renews the proof of who is signed in already; then the person is where her link pointed. */
export const enterCode = (next: string): Deed<{ personId: string }> => ({
  document: 'mutation EnterCode($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { personId } ...refused } }',
  variables: (form) => ({ input: { code: form.text('code') } }),
  done: (_answer, form) => afterCode(next, form.text('keysHere') === '1'),
});
