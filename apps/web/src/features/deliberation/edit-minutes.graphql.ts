import { data, type LoaderFunctionArgs } from 'react-router';
import type { Deed, Form } from '../../base/act.ts';
import { ask, type Trouble } from '../../base/ask.ts';
import { mayFields, type May } from '../../base/may.ts';
import { minutesPath, type MinutesState, type Prose } from './minutes.graphql.ts';

/** Languages a PV is written in here; French has authority. */
export const proseLanguages = ['fr', 'ar', 'zgh'] as const;
export const proseSections = ['discussion', 'reservations', 'nextMeeting'] as const;
export type ProseLanguage = (typeof proseLanguages)[number];
export type ProseSection = (typeof proseSections)[number];

/** The field of one section in one language. */
export const fieldOf = (language: ProseLanguage, section: ProseSection): string => `${language}.${section}`;

/** A PV's words, as its editor needs them. */
export interface ToEdit {
  readonly id: string;
  readonly number: string | null;
  readonly state: MinutesState;
  readonly prose: readonly Pick<Prose, 'language' | ProseSection>[];
  readonly proseVersion: number;
  readonly viewerMay: { readonly edit: May };
}

const document = `query ToEdit($id: ID!) {
  minutes(id: $id) { id number state proseVersion prose { language discussion reservations nextMeeting } viewerMay { edit { ${mayFields} } } }
}`;

/** The words as the editor's form holds them. */
export const fieldsOf = ({ prose }: ToEdit): Readonly<Record<string, string>> =>
  Object.fromEntries(proseLanguages.flatMap((language) => proseSections.map((section) => [fieldOf(language, section), prose.find((words) => words.language === language)?.[section] ?? ''])));

/** @throws Response as `ask`, 404 when it is absent or not the reader's */
export async function readToEdit(args: LoaderFunctionArgs): Promise<ToEdit> {
  const { minutes } = await ask<{ minutes: ToEdit | null }>(args, document, { id: args.params['id'] ?? '' });
  if (!minutes) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  return minutes;
}

/** Browsers end lines with CR LF in forms; what is kept ends them with LF. */
const written = (form: Form, language: ProseLanguage, section: ProseSection): string => form.text(fieldOf(language, section)).replaceAll('\r\n', '\n');

/** Only what the form carries: an absent section stays as it is, an emptied one is emptied. */
const carried = (form: Form, language: ProseLanguage): readonly ProseSection[] => proseSections.filter((section) => Object.hasOwn(form.values, fieldOf(language, section)));

/** Saves sections on the version that was read; from a draft's page, never a PV that became final meanwhile. */
export const editMinutes = (id: string): Deed<{ id: string; proseVersion: number }> => ({
  document: 'mutation EditMinutes($input: EditMinutesInput!) { editMinutes(input: $input) { ... on Minutes { id proseVersion } ...refused } }',
  variables: (form) => ({
    input: {
      minutesId: id,
      expectedVersion: Number(form.text('expectedVersion')),
      onlyInDraft: form.text('onlyInDraft') === 'yes',
      prose: proseLanguages.filter((language) => carried(form, language).length > 0).map((language) => ({ language, ...Object.fromEntries(carried(form, language).map((section) => [section, written(form, language, section)])) })),
    },
  }),
  done: () => `${minutesPath(id)}?done=saved`,
});
