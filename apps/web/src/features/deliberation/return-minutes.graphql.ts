import type { Deed } from '../../base/act.ts';
import { minutesPath } from './minutes.graphql.ts';

/** Takes a PV back to drafting, saying why. */
export const returnMinutes = (id: string): Deed<{ id: string }> => ({
  document: 'mutation ReturnMinutes($input: ReturnMinutesToDraftInput!) { returnMinutesToDraft(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, reason: form.text('reason') } }),
  done: () => `${minutesPath(id)}?done=returned`,
});
