import type { KeptPasskey, MadePasskey, ReadTx, RelyingParty, Tx } from '#platform';
import type { Device } from '../domain/device.js';
import { signsAfter } from '../domain/passkey.js';
import { PasskeyRow } from './passkey.entity.js';

/** The site keys are made for, as a token for injection. */
export abstract class PasskeySite implements RelyingParty {
  abstract readonly id: string;
  abstract readonly origin: string;
  abstract readonly name: string;
}

/** A key of a person. */
export interface Passkey extends KeptPasskey {
  readonly id: string;
  readonly personId: string;
  readonly browser: string | null;
  readonly platform: string | null;
  readonly synced: boolean;
  readonly addedAt: Date;
  readonly signsAfter: Date;
  readonly lastUsedAt: Date | null;
}

const columns = `id, person_id as "personId", credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter, browser, platform, synced,
  added_at as "addedAt", signs_after as "signsAfter", last_used_at as "lastUsedAt"`;

/** The keys a person can use, the newest first. */
export const passkeysOf = (tx: ReadTx, personId: string): Promise<Passkey[]> =>
  tx.query<Passkey>(`select ${columns} from passkey where person_id = $1 and revoked_at is null order by added_at desc, id`, [personId]);

/** The usable key of this credential, locked: its counter moves one assertion at a time. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<Passkey | null> {
  const [row] = await tx.query<Passkey>(`select ${columns} from passkey where credential_id = $1 and revoked_at is null for update`, [credentialId]);
  return row ?? null;
}

/** A key just made, for whom, how, and from which device. */
export interface NewPasskey {
  readonly personId: string;
  readonly made: MadePasskey;
  readonly how: 'SESSION' | 'RECOVERY';
  readonly device: Device;
}

/** Keeps a new key. Answers its id, or `null` when this credential is known already. */
export async function keepPasskey(tx: Tx, { personId, made, how, device }: NewPasskey): Promise<string | null> {
  const [known] = await tx.query('select id from passkey where credential_id = $1', [made.credentialId]);
  if (known) return null;
  const id = tx.newId();
  const addedAt = tx.recordedAt();
  const { credentialId, publicKey, aaguid, synced } = made;
  await tx.manager.insert(PasskeyRow, {
    id, personId, credentialId, publicKey, counter: String(made.counter), aaguid, synced, ...device,
    addedHow: how, addedAt, signsAfter: signsAfter(addedAt, how), lastUsedAt: null, revokedAt: null,
  });
  return id;
}

export async function countAssertion(tx: Tx, passkeyId: string, counter: number): Promise<void> {
  await tx.query('update passkey set counter = $2, last_used_at = $3 where id = $1', [passkeyId, counter, tx.recordedAt()]);
}

/** Removes a key of this person; false when there is none. */
export async function revokePasskey(tx: Tx, personId: string, passkeyId: string): Promise<boolean> {
  const removed = await tx.query('update passkey set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning id', [passkeyId, personId, tx.recordedAt()]);
  return removed.length > 0;
}
