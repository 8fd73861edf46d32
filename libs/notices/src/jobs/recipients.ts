import { isMailRhythm, receivesMail, type MailRhythm } from '#identity';
import { territoryKept, WorkCalendar, type WorkTerritory, type Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import { recipientsOf, scheduleOf } from '../domain/crowd.js';
import type { Recipient, Schedule } from '../domain/planning.js';
import { mailLanguageOf, type Reader } from '../mails/mail.js';

/** The people of a partnership at this instant: whom to tell as what, in which language, on which calendar. */
export interface Crowd {
  readonly recipients: readonly Recipient[];
  readonly schedule: Schedule;
  reader(personId: string): Reader | undefined;
  /** The party of their first seat. */
  partyOf(personId: string): string | undefined;
}

type Known = Reader & { readonly partyId: string; readonly rhythm: MailRhythm };

const knownOf = ({ partyId, zone, holder }: SeatAt): Known[] => {
  if (!holder || !receivesMail(holder.mailAddress)) return [];
  const { personId, displayName, mailAddress, mailRhythm, language } = holder;
  return [{ personId, displayName, mailAddress, language: mailLanguageOf(language), zone, rhythm: isMailRhythm(mailRhythm) ? mailRhythm : 'IMMEDIATE', partyId }];
};

/** A calendar is reckoned once for all who work by it; there are few. */
const calendars = new Map<string, WorkCalendar>();
function calendarOf(territory: WorkTerritory): WorkCalendar {
  const key = JSON.stringify(territory);
  const calendar = calendars.get(key) ?? new WorkCalendar(territory);
  calendars.set(key, calendar);
  return calendar;
}

/** The current holders of every seat who can be written to; a reminder follows the office, not the person who left it. */
export async function crowdOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<Crowd> {
  const sittings = (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).flatMap((seat) => knownOf(seat).map((known) => ({ ...known, category: seat.category, member: seat.member })));
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const ofParties = new Map(parties.map(({ id, territory }) => [id, calendarOf(territoryKept(territory))]));
  // The first seat of a person says where she reads.
  const readers = new Map([...sittings].reverse().map((known) => [known.personId, known]));
  return {
    recipients: recipientsOf(sittings),
    reader: (personId) => readers.get(personId),
    partyOf: (personId) => readers.get(personId)?.partyId,
    schedule: scheduleOf(sittings, { calendars: ofParties, zones }),
  };
}

interface PersonLine {
  display_name: string;
  mail_address: string;
  language: string;
}

/** Any known person, whether or not they hold a seat: the reader of a sign-in code, which names no hour. */
export async function readerOf(tx: ReadTx, personId: string): Promise<Reader | null> {
  const [person] = await tx.query<PersonLine>('select display_name, mail_address, language from person where id = $1', [personId]);
  return person ? { personId, displayName: person.display_name, mailAddress: person.mail_address, language: mailLanguageOf(person.language), zone: 'UTC' } : null;
}

/** The one notice of a partnership that goes to somebody who holds no seat in it yet. */
export const invitationRule = 'INVITATION';
