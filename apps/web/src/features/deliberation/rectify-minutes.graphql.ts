import type { Deed } from '../../base/act.ts';
import { minutesPath } from './minutes.graphql.ts';

/** Opens the draft of a PV that rectifies this one, saying why. */
export const rectifyMinutes = (id: string): Deed<{ id: string }> => ({
  document: 'mutation RectifyMinutes($input: RectifyMinutesInput!) { rectifyMinutes(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, reason: form.text('reason') } }),
  done: ({ id: opened }) => `${minutesPath(opened)}/edit`,
});
