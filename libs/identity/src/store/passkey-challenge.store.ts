import { canonicalJson, type Json } from '#kernel';
import { newToken, sha256Bytes, type Tx } from '#platform';
import { challengeMinutes, type StepUpStatement } from '../domain/passkey.js';
import { PasskeyChallengeRow } from './passkey.entity.js';

export type ChallengePurpose = 'REGISTER' | 'SIGN_IN' | 'STEP_UP';

/** A question about to be put. A step-up's names the act. */
export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly browserToken: string;
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly originHash: Buffer | null;
  readonly statement: StepUpStatement | null;
}

/** A question that was put. */
export interface Challenge {
  readonly id: string;
  readonly challenge: Buffer;
  readonly statement: StepUpStatement | null;
}

/** The bytes an authenticator signs: the hash of the act, or chance. */
const challengeOf = (statement: StepUpStatement | null): Buffer =>
  sha256Bytes(statement ? `PASSERELLE-STEP-UP/1\0${canonicalJson(statement as unknown as Json)}` : newToken());

/** Keeps a question and forgets those of yesterday. Answers its bytes. */
export async function putChallenge(tx: Tx, asked: NewChallenge): Promise<Buffer> {
  const askedAt = tx.recordedAt();
  const { browserToken, ...rest } = asked;
  const challenge = challengeOf(asked.statement);
  await tx.query('delete from passkey_challenge where expires_at < $1', [new Date(askedAt.getTime() - 86_400_000)]);
  await tx.manager.insert(PasskeyChallengeRow, {
    id: tx.newId(), ...rest, challenge, browserHash: sha256Bytes(browserToken), askedAt, expiresAt: new Date(askedAt.getTime() + challengeMinutes * 60_000), usedAt: null,
  });
  return challenge;
}

/** What an answer must match beside the browser. */
export interface Expected {
  readonly purpose: ChallengePurpose;
  readonly personId: string | null;
  readonly sessionId: string | null;
}

/** Takes the newest question put to this browser, once: whatever the answer is worth, there is no second try with it. `null` when none lives. */
export async function takeChallenge(tx: Tx, browserToken: string, { purpose, personId, sessionId }: Expected): Promise<Challenge | null> {
  const [row] = await tx.query<Challenge>(
    `update passkey_challenge set used_at = $5 where id = (
       select id from passkey_challenge where browser_hash = $1 and purpose = $2 and person_id is not distinct from $3 and session_id is not distinct from $4
       order by asked_at desc, id desc limit 1 for update)
     and used_at is null and expires_at > $5 returning id, challenge, statement`,
    [sha256Bytes(browserToken), purpose, personId, sessionId, tx.recordedAt()],
  );
  return row ?? null;
}

/** Questions put from this network in the last quarter of an hour. */
export async function challengesFrom(tx: Tx, originHash: Buffer | null): Promise<number> {
  if (!originHash) return 0;
  const since = new Date(tx.recordedAt().getTime() - 15 * 60_000);
  const [row] = await tx.query<{ asked: string }>('select count(*) as asked from passkey_challenge where origin_hash = $1 and asked_at > $2', [originHash, since]);
  return Number(row?.asked ?? 0);
}
