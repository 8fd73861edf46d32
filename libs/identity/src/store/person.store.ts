import { refused, accepted, isLanguage, type Answer, type Language } from '#kernel';
import { parseMailAddress, type Tx } from '#platform';
import { PersonRow } from './identity.entity.js';
import { endSessionsOf } from './session.store.js';

/**
 * The person of this mail address, made known to the instance when nobody has it. A known person keeps her own name and language:
 * whoever invites her learns neither. Needs the audience INSTANCE. @returns refused `MAIL_ADDRESS_REFUSED`
 */
export async function personOfAddress(tx: Tx, wish: { displayName: string; mailAddress: string; language: Language }): Promise<Answer<string>> {
  const address = parseMailAddress(wish.mailAddress.trim());
  if (address.refused) return address;
  const mailAddress = address.value.toLowerCase();
  const [known] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress]);
  if (known) return accepted(known.person_id);
  const id = tx.newId();
  await tx.manager.insert(PersonRow, { id, displayName: wish.displayName, mailAddress, language: wish.language, recordedAt: tx.recordedAt(), recoveredAt: null });
  tx.tell({ kind: 'PersonRegistered', partnershipId: null, subject: { kind: 'person', id }, data: {} });
  return accepted(id);
}

/** The address a code may be sent to, as it is kept. @returns refused `MAIL_ADDRESS_REFUSED`, `MAIL_ADDRESS_TAKEN` (somebody else's) */
export async function freeAddress(tx: Tx, text: string): Promise<Answer<string>> {
  const address = parseMailAddress(text.trim());
  if (address.refused) return address;
  const mailAddress = address.value.toLowerCase();
  const [known] = await tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress]);
  return known ? refused('MAIL_ADDRESS_TAKEN') : accepted(mailAddress);
}

/** Gives a person back to herself: a new address when there is one, and the instant (machine clock) from which 72 hours run for new keys. Needs the audience INSTANCE. */
export async function markRecovered(tx: Tx, personId: string, mailAddress: string | null): Promise<void> {
  await tx.query('update person set recovered_at = $2, mail_address = coalesce($3, mail_address) where id = $1', [personId, tx.recordedAt(), mailAddress]);
}

/** What stands for the address of a person whose archive was imported: it receives nothing and opens nothing. */
const unreachable = '@import.invalid';

/** Gives its first address to a person known without one, and the language she is written to in. @returns refused `PERSON_HAS_ADDRESS`, `MAIL_ADDRESS_REFUSED`, `MAIL_ADDRESS_TAKEN` */
export async function giveFirstAddress(tx: Tx, personId: string, given: { mailAddress: string; language: string }): Promise<Answer<string>> {
  const [known] = await tx.query<{ address: string }>('select mail_address as address from person where id = $1 for update', [personId]);
  if (!known?.address.endsWith(unreachable)) return refused('PERSON_HAS_ADDRESS');
  const address = await freeAddress(tx, given.mailAddress);
  if (address.refused) return address;
  await tx.query('update person set mail_address = $2, language = $3 where id = $1', [personId, address.value, isLanguage(given.language) ? given.language : 'fr']);
  return accepted(personId);
}

/** Takes back an address that was given to the wrong person and never answered; what it opened is closed. Needs the audience INSTANCE. */
export async function takeAddressBack(tx: Tx, personId: string): Promise<void> {
  await tx.query('update person set mail_address = $2 where id = $1', [personId, `${personId}${unreachable}`]);
  await endSessionsOf(tx, personId);
}

/** Can a letter come to this address? Not to what stands for one in an imported archive. */
export const receivesMail = (mailAddress: string): boolean => !mailAddress.endsWith(unreachable);

/** SQL: may this `person` be written to, and sign in? */
export const isReachable = `person.mail_address not like '%${unreachable}'`;
