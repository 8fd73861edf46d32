import type { ActionFunctionArgs } from 'react-router';
import { attempt, readForm } from '../../base/act.ts';
import { editMinutes } from './edit-minutes.graphql.ts';

/** The silent saving of a PV's draft: the same deed as the button, answered to a script. It never opens a new version. 422 carries the refusal. */
export async function saveMinutes(args: ActionFunctionArgs): Promise<Response> {
  const form = await readForm(args.request);
  const drafting = { ...form, text: (name: string): string => (name === 'onlyInDraft' ? 'yes' : form.text(name)) };
  const outcome = await attempt(args, editMinutes(args.params['id'] ?? ''), drafting);
  return 'kept' in outcome ? Response.json({ kept: outcome.kept }, { status: 422 }) : Response.json({ version: outcome.answer.proseVersion });
}
