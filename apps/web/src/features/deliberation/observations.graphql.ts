import type { Deeds } from '../../base/act-among.ts';
import type { Deed } from '../../base/act.ts';
import { minutesPath } from './minutes.graphql.ts';

/** What may be pointed at, in the order of the PV. */
export const passages = ['whole', 'facts', 'discussions', 'reservations', 'nextMeeting'] as const;

export const observationsPath = (id: string): string => `${minutesPath(id)}/observations`;

const observe = (id: string): Deed<{ id: string }> => ({
  document: 'mutation ObserveMinutes($input: ObserveMinutesInput!) { observeMinutes(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, kind: form.text('kind') || 'REMARK', passage: form.text('passage') || null, quoted: form.text('quoted') || null, text: form.text('text') || null } }),
  done: () => `${observationsPath(id)}?done=observed#observations`,
});

const answer = (id: string): Deed<{ id: string }> => ({
  document: 'mutation AnswerObservation($input: AnswerObservationInput!) { answerObservation(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { observationId: form.text('observationId'), takenUp: form.text('takenUp') === 'yes', text: form.text('text') || null } }),
  done: () => `${observationsPath(id)}?done=answered#observations`,
});

/** What the page of observations can do. */
export const observationsDeeds = (id: string): Deeds => ({ observeMinutes: observe(id), answerObservation: answer(id) });
