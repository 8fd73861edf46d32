import { data, type LoaderFunctionArgs } from 'react-router';
import { ask, type Trouble } from '../../base/ask.ts';
import type { Attachment } from './letter-files.ts';

/** A letter in the list. */
export interface LetterLine {
  readonly messageId: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly language: string;
  readonly deliveries: number;
  readonly receivedAt: string;
  readonly attachments: readonly { readonly filename: string }[];
}

/** A letter as its page shows it; its HTML is read by the frame. */
export interface LetterShown extends Omit<LetterLine, 'attachments'> {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A letter, whole. */
export interface Letter extends LetterShown {
  readonly html: string;
}

const line = 'messageId toAddress subject language deliveries receivedAt';
const listDocument = `query Mailbox { mailbox(first: 100) { ${line} attachments { filename } } }`;
const letterDocument = `query Letter($id: ID!) { mailboxMessage(messageId: $id) { ${line} html text attachments { filename contentType content } } }`;

const notFound = ({ context }: LoaderFunctionArgs): unknown => data({ code: 'NOT_FOUND', requestId: context.requestId } satisfies Trouble, { status: 404 });

/** Where a letter is read; Message-IDs hold characters that addresses do not. */
export const letterPath = (messageId: string): string => `/mailbox/${encodeURIComponent(messageId)}`;

/** The demo's letters, newest first. @throws Response 404 outside a demonstration */
export async function readMailbox(args: LoaderFunctionArgs): Promise<readonly LetterLine[]> {
  if (!args.context.demo) throw notFound(args);
  return (await ask<{ mailbox: readonly LetterLine[] }>(args, listDocument)).mailbox;
}

/** One letter. @throws Response 404 when there is none, or outside a demonstration */
export async function readLetter(args: LoaderFunctionArgs): Promise<Letter> {
  if (!args.context.demo) throw notFound(args);
  const { mailboxMessage } = await ask<{ mailboxMessage: Letter | null }>(args, letterDocument, { id: args.params['messageId'] ?? '' });
  if (!mailboxMessage) throw notFound(args);
  return mailboxMessage;
}
