import type { LoaderFunctionArgs } from 'react-router';
import type { Deed, Form } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import { mayFields, type May } from '../../base/may.ts';
import { notFound } from '../../base/not-found.ts';
import type { PartyAsked } from './parties-page.graphql.ts';

export const factNames = ['presidentTitle', 'presidentTitleAr', 'contact', 'siren', 'hierarchy', 'supervision', 'population', 'populationYear', 'populationApproximate', 'networks', 'authorityNote', 'authoritySource', 'currency', 'workWeek', 'closedDays', 'workedDays'] as const;
export type FactName = (typeof factNames)[number];

/** A party's facts with their changes, the last first. */
export interface PartyFacts {
  readonly id: string;
  readonly presidentTitleFr: string;
  readonly presidentTitleAr: string;
  readonly version: number;
  readonly viewerMayUpdate: May;
  readonly party: PartyAsked;
  readonly revisions: readonly { readonly version: number; readonly by: string; readonly at: string; readonly changes: readonly { readonly fact: FactName; readonly before: string; readonly after: string }[] }[];
}

const document = `query PartyFacts($id: ID!) {
  partyFacts(partyId: $id) {
    id presidentTitleFr presidentTitleAr version viewerMayUpdate { ${mayFields} }
    party { id organisation shortName kind siren networks authorityNote authoritySource contact
      territory { country hierarchy supervision currency workWeek closedDays workedDays population populationYear populationApproximate } }
    revisions { version by at changes { fact before after } }
  }
}`;

/** @throws Response 404 for who has nothing to do with this party */
export async function readPartyFacts(args: LoaderFunctionArgs): Promise<PartyFacts> {
  const { partyFacts } = await ask<{ partyFacts: PartyFacts | null }>(args, document, { id: args.params['partyId'] ?? '' });
  if (!partyFacts) throw notFound(args);
  return partyFacts;
}

/** `null` where nothing was written. What is no whole number is the server's to refuse: it gets one that cannot be. */
const wholeNumber = (written: string): number | null => (written.trim() === '' ? null : /^\d{1,9}$/.test(written.replaceAll(/\s/g, '')) ? Number(written.replaceAll(/\s/g, '')) : -1);

const inputOf = (form: Form): Readonly<Record<string, unknown>> => ({
  partyId: form.text('partyId'),
  expectedVersion: Number(form.text('expectedVersion')),
  ...Object.fromEntries(['presidentTitle', 'presidentTitleAr', 'currency'].map((name) => [name, form.text(name)])),
  ...Object.fromEntries(['contact', 'siren', 'hierarchy', 'supervision', 'authorityNote', 'authoritySource'].map((name) => [name, form.text(name) || null])),
  networks: form.text('networks').split(';').map((name) => name.trim()).filter(Boolean),
  population: wholeNumber(form.text('population')),
  populationYear: wholeNumber(form.text('populationYear')),
  populationApproximate: form.text('populationApproximate') === 'yes',
  workWeek: (form.values['workWeek'] ?? []).map(Number),
  closedDays: form.values['closedDays'] ?? [],
  workedDays: form.values['workedDays'] ?? [],
});

/** A party's facts, written by its coordination. */
export const updatePartyFacts: Deed<{ id: string }> = {
  document: 'mutation UpdatePartyFacts($input: UpdatePartyFactsInput!) { updatePartyFacts(input: $input) { ... on PartyFacts { id } ...refused } }',
  variables: (form) => ({ input: inputOf(form) }),
  done: ({ id }) => `/parties/${id}?done=saved`,
};
