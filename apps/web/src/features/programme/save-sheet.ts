import type { ActionFunctionArgs } from 'react-router';
import { attempt, readForm } from '../../base/act.ts';
import { editSheet } from './edit-sheet.graphql.ts';

/** The silent saving of a draft: the same deed as the button, answered to a script and not to a page. 422 carries the refusal. */
export async function saveSheet(args: ActionFunctionArgs): Promise<Response> {
  const outcome = await attempt(args, editSheet, await readForm(args.request));
  return 'kept' in outcome ? Response.json({ kept: outcome.kept }, { status: 422 }) : Response.json({ version: outcome.answer.version });
}
