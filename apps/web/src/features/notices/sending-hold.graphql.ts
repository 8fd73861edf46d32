import type { LoaderFunctionArgs } from 'react-router';
import type { Deed } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';

/** After a restore, what leaves waits for somebody's agreement. Instants in UTC. */
export interface SendingHold {
  readonly restoredAt: string;
  readonly backupTakenAt: string;
  /** Messages of the reader's partnerships whose hour has come. */
  readonly held: number;
  readonly mayResume: boolean;
  /** Nobody but the instance's administrator may. */
  readonly adminOnly: boolean;
}

/** `null` when mails leave as usual. For a signed-in reader. */
export const readSendingHold = async (args: LoaderFunctionArgs): Promise<SendingHold | null> =>
  (await ask<{ sendingHold: SendingHold | null }>(args, 'query SendingHold { sendingHold { restoredAt backupTakenAt held mayResume adminOnly } }')).sendingHold;

/** Agrees that mails leave again. */
export const resumeSending: Deed<{ restoredAt: string }> = {
  document: 'mutation ResumeSending { resumeSending { ... on SendingHold { restoredAt } ...refused } }',
  variables: () => ({}),
  done: () => '/',
};
