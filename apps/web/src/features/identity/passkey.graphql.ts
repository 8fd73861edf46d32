import { data, type ActionFunctionArgs } from 'react-router';
import { attempt, readForm, type Deed, type Form } from '../../base/act.ts';
import type { Trouble } from '../../base/ask.ts';

type Told = { readonly options?: string };
type Step = Deed<Told>;

const ask = (mutation: string): Step => ({
  document: `mutation AskKey { ${mutation} { ... on PasskeyAsked { options } ...refused } }`,
  variables: () => ({}),
  done: () => '/',
});
const answer = (mutation: string): Step => ({
  document: `mutation AnswerOfKey($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ...refused } }`,
  variables: (form) => ({ input: { response: form.text('response') } }),
  done: () => '/',
});
const askStepUp: Step = {
  document: 'mutation AskStepUp($input: AskStepUpInput!) { askStepUp(input: $input) { ... on PasskeyAsked { options } ...refused } }',
  variables: (form: Form) => ({
    input: { kind: form.text('kind'), subjectId: form.text('subjectId'), version: Number(form.text('version')) || 0, contentHash: form.text('contentHash') },
  }),
  done: () => '/',
};

/** The dialogue with a key, step by step; the script of a page speaks it, never a link. */
const steps: Readonly<Record<string, Step>> = {
  'ask-register': ask('askPasskeyRegistration'),
  register: answer('registerPasskey'),
  'ask-sign-in': ask('askPasskeySignIn'),
  'sign-in': answer('signInWithPasskey'),
  'ask-step-up': askStepUp,
  'step-up': answer('proveStepUp'),
};

/** One step, answered to a script: `{options}` to put to the key, `{}` when it is done, `{sentence}` (422) when it is refused. @throws Response 404 */
export async function passkeyStep(args: ActionFunctionArgs): Promise<Response> {
  const name = args.params['step'] ?? '';
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  const outcome = await attempt(args, step, await readForm(args.request));
  if ('kept' in outcome) return Response.json({ sentence: outcome.kept.refusal.sentence }, { status: 422 });
  return Response.json(outcome.answer.options ? { options: outcome.answer.options } : {});
}
