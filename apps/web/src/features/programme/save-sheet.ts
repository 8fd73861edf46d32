import type { ActionFunctionArgs } from 'react-router';
import { actAmong, type Deeds } from '../../base/act-among.ts';
import { attempt, readForm, type Form, type Kept } from '../../base/act.ts';
import { editSheet, setSheetAside } from './edit-sheet.graphql.ts';

/** Another saving came first, or the fiche is no more to be written: what was typed must not be lost with the refusal. */
const overtaken: readonly string[] = ['VERSION_CHANGED', 'SHEET_STATE_FORBIDS'];

/** Sets aside what a refused saving would lose. The refusal stands, whatever becomes of it. */
async function keepAside(args: ActionFunctionArgs, form: Form, { refusal }: Kept): Promise<void> {
  if (overtaken.includes(refusal.code)) await attempt(args, setSheetAside, { ...form, key: '' });
}

/** The silent saving of a draft: the same deed as the button, answered to a script and not to a page. 422 carries the refusal. */
export async function saveSheet(args: ActionFunctionArgs): Promise<Response> {
  const form = await readForm(args.request);
  const outcome = await attempt(args, editSheet, form);
  if (!('kept' in outcome)) return Response.json({ version: outcome.answer.version });
  await keepAside(args, form, outcome.kept);
  return Response.json({ kept: outcome.kept }, { status: 422 });
}

/** The acts of the fiche's page; a saving by the button that came too late is set aside as well. */
export async function actOnSheet(args: ActionFunctionArgs, acts: Deeds): Promise<Awaited<ReturnType<typeof actAmong>>> {
  const form = await readForm(args.request.clone());
  const answer = await actAmong(args, { editSheet, ...acts });
  if (form.text('form') === 'editSheet' && 'data' in answer) await keepAside(args, form, answer.data);
  return answer;
}
