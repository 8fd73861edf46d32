import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';

/** Letters whose hour came and that have not left. */
export interface SendingTrouble {
  readonly waiting: number;
  readonly cause: 'MAIL_SERVER' | 'NOT_TRIED' | 'NOT_HEARD';
  readonly problem: string | null;
}

export const readSendingTrouble = async (args: LoaderFunctionArgs): Promise<SendingTrouble | null> =>
  (await ask<{ sendingTrouble: SendingTrouble | null }>(args, 'query SendingTrouble { sendingTrouble { waiting cause problem } }')).sendingTrouble;
