import { data, redirect, type ActionFunctionArgs } from 'react-router';
import type { Kept } from './act.ts';
import { toSignIn, type Trouble } from './ask.ts';
import type { Joined } from './load-context.ts';

/** The name of the one form that sends a file. */
export const fileForm = 'attach';

/**
 * A route's action for a form with a file: the server reads it as it comes. Then the page shown after success (303), or the same form
 * with the reason (422). @throws Response to the sign-in page, or 404 when there is nothing of the reader's to join it to
 */
export async function sendFile(args: ActionFunctionArgs, to: Joined, done: string) {
  const { context, request } = args;
  const refusal = await context.sendFile(to);
  if (!refusal) return redirect(done, 303);
  if (refusal.code === 'SIGN_IN_REQUIRED') throw toSignIn(request);
  if (refusal.code === 'NOT_FOUND') throw data({ code: 'NOT_FOUND', requestId: context.requestId } satisfies Trouble, { status: 404 });
  const { values, ...said } = refusal;
  return data({ refusal: said, values: { ...values, form: [fileForm] }, key: context.newKey() } satisfies Kept, { status: 422 });
}
