import { data, redirect, type ActionFunctionArgs } from 'react-router';
import { answerTo } from './ask.ts';

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

/**
 * A route's action: reads the form, runs the mutation, and either redirects (303) or answers 422 with what `ActForm` needs to
 * show the same form again with the reason. Nothing the person wrote is lost.
 * @throws Response as `answerTo` when something unexpected happened
 */
export async function act<Done>(args: ActionFunctionArgs, deed: Deed<Done>) {
  const form = await readForm(args.request);
  const document = deed.document.includes('...refused') ? deed.document + refusedFragment : deed.document;
  const [outcome] = Object.values(await answerTo(args, { document, variables: deed.variables(form), key: form.key || undefined }));
  if (!isRefusal(outcome)) return redirect(deed.done(outcome as Done, form), 303);
  const kept: Kept = { refusal: outcome, values: form.values, key: args.context.newKey() };
  return data(kept, { status: 422 });
}
