import type { Deed } from '../../base/act.ts';
import type { Source } from '../../ui/source.tsx';

/** A mail that left or is planned. */
export interface ToldLine {
  readonly id: string;
  /** « J-60 », `AGAIN` for one that a coordination asked for; `null` for what is told at once. */
  readonly row: string | null;
  readonly matter: string;
  readonly state: 'PLANNED' | 'SENDING' | 'SENT' | 'FAILED';
  readonly day: string;
  readonly problem: string | null;
  readonly silencedUntil: string | null;
}

export interface ToldPerson {
  readonly personId: string;
  readonly displayName: string;
  readonly party: string | null;
  readonly standing: 'OWES' | 'ANSWERED' | 'TOLD';
  readonly failed: boolean;
  readonly lines: readonly ToldLine[];
}

export interface TimelineMatter {
  readonly id: string;
  readonly title: string;
  readonly state: 'LATE' | 'OPEN' | 'DONE';
  readonly dueOn: string | null;
  readonly lateSince: string | null;
  readonly daysLeft: number | null;
  readonly source: Source | null;
  readonly href: string;
  readonly people: readonly ToldPerson[];
}

export interface Timeline {
  readonly today: string;
  readonly until: string;
  readonly matters: readonly TimelineMatter[];
}

export const lineFields = 'id row matter state day problem silencedUntil';
export const matterFields = `id title state dueOn lateSince daysLeft href source { kind reference quote } people { personId displayName party standing failed lines { ${lineFields} } }`;
export const timelineDocument = `query ReminderTimeline($id: ID!) {
  reminderTimeline(partnershipId: $id) { today until matters { ${matterFields} } }
}`;

/** Somebody late, and whether a letter leaves. */
export interface LatePerson {
  readonly personId: string;
  readonly displayName: string;
  readonly party: string | null;
  readonly matter: string;
  readonly since: string;
  readonly leftOut: 'YOURSELF' | 'OTHER_SIDE' | 'ASKED_LATELY' | 'SILENCED' | null;
  readonly until: string | null;
}

export const latePeopleDocument = 'query LatePeople($id: ID!) { latePeople(partnershipId: $id) { personId displayName party matter since leftOut until } }';

export const remindersPath = '/reminders';

/** Sends the letters of the preview. */
export const remindLate: Deed<{ letters: number }> = {
  document: 'mutation RemindLate($input: RemindLateInput!) { remindLate(input: $input) { ... on LateReminded { letters } ...refused } }',
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId') } }),
  done: () => `${remindersPath}?done=late`,
};
