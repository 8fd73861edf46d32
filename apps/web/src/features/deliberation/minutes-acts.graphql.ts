import type { Deeds } from '../../base/act-among.ts';
import type { Deed } from '../../base/act.ts';
import { minutesPath } from './minutes.graphql.ts';

const onMinutes = (id: string, verb: 'reviewMinutes' | 'finaliseMinutes', done: string): Deed<{ id: string }> => {
  const input = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  return {
    document: `mutation OnMinutes($input: ${input}!) { ${verb}(input: $input) { ... on Minutes { id } ...refused } }`,
    variables: () => ({ input: { minutesId: id } }),
    done: () => `${minutesPath(id)}?done=${done}`,
  };
};

/** A speaker says that she has read the words of a language. */
const readAsSpeaker = (id: string): Deed<{ id: string }> => ({
  document: 'mutation ReadAsSpeaker($input: ReadAsSpeakerInput!) { readAsSpeaker(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, language: form.text('language'), expectedVersion: Number(form.text('expectedVersion')) } }),
  done: () => `${minutesPath(id)}?done=read`,
});

/** A signature by code is said not to be its side's. */
const contestSignature = (id: string): Deed<{ id: string }> => ({
  document: 'mutation ContestSignature($input: ContestSignatureInput!) { contestSignature(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, partyId: form.text('partyId'), reason: form.text('reason') } }),
  done: () => `${minutesPath(id)}?done=contested`,
});

/** What a PV's own page can do: hand it over for review, make it final, have read a language, contest a signature. */
export const minutesDeeds = (id: string): Deeds => ({
  readAsSpeaker: readAsSpeaker(id),
  contestSignature: contestSignature(id),
  reviewMinutes: onMinutes(id, 'reviewMinutes', 'reviewed'),
  finaliseMinutes: onMinutes(id, 'finaliseMinutes', 'finalised'),
});
