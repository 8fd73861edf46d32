import { data, type LoaderFunctionArgs } from 'react-router';
import type { Trouble } from '../base/ask.ts';
import { attachmentFile } from '../features/notices/letter-files.ts';
import { readLetter } from '../features/notices/mailbox.graphql.ts';

/** An attachment of a letter, by its place. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { attachments } = await readLetter(args);
  const attachment = attachments[Number(args.params['place'])];
  if (!attachment) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  return attachmentFile(attachment);
}
