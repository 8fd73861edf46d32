import { data, redirect, type ActionFunctionArgs } from 'react-router';
import type { PhraseKey } from '#phrases';
import { unlessTrouble, wholeAnswer } from './ask.ts';
import type { GraphqlAnswer } from './load-context.ts';

/** The GraphQL `Refused` of an answer union, asked with `...refused`. */
export interface RefusalShown {
  readonly code: string;
  /** Already in the reader's language: the server said it. */
  readonly sentence: string;
  readonly source: { readonly kind: string; readonly reference: string; readonly quote: string | null } | null;
}

/** What a refused form is rendered again with: the reason, everything the person wrote, and a fresh key. */
export interface Kept {
  readonly refusal: RefusalShown;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly key: string;
  /** The page's own sentence, when what was typed could not even be read; the refusal's otherwise. */
  readonly saying?: PhraseKey;
}

/** A posted form: texts only, trimmed of nothing. */
export interface Form {
  /** The idempotency key that the page was rendered with. */
  readonly key: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The text of a field, empty when it is absent. */
  text(name: string): string;
}

/** One form: its mutation, its variables, and where to go when it is done. */
export interface Deed<Done> {
  /** A document with one mutation whose answer union is asked with `...refused`. */
  readonly document: string;
  variables(form: Form): Readonly<Record<string, unknown>>;
  /** In a form of many buttons, which one was pressed: two of them are two acts, though the page has not come back in between. */
  pressed?(form: Form): string;
  /** What is typed in such a way that it cannot be sent (a number in letters): the sentence that says so. */
  unreadable?(form: Form): PhraseKey | undefined;
  /** The path shown after success (post, redirect, get). */
  done(answer: Done, form: Form): string;
}

export const keyField = 'idempotencyKey';

/** Appended to every document that says `...refused`. */
const refusedFragment = '\nfragment refused on Refused { __typename code sentence source { kind reference quote } }';

/** Texts of a posted form. Files are read by the actions that expect some. */
export async function readForm(request: Request): Promise<Form> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') (values[name] ??= []).push(value);
  }
  const text = (name: string): string => values[name]?.[0] ?? '';
  return { key: text(keyField), values, text };
}

const isRefusal = (answer: unknown): answer is RefusalShown => (answer as { __typename?: string } | null)?.__typename === 'Refused';

/** What a person typed that no field can hold, said by the API itself: a day that does not exist. */
const typedWrong: readonly string[] = ['NO_SUCH_DATE', 'NO_SUCH_TIME'];

function refusalOf({ errors = [], data: answered }: GraphqlAnswer): RefusalShown | null {
  const [error] = errors;
  const code = String(error?.extensions?.['code'] ?? '');
  if (error && typedWrong.includes(code)) return { code, sentence: error.message, source: null };
  const [outcome] = Object.values(answered ?? {});
  return isRefusal(outcome) ? outcome : null;
}

/** What a deed came to. */
export type Attempt<Done> = { readonly answer: Done } | { readonly kept: Kept };

/** Runs a deed's mutation with a form already read. @throws Response as `answerTo` when something unexpected happened */
export async function attempt<Done>(args: ActionFunctionArgs, deed: Deed<Done>, form: Form): Promise<Attempt<Done>> {
  const kept = (refusal: RefusalShown): { kept: Kept } => ({ kept: { refusal, values: form.values, key: args.context.newKey() } });
  const saying = deed.unreadable?.(form);
  if (saying) return { kept: { ...kept({ code: 'UNREADABLE', sentence: '', source: null }).kept, saying } };
  const document = deed.document.includes('...refused') ? deed.document + refusedFragment : deed.document;
  const answer = await wholeAnswer(args, { document, variables: deed.variables(form), key: form.key ? [form.key, ...(deed.pressed ? [deed.pressed(form)] : [])].join('.') : undefined });
  const refusal = refusalOf(answer);
  if (refusal) return kept(refusal);
  const [outcome] = Object.values(unlessTrouble(answer, args.request, args.context));
  return { answer: outcome as Done };
}

/**
 * A route's action: reads the form, runs the mutation, and either redirects (303) or answers 422 with what `ActForm` needs to
 * show the same form again with the reason. Nothing the person wrote is lost.
 * @throws Response as `answerTo` when something unexpected happened
 */
export async function act<Done>(args: ActionFunctionArgs, deed: Deed<Done>) {
  const form = await readForm(args.request);
  const outcome = await attempt(args, deed, form);
  return 'kept' in outcome ? data(outcome.kept, { status: 422 }) : redirect(deed.done(outcome.answer, form), 303);
}
