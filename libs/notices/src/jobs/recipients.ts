import { isLanguage, sendingInstant, territoryOf, WorkCalendar, type Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import type { Audience } from '../domain/ladder.js';
import type { Recipient, Schedule } from '../domain/planning.js';
import type { Reader } from '../mails/mail.js';

const audiencesOf = ({ category, member }: SeatAt): Audience[] => [
  ...(category === 'CO_PRESIDENT' ? (['CO_PRESIDENTS'] as const) : []),
  ...(category === 'COORDINATOR' ? (['COORDINATORS'] as const) : []),
  ...(member ? (['MEMBERS'] as const) : []),
];

/** The people of a partnership at this instant: whom to tell as what, in which language, on which calendar. */
export interface Crowd {
  readonly recipients: readonly Recipient[];
  readonly schedule: Schedule;
  reader(personId: string): Reader | undefined;
}

/** The current holders of every seat; a reminder follows the office, not the person who left it. */
export async function crowdOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<Crowd> {
  const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones });
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const calendars = new Map(parties.map(({ id, territory }) => [id, new WorkCalendar(territoryOf(territory.country, territory.zone), [])]));
  const readers = new Map<string, Reader & { partyId: string; audiences: Set<Audience> }>();
  for (const seat of seats) {
    if (!seat.holder) continue;
    const { personId, displayName, mailAddress, language } = seat.holder;
    const known = readers.get(personId) ?? {
      personId,
      displayName,
      mailAddress,
      language: isLanguage(language) ? language : 'fr',
      zone: seat.zone,
      partyId: seat.partyId,
      audiences: new Set<Audience>(),
    };
    audiencesOf(seat).forEach((audience) => known.audiences.add(audience));
    readers.set(personId, known);
  }
  return {
    recipients: [...readers.values()].map(({ personId, audiences }) => ({ personId, audiences: [...audiences] })),
    reader: (personId) => readers.get(personId),
    schedule: ({ date, step }, { personId }) => {
      const calendar = calendars.get(readers.get(personId)?.partyId ?? '');
      if (!calendar) throw new Error(`no calendar for ${personId}`);
      return sendingInstant({ date, kind: step.sending }, calendar, zones);
    },
  };
}
