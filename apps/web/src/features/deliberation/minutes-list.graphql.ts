import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import type { Deed } from '../../base/act.ts';
import { hereWith } from '../../base/here.ts';
import { paperLineFields, type PaperLine } from './paper.graphql.ts';
import { minutesPath, type MinutesState } from './minutes.graphql.ts';

/** A PV in the list. */
export interface MinutesLine {
  readonly id: string;
  readonly number: string | null;
  readonly state: MinutesState;
  readonly executorySentence: string;
  /** Another PV of the same meeting. */
  readonly rectifies: { readonly number: string | null } | null;
  readonly rectifiedBy: { readonly number: string | null; readonly state: MinutesState } | null;
  readonly viewerMay: { readonly sign: { readonly allowed: boolean; readonly refusal: { readonly code: string } | null } };
  readonly facts: { readonly place: string; readonly kind: 'ORDINARY' | 'EXTRAORDINARY'; readonly opened: readonly { readonly civilDate: string }[]; readonly decisions: readonly { readonly number: string }[] };
}

/** A closed meeting that has no PV yet. */
export interface MeetingToWrite {
  readonly id: string;
  readonly civilDate: string;
  readonly place: string;
}

export interface MinutesListShown {
  readonly list: readonly MinutesLine[];
  readonly toWrite: readonly MeetingToWrite[];
  /** Signed on paper before Passerelle. */
  readonly papers: readonly PaperLine[];
  readonly mayEnter: boolean;
}

const document = `query MinutesList($id: ID!) {
  minutesList(partnershipId: $id) {
    id number state executorySentence rectifies { number } rectifiedBy { number state } viewerMay { sign { allowed refusal { code } } }
    facts { place kind opened { civilDate } decisions { number } }
  }
  paperMinutesList(partnershipId: $id) { ${paperLineFields} }
  meetings(partnershipId: $id) { id state civilDate place minutes { id } }
}`;

interface Asked {
  readonly paperMinutesList: readonly PaperLine[];
  readonly minutesList: readonly MinutesLine[];
  readonly meetings: readonly (MeetingToWrite & { readonly state: string; readonly minutes: { readonly id: string } | null })[];
}

/** Every PV of the reader's partnership, newest first; for those who keep them, the meetings still without one. */
export async function readMinutesList(args: LoaderFunctionArgs): Promise<MinutesListShown> {
  const { partnershipId: id, myCategories } = await hereWith(args, 'COMMITTEE');
  const { minutesList, meetings, paperMinutesList } = await ask<Asked>(args, document, { id });
  const keeps = myCategories.includes('COORDINATOR') || myCategories.includes('CO_PRESIDENT');
  const toWrite = keeps ? meetings.filter(({ state, minutes }) => state === 'CLOSED' && !minutes).map(({ id: meetingId, civilDate, place }) => ({ id: meetingId, civilDate, place })) : [];
  return { list: minutesList, toWrite, papers: paperMinutesList, mayEnter: myCategories.includes('COORDINATOR') };
}

/** Draws a PV from a closed meeting's facts, and opens it for writing. */
export const draftMinutes: Deed<{ id: string }> = {
  document: 'mutation DraftMinutes($input: DraftMinutesInput!) { draftMinutes(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { meetingId: form.text('meetingId') } }),
  done: ({ id }) => `${minutesPath(id)}/edit`,
};
