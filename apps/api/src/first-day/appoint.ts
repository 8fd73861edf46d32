import { RegisterPerson } from '#identity';
import { accepted, parsePersonName, refused, type Answer, type Language } from '#kernel';
import { AppointAdmin } from '#parties';
import type { Ctx } from '#platform';
import type { CommandTools } from './command-work.js';

/** Whom a command appoints: her name and language count only when nobody has this address yet. */
export interface Appointed {
  readonly mailAddress: string;
  readonly displayName: string | null;
  readonly language: Language;
}

/** The addresses of those who run this database's instance today. */
export async function adminsOf({ work }: CommandTools, ctx: Ctx): Promise<string[]> {
  const rows = await work.read(ctx, (tx) => tx.query<{ mail_address: string }>('select mail_address from instance_admin join person on person.id = instance_admin.person_id where "until" is null'));
  return rows.map((row) => row.mail_address);
}

async function personOf({ work }: CommandTools, ctx: Ctx, { mailAddress, displayName, language }: Appointed): Promise<Answer<string>> {
  const [known] = await work.read(ctx, (tx) => tx.query<{ person_id: string }>('select person_id from person_by_mail_address($1)', [mailAddress.toLowerCase()]));
  if (known) return accepted(known.person_id);
  if (displayName === null) return refused('PERSON_UNKNOWN');
  const name = parsePersonName(displayName);
  return name.refused ? name : new RegisterPerson(work).run(ctx, { displayName: name.value, mailAddress, language });
}

/** Makes the person of this address run the instance, once however often it is called. @returns refused `PERSON_UNKNOWN` (nobody has this address, and no name was given), `MAIL_ADDRESS_REFUSED` */
export async function appoint(tools: CommandTools, ctx: Ctx, wish: Appointed): Promise<Answer<string>> {
  const person = await personOf(tools, ctx, wish);
  return person.refused ? person : new AppointAdmin(tools.work).run(ctx, { personId: person.value });
}
