import { data, type ActionFunctionArgs } from 'react-router';
import { act, readForm, type Deed } from './act.ts';
import type { Trouble } from './ask.ts';

/** The deeds of a page, by the name of their form. A name may carry an id after a colon: `addToPlan:<sheet>` is the deed `addToPlan`. */
export type Deeds = Readonly<Record<string, Deed<never>>>;

/**
 * The action of a page with several forms: the hidden `form` field says which deed was meant.
 * @throws Response 404 when the page has no such form, else as `act`
 */
export async function actAmong(args: ActionFunctionArgs, deeds: Deeds) {
  const form = await readForm(args.request.clone());
  const [name = ''] = form.text('form').split(':');
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (!deed) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  return act(args, deed);
}
