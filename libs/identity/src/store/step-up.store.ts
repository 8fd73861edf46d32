import type { ReadTx, Tx } from '#platform';
import { isSameAct, type ActToProve, type StepUpStatement } from '../domain/passkey.js';
import type { Challenge } from './passkey-challenge.store.js';
import { StepUpRow } from './passkey.entity.js';

/** A passkey's word on one act, as it came. */
export interface NewStepUp {
  readonly challenge: Challenge & { readonly statement: StepUpStatement };
  readonly sessionId: string;
  readonly passkeyId: string;
  readonly assertion: object;
}

export async function keepStepUp(tx: Tx, { challenge: { id: challengeId, challenge, statement }, sessionId, passkeyId, assertion }: NewStepUp): Promise<void> {
  await tx.manager.insert(StepUpRow, {
    id: tx.newId(), challengeId, personId: statement.personId, sessionId, passkeyId, challenge, statement, assertion, provedAt: tx.recordedAt(), usedAt: null,
  });
}

/** Whose proof is looked for. */
export interface Prover {
  readonly personId: string;
  readonly sessionId: string;
}

interface ProofLine {
  readonly id: string;
  readonly statement: StepUpStatement;
  readonly provedAt: Date;
}

/** The newest unused word of this session's person on this very act, by a key that is still hers and may sign; younger than `since`. */
export async function stepUpFor(tx: ReadTx, act: ActToProve, { personId, sessionId, since }: Prover & { readonly since: Date }): Promise<ProofLine | null> {
  const lines = await tx.query<ProofLine>(
    `select step_up.id, step_up.statement, step_up.proved_at as "provedAt" from step_up join passkey on passkey.id = step_up.passkey_id
     where step_up.person_id = $1 and step_up.session_id = $2 and step_up.used_at is null and step_up.proved_at > $3
       and passkey.revoked_at is null and passkey.signs_after <= step_up.proved_at
     order by step_up.proved_at desc, step_up.id desc`,
    [personId, sessionId, since],
  );
  return lines.find(({ statement }) => statement.personId === personId && isSameAct(statement, act)) ?? null;
}

/** Uses it up; false when another act of the same instant did. */
export async function useStepUp(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.query('update step_up set used_at = $2 where id = $1 and used_at is null returning id', [id, tx.recordedAt()]);
  return used.length > 0;
}
