import type { Deed } from '../../base/act.ts';
import { minutesPath } from './minutes.graphql.ts';

/** Refuses to sign the text that was shown, and says why. */
export const refuseMinutes = (id: string): Deed<{ id: string }> => ({
  document: 'mutation RefuseMinutes($input: RefuseMinutesInput!) { refuseMinutes(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, contentHash: form.text('contentHash'), motive: form.text('motive') } }),
  done: () => `${minutesPath(id)}?done=refused`,
});
