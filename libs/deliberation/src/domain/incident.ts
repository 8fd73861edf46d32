import { accepted, type Answer, type CivilDate, type Decided, type RuleSource } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, isBlank, type Meeting } from './meeting.js';
import { incidentBlank, incidentCorrected, incidentOutside, incidentsNotYet, incidentsTooMany, notAllowed } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

/** Most entries of one meeting's log (product default): a log, not a conversation. */
export const mostIncidents = 200;
/** How far back an incident may lie (product default): an entry never changes, so a mistyped year is caught before. */
export const incidentDays = 366;

/** What happened to people or goods around a session (Art. 6). An entry is never altered: `correctsId` names the one it corrects. */
export interface Incident {
  readonly id: string;
  readonly meetingId: string;
  readonly seatId: string;
  readonly personId: string;
  /** When it happened, as a wall at the host's showed it. */
  readonly civilDate: CivilDate;
  readonly time: string;
  readonly zone: string;
  readonly place: string;
  readonly what: string;
  /** What was done about it; empty while nothing was. */
  readonly done: string;
  readonly correctsId: string | null;
  readonly notedAt: Date;
}

/** Those called to the session, and those who prepare and hold it, on either side: whoever is there writes what she saw (no text says who: ours). */
const writers: readonly Seat['category'][] = ['CO_PRESIDENT', 'ELECTED', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY'];

/** Who writes, and when. */
export interface LogWriter {
  readonly seats: readonly Seat[];
  readonly personId: string | null;
  readonly at: Date;
}

/** The seat from which this person writes in the log: from the convocation on, on the way home and long after. Refused: NOT_ALLOWED, INCIDENTS_NOT_YET. */
export function mayLogIncident(meeting: Meeting, { seats, personId, at }: LogWriter, source: RuleSource): Answer<Seat> {
  const seat = seats.find((held) => held.personId === personId && writers.includes(held.category) && isHeldAt(held, at));
  if (!seat) return notAllowed();
  return meeting.convenedAt === null ? incidentsNotYet(source) : accepted(seat);
}

/** An entry to add to the log as it stands. */
export interface LogIncident extends Pick<Incident, 'id' | 'civilDate' | 'time' | 'zone' | 'place' | 'what' | 'done' | 'correctsId'> {
  /** The instant of `civilDate` and `time` in `zone`, by the house's zones. */
  readonly occurredAt: Date;
  readonly at: Date;
}

/** The entries of a meeting, and the text they rest on. */
export interface IncidentLog {
  readonly entries: readonly Pick<Incident, 'id' | 'correctsId'>[];
  readonly source: RuleSource;
}

/**
 * Adds an entry, and touches no other. Refused: INCIDENT_BLANK, INCIDENT_OUTSIDE, INCIDENTS_TOO_MANY, or INCIDENT_CORRECTED when the entry it
 * corrects was corrected already: each has one successor, so that the log reads one way. The entry to correct is one of the log's.
 */
export function logIncident(meeting: Meeting, { entries, source }: IncidentLog, command: LogIncident & { readonly by: Seat }): Answer<Decided<Incident>> {
  const { by, at, occurredAt, ...said } = command;
  if (isBlank(said.place)) return incidentBlank('place', source);
  if (isBlank(said.what)) return incidentBlank('what', source);
  if (occurredAt > at || occurredAt.getTime() < at.getTime() - incidentDays * 86_400_000) return incidentOutside(incidentDays, source);
  if (entries.length >= mostIncidents) return incidentsTooMany(mostIncidents, source);
  if (said.correctsId && entries.some(({ correctsId }) => correctsId === said.correctsId)) return incidentCorrected(source);
  const state: Incident = { ...said, meetingId: meeting.id, seatId: by.id, personId: by.personId, notedAt: at };
  const data = { incidentId: said.id, seatId: by.id, occurredAt: occurredAt.toISOString(), correctsIncidentId: said.correctsId, at: at.toISOString() };
  return accepted({ state, facts: [told('IncidentLogged', aboutMeeting(meeting), data)] });
}
