import type { Deed } from '../../base/act.ts';
import { withWayBack } from '../../base/way-back.ts';

/** Asks for a six-digit code by mail, then leads to the page where it is typed. Without an address: to the signed-in person's own. */
export const askCode = (codePath: string, next: string): Deed<{ minutes: number }> => ({
  document: 'mutation AskCode($input: AskSignInCodeInput!) { askSignInCode(input: $input) { ... on SignInCodeAsked { minutes } ...refused } }',
  variables: (form) => ({ input: { mailAddress: form.values['mailAddress'] ? form.text('mailAddress') : null } }),
  done: () => withWayBack(codePath, next),
});
