import { isLanguage, type Zones } from '#kernel';
import type { Tx } from '#platform';
import type { Reader } from '../mails/mail.js';
import type { Line } from '../store/ledger.store.js';
import { crowdOf } from './recipients.js';

/** Who reads this line: a seat's holder for a partnership's line; any known person for a line of the instance (a sign-in code). */
export async function readerOf(tx: Tx, line: Line, zones: Zones): Promise<Reader | null> {
  if (line.partnershipId) return (await crowdOf(tx, line.partnershipId, zones)).reader(line.personId) ?? null;
  const [person] = await tx.query<{ display_name: string; mail_address: string; language: string }>('select display_name, mail_address, language from person where id = $1', [line.personId]);
  if (!person) return null;
  return { personId: line.personId, displayName: person.display_name, mailAddress: person.mail_address, language: isLanguage(person.language) ? person.language : 'fr', zone: 'Europe/Paris' };
}
