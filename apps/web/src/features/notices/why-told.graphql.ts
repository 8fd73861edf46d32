import type { Deed } from '../../base/act.ts';
import type { Source } from '../../ui/source.tsx';
import { lineFields, type ToldLine } from './timeline.graphql.ts';

/** Why a mail was sent to its reader. */
export interface WhyTold {
  readonly line: ToldLine;
  readonly office: string | null;
  readonly stops: string;
  readonly source: Source | null;
  readonly href: string;
  readonly owed: boolean;
  /** The last day to which silence may be asked for; `null` when it may not. */
  readonly silenceUntil: string | null;
}

export const whyToldDocument = `query WhyTold($id: ID!) { whyTold(id: $id) { line { ${lineFields} } office stops href owed silenceUntil source { kind reference quote } } }`;

export const whyPath = (reminderId: string): string => `/why/${reminderId}`;

/** Asks for no reminder before a day. */
export const silenceReminders: Deed<{ until: string }> = {
  document: 'mutation SilenceReminders($input: SilenceRemindersInput!) { silenceReminders(input: $input) { ... on RemindersSilenced { until } ...refused } }',
  variables: (form) => ({ input: { reminderId: form.text('reminderId'), until: form.text('until') } }),
  done: (_answer, form) => `${whyPath(form.text('reminderId'))}?done=silence`,
};
