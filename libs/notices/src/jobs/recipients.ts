import { isMailRhythm, receivesMail } from '#identity';
import { sendingInstant, territoryOf, WorkCalendar, type Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import { isGathered, type Office } from '../domain/ladder.js';
import type { Recipient, Schedule } from '../domain/planning.js';
import { dayInRhythm } from '../domain/rhythm.js';
import { mailLanguageOf, type Reader } from '../mails/mail.js';

const officeOf: Partial<Record<SeatAt['category'], Office>> = {
  CO_PRESIDENT: 'CO_PRESIDENTS', COORDINATOR: 'COORDINATORS', CABINET: 'CABINETS', SESSION_SECRETARY: 'SECRETARIES', TECHNICIAN: 'IN_CHARGE', PROJECT_CARRIER: 'IN_CHARGE',
};

const audiencesOf = ({ category, member }: SeatAt): Office[] => [
  ...(officeOf[category] ? [officeOf[category]] : []),
  ...(member ? (['MEMBERS'] as const) : []),
];

/** The people of a partnership at this instant: whom to tell as what, in which language, on which calendar. */
export interface Crowd {
  readonly recipients: readonly Recipient[];
  readonly schedule: Schedule;
  reader(personId: string): Reader | undefined;
  /** The party of their first seat. */
  partyOf(personId: string): string | undefined;
}

type Known = Reader & { readonly partyId: string; readonly audiences: Set<Office>; readonly ofSide: Map<string, Office[]> };

/** One person may hold several seats: told once, as everything they are, on the calendar of their first seat. */
function readersOf(seats: readonly SeatAt[]): Map<string, Known> {
  const readers = new Map<string, Known>();
  for (const seat of seats) {
    if (!seat.holder) continue;
    const { personId, displayName, mailAddress, mailRhythm, language } = seat.holder;
    if (!receivesMail(mailAddress)) continue;
    const first: Known = { personId, displayName, mailAddress, language: mailLanguageOf(language), zone: seat.zone, rhythm: isMailRhythm(mailRhythm) ? mailRhythm : 'IMMEDIATE', partyId: seat.partyId, audiences: new Set(), ofSide: new Map() };
    const known = readers.get(personId) ?? first;
    audiencesOf(seat).forEach((audience) => known.audiences.add(audience));
    known.ofSide.set(seat.partyId, [...(known.ofSide.get(seat.partyId) ?? []), ...audiencesOf(seat)]);
    readers.set(personId, known);
  }
  return readers;
}

/** The current holders of every seat who can be written to; a reminder follows the office, not the person who left it. */
export async function crowdOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<Crowd> {
  const readers = readersOf(await seatsAt(tx, partnershipId, { instant: tx.now(), zones }));
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const calendars = new Map(parties.map(({ id, territory }) => [id, new WorkCalendar(territoryOf(territory.country, territory.zone, territory.workWeek), [])]));
  return {
    recipients: [...readers.values()].map(({ personId, audiences, ofSide }) => ({ personId, audiences: [...audiences], ofSide })),
    reader: (personId) => readers.get(personId),
    partyOf: (personId) => readers.get(personId)?.partyId,
    schedule: ({ date, step }, { personId }) => {
      const reader = readers.get(personId);
      const calendar = calendars.get(reader?.partyId ?? '');
      if (!calendar) throw new Error(`no calendar for ${personId}`);
      const kind = step.sending;
      const planned = sendingInstant({ date, kind }, calendar, zones);
      if (!reader?.rhythm || !isGathered(step.debt)) return planned;
      return sendingInstant({ date: dayInRhythm(reader.rhythm, { date: planned.date, kind }, calendar), kind }, calendar, zones);
    },
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
