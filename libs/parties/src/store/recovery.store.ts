import type { ReadTx, Tx } from '#platform';
import type { Recovery } from '../domain/recovery.js';

export interface KnownRecovery extends Recovery {
  readonly mailAddress: string | null;
  readonly reason: string;
  readonly askedAt: Date;
  readonly displayName: string;
}

const columns = `recovery.id, recovery.partnership_id as "partnershipId", recovery.person_id as "personId", recovery.asked_by as "askedBy", recovery.asked_party as "askedParty",
  recovery.confirmed_at as "confirmedAt", recovery.stopped_at as "stoppedAt", recovery.applied_at as "appliedAt", recovery.mail_address as "mailAddress", recovery.reason,
  recovery.asked_at as "askedAt", person.display_name as "displayName"`;
const located = 'from recovery join person on person.id = recovery.person_id';

/** Locks a recovery; `null` when it is absent or not the actor's to see. */
export async function lockRecovery(tx: Tx, id: string): Promise<KnownRecovery | null> {
  const [row] = await tx.query<KnownRecovery>(`select ${columns} ${located} where recovery.id = $1 for update of recovery`, [id]);
  return row ?? null;
}

/** Those under way in a partnership, oldest first. */
export const openRecoveries = (tx: ReadTx, partnershipId: string): Promise<KnownRecovery[]> =>
  tx.query(`select ${columns} ${located} where recovery.partnership_id = $1 and recovery.stopped_at is null and recovery.applied_at is null order by recovery.asked_at, recovery.id`, [partnershipId]);

/** Writes a new one. Answers its id; `null` when one is under way for this person, also when somebody asked at the same instant. */
export async function addRecovery(tx: Tx, asked: { partnershipId: string; personId: string; mailAddress: string | null; reason: string; askedBy: string; askedParty: string }): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `insert into recovery (id, partnership_id, person_id, mail_address, reason, asked_by, asked_party, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (person_id) where stopped_at is null and applied_at is null do nothing returning id`,
    [tx.newId(), asked.partnershipId, asked.personId, asked.mailAddress, asked.reason, asked.askedBy, asked.askedParty, tx.now()],
  );
  return row?.id ?? null;
}

export const markConfirmed = (tx: Tx, id: string, by: { personId: string; partyId: string }): Promise<object[]> =>
  tx.query('update recovery set confirmed_at = $2, confirmed_by = $3, confirmed_party = $4 where id = $1', [id, tx.now(), by.personId, by.partyId]);
export const markStopped = (tx: Tx, id: string): Promise<object[]> => tx.query('update recovery set stopped_at = $2 where id = $1', [id, tx.now()]);
export const markApplied = (tx: Tx, id: string): Promise<object[]> => tx.query('update recovery set applied_at = $2 where id = $1', [id, tx.now()]);

/** Does this person sit in another partnership too? Asked of the door that names a person's seats. */
export async function sitsElsewhere(tx: ReadTx, personId: string, here: { partnershipId: string; today: string }): Promise<boolean> {
  const rows = await tx.query('select 1 from seats_of_person($1) where partnership_id <> $2 and ("until" is null or "until" > $3::date)', [personId, here.partnershipId, here.today]);
  return rows.length > 0;
}

/** One recovery, whatever became of it; `null` when it is out of sight. */
export async function recoveryById(tx: ReadTx, id: string): Promise<KnownRecovery | null> {
  const [row] = await tx.query<KnownRecovery>(`select ${columns} ${located} where recovery.id = $1`, [id]);
  return row ?? null;
}
