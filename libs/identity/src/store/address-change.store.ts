import type { ReadTx, Tx } from '#platform';
import { signInCodeLimits } from '../domain/sign-in-code.js';
import { AddressChangeRow } from './address-change.entity.js';

/** The person's newest change, locked; `null` when there is none. */
export async function lockChangeOf(tx: Tx, personId: string): Promise<AddressChangeRow | null> {
  const [row] = await tx.query<AddressChangeRow>(
    `select id, person_id as "personId", new_address as "newAddress", old_address as "oldAddress", tries, asked_at as "askedAt", expires_at as "expiresAt", confirmed_at as "confirmedAt"
     from address_change where person_id = $1 order by asked_at desc, id desc limit 1 for update`,
    [personId],
  );
  return row ?? null;
}

export async function changesInLastQuarter(tx: Tx, personId: string): Promise<number> {
  const since = new Date(tx.recordedAt().getTime() - 15 * 60_000);
  const [row] = await tx.query<{ asked: number }>('select count(*)::int as asked from address_change where person_id = $1 and asked_at > $2', [personId, since]);
  return row?.asked ?? 0;
}

/** Keeps a change that waits for its code; answers its id, from which the code derives. */
export async function keepChange(tx: Tx, personId: string, newAddress: string): Promise<string> {
  const now = tx.recordedAt();
  const id = tx.newId();
  const [person] = await tx.query<{ mail_address: string }>('select mail_address from person where id = $1 for update', [personId]);
  const expiresAt = new Date(now.getTime() + signInCodeLimits.minutes * 60_000);
  await tx.manager.insert(AddressChangeRow, { id, personId, newAddress, oldAddress: person?.mail_address ?? '', tries: 0, askedAt: now, expiresAt, confirmedAt: null });
  return id;
}

export const countChangeTry = (tx: Tx, id: string): Promise<object[]> => tx.query('update address_change set tries = tries + 1 where id = $1', [id]);

/** The new address counts from now on. */
export async function applyChange(tx: Tx, change: AddressChangeRow): Promise<void> {
  await tx.query('update address_change set confirmed_at = $2 where id = $1', [change.id, tx.recordedAt()]);
  await tx.query('update person set mail_address = $2 where id = $1', [change.personId, change.newAddress]);
}

/** Where a letter about a change goes: its code to the new address, its news to the old one. */
export async function addressOfChange(tx: ReadTx, id: string, which: 'NEW' | 'OLD'): Promise<string | null> {
  const [row] = await tx.query<{ address: string }>(`select ${which === 'NEW' ? 'new_address' : 'old_address'} as address from address_change where id = $1`, [id]);
  return row?.address ?? null;
}
