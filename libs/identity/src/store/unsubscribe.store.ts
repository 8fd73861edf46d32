import { claimedId, idUnderSeal, sealedId, type ReadTx } from '#platform';
import { isMailRhythm, type MailRhythm } from '../domain/mail-rhythm.js';

/** At this address alone: once it is changed, what was sent to the old one decides nothing any more. */
const purposeFor = (mailAddress: string): string => `unsubscribe ${mailAddress}`;

/** What stands in a letter's List-Unsubscribe (RFC 8058): whose reminders. It opens nothing, and can only make them come less often. */
export const unsubscribeToken = (secret: string, { personId, mailAddress }: { personId: string; mailAddress: string }): string => sealedId(secret, purposeFor(mailAddress), personId);

/** Whose reminders a token speaks of, and how they come. */
export interface TokenReader {
  readonly personId: string;
  readonly rhythm: MailRhythm;
  readonly language: string;
}

/** `null` for any other text, and for a token sent to an address that is hers no more. Read as the instance. */
export async function readerOfToken(tx: ReadTx, secret: string, token: string): Promise<TokenReader | null> {
  const id = claimedId(token);
  if (id === null) return null;
  const [person] = await tx.query<{ mailAddress: string; rhythm: string; language: string }>('select mail_address as "mailAddress", mail_rhythm as rhythm, language from person where id = $1', [id]);
  if (!person || idUnderSeal(secret, purposeFor(person.mailAddress), token) === null) return null;
  return { personId: id, rhythm: isMailRhythm(person.rhythm) ? person.rhythm : 'IMMEDIATE', language: person.language };
}
