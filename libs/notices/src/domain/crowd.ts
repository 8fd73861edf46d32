import { sendingInstant, type CivilDate, type PlannedSending, type WorkCalendar, type Zones } from '#kernel';
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
function sendingIn(rhythm: Sitting['rhythm'], { kind, after, ...asked }: PlannedSending, { calendar, zones }: { calendar: WorkCalendar; zones: Zones }): { date: CivilDate; instant: Date } {
  const planned = sendingInstant({ ...asked, kind, after }, calendar, zones);
  return rhythm === 'IMMEDIATE' ? planned : sendingInstant({ date: dayInRhythm(rhythm, { date: planned.date, kind, after }, calendar), kind }, calendar, zones);
}

type Planned = ReturnType<typeof sendingIn>;

/** What was reckoned on a calendar, by zones, and then by rhythm, kind and days: the same for everybody who works by it. Goes with the calendar. */
const reckoned = new WeakMap<WorkCalendar, WeakMap<Zones, Map<string, Planned>>>();

function reckonedOn(calendar: WorkCalendar, zones: Zones): Map<string, Planned> {
  const ofCalendar = reckoned.get(calendar) ?? new WeakMap<Zones, Map<string, Planned>>();
  const known = ofCalendar.get(zones) ?? new Map<string, Planned>();
  // Days come and go; a few years of them are enough.
  if (known.size > 20_000) known.clear();
  reckoned.set(calendar, ofCalendar.set(zones, known));
  return known;
}

/** When a reminder reaches each of them: on the calendar of her first seat, in the rhythm she chose. */
export function scheduleOf(sittings: readonly Sitting[], { calendars, zones }: { calendars: ReadonlyMap<string, WorkCalendar>; zones: Zones }): Schedule {
  const first = new Map([...sittings].reverse().map((sitting) => [sitting.personId, sitting]));
  return ({ date, step, after }, { personId }) => {
    const sitting = first.get(personId);
    const calendar = calendars.get(sitting?.partyId ?? '');
    if (!sitting || !calendar) throw new Error(`no calendar for ${personId}`);
    const kind = step.sending;
    const rhythm = isGathered(step.debt) ? sitting.rhythm : 'IMMEDIATE';
    const known = reckonedOn(calendar, zones);
    const key = [rhythm, kind, date, after].join(' ');
    const planned = known.get(key) ?? sendingIn(rhythm, { date, kind, after }, { calendar, zones });
    known.set(key, planned);
    return planned;
  };
}
