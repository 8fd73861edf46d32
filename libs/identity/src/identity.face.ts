import { accepted, type Answer } from '#kernel';
import type { Tx } from '#platform';
import { stepUpRequired, type ActToProve } from './domain/passkey.js';
import { isStepUpFresh, stepUpMinutes } from './domain/sign-in-code.js';
import { endSessionsOf, sessionProof } from './store/session.store.js';
import { stepUpFor, useStepUp } from './store/step-up.store.js';

/** How, and when (machine clock), the person of this transaction proved that she is the one acting. */
export interface Proof {
  readonly method: 'PASSKEY' | 'MAIL_CODE' | 'DEMO';
  readonly at: Date | null;
}

/**
 * The proof for this very act, recorded as what it is: a passkey's word on this document and version, which serves once, else the session's
 * last code, which stands for any act while it is fresh. Without a session, only a demo's own set-up acts. How fresh is fresh, the act judges.
 */
export async function proofOfAct(tx: Tx, act: ActToProve): Promise<Proof> {
  const { actor } = tx.ctx;
  if (!actor?.sessionId) return { method: 'DEMO', at: actor?.stepUpAt ?? null };
  const { personId, sessionId } = actor;
  const since = new Date(tx.recordedAt().getTime() - stepUpMinutes * 60_000);
  const word = await stepUpFor(tx, act, { personId, sessionId, since });
  if (word && (await useStepUp(tx, word.id))) return { method: 'PASSKEY', at: word.provedAt };
  const { method, at } = await sessionProof(tx, sessionId);
  return { method: method === 'DEMO_LINK' ? 'DEMO' : 'MAIL_CODE', at };
}

/**
 * The proof of an act on a thing that has no text of its own to read (a person, a mandate), when it is fresh. Asked last: who may not act is told
 * that first. @returns refused `STEP_UP_REQUIRED`
 */
export async function freshProofOf(tx: Tx, kind: string, subjectId: string): Promise<Answer<Proof>> {
  const proof = await proofOfAct(tx, { kind, subjectId, version: 1, contentHash: '' });
  return isStepUpFresh(proof.at, tx.recordedAt()) ? accepted(proof) : stepUpRequired(stepUpMinutes);
}

/** Ends every session of a person: her last mandate ended, or her account is being recovered. Answers how many. The transaction's audience is INSTANCE, or hers. */
export const endSessions = (tx: Tx, personId: string): Promise<number> => endSessionsOf(tx, personId);
