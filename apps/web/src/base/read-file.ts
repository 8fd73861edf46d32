import { data, type ActionFunctionArgs } from 'react-router';
import type { Kept } from './act.ts';
import { toSignIn, type Trouble } from './ask.ts';
import type { ReadAs } from './load-context.ts';
import { fileForm } from './send-file.ts';

/**
 * Has the server read the file that a form sends: what it is read as, or the same form with the reason.
 * @throws Response to the sign-in page, or 404 when there is nothing of the reader's to read it for
 */
export async function readFile(args: ActionFunctionArgs, as: ReadAs): Promise<{ readonly answer: string } | { readonly kept: Kept }> {
  const { context, request } = args;
  const read = await context.readFile(as);
  if ('answer' in read) return read;
  const { refusal } = read;
  if (refusal.code === 'SIGN_IN_REQUIRED') throw toSignIn(request);
  if (refusal.code === 'NOT_FOUND') throw data({ code: 'NOT_FOUND', requestId: context.requestId } satisfies Trouble, { status: 404 });
  return { kept: { refusal, values: { form: [fileForm] }, key: context.newKey() } };
}
