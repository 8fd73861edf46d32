import { sendingInstant, type CivilDate, type SendingKind, type WorkCalendar, type Zones } from '#kernel';
import { isGathered, type Office } from './ladder.js';
import type { Recipient, Schedule } from './planning.js';
import { dayInRhythm } from './rhythm.js';

/** Somebody who holds a seat and can be written to. `category`: as the room of parties names it. */
export interface Sitting {
  readonly personId: string;
  readonly partyId: string;
  readonly category: string;
  readonly member: boolean;
  readonly rhythm: 'IMMEDIATE' | 'DAILY' | 'WEEKLY';
}

const officeOf: Readonly<Partial<Record<string, Office>>> = {
  CO_PRESIDENT: 'CO_PRESIDENTS', COORDINATOR: 'COORDINATORS', CABINET: 'CABINETS', SESSION_SECRETARY: 'SECRETARIES', TECHNICIAN: 'IN_CHARGE', PROJECT_CARRIER: 'IN_CHARGE',
};

const audiencesOf = ({ category, member }: Sitting): Office[] => [
  ...(officeOf[category] ? [officeOf[category]] : []),
  ...(member ? (['MEMBERS'] as const) : []),
];

/** One person may hold several seats: told once, as everything they are. */
export function recipientsOf(sittings: readonly Sitting[]): Recipient[] {
  const people = new Map<string, { personId: string; audiences: Set<Office>; ofSide: Map<string, Office[]> }>();
  for (const sitting of sittings) {
    const { personId, partyId } = sitting;
    const known = people.get(personId) ?? { personId, audiences: new Set<Office>(), ofSide: new Map<string, Office[]>() };
    audiencesOf(sitting).forEach((audience) => known.audiences.add(audience));
    known.ofSide.set(partyId, [...(known.ofSide.get(partyId) ?? []), ...audiencesOf(sitting)]);
    people.set(personId, known);
  }
  return [...people.values()].map(({ audiences, ...person }) => ({ ...person, audiences: [...audiences] }));
}

/** When what is planned for a day leaves, on a calendar and in a rhythm. */
function sendingIn(rhythm: Sitting['rhythm'], { date, kind }: { date: CivilDate; kind: SendingKind }, { calendar, zones }: { calendar: WorkCalendar; zones: Zones }): { date: CivilDate; instant: Date } {
  const planned = sendingInstant({ date, kind }, calendar, zones);
  return rhythm === 'IMMEDIATE' ? planned : sendingInstant({ date: dayInRhythm(rhythm, { date: planned.date, kind }, calendar), kind }, calendar, zones);
}

/** When a reminder reaches each of them: on the calendar of her first seat, in the rhythm she chose. */
export function scheduleOf(sittings: readonly Sitting[], { calendars, zones }: { calendars: ReadonlyMap<string, WorkCalendar>; zones: Zones }): Schedule {
  const first = new Map([...sittings].reverse().map((sitting) => [sitting.personId, sitting]));
  const known = new Map<string, { date: CivilDate; instant: Date }>();
  return ({ date, step }, { personId }) => {
    const sitting = first.get(personId);
    const calendar = calendars.get(sitting?.partyId ?? '');
    if (!sitting || !calendar) throw new Error(`no calendar for ${personId}`);
    const kind = step.sending;
    const rhythm = isGathered(step.debt) ? sitting.rhythm : 'IMMEDIATE';
    // The people of one side share its days.
    const key = [sitting.partyId, rhythm, kind, date].join(' ');
    const planned = known.get(key) ?? sendingIn(rhythm, { date, kind }, { calendar, zones });
    known.set(key, planned);
    return planned;
  };
}
