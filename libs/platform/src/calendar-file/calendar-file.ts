import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { LetterAttachment } from '../mail/letter.js';
import type { MailAddress } from '../mail/mail-address.js';

/** A person in a calendar. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: MailAddress;
}

/** What every entry has. The same `uid` with a higher `sequence` replaces the earlier one in the reader's calendar. */
interface CalendarEntry {
  readonly uid: string;
  /** 0 at first, one more at each change and at the cancellation. */
  readonly sequence: number;
  /** When this version was written, UTC. */
  readonly stamp: Date;
  readonly summary: string;
  /** Both cities' local times are told here, in words: the file itself speaks UTC only. */
  readonly description: string;
  readonly url?: string;
}

/** A meeting somebody is invited to, or one that is called off. */
export interface Invitation extends CalendarEntry {
  readonly method: 'REQUEST' | 'CANCEL';
  /** UTC instants, from the zone service. */
  readonly start: Date;
  readonly end: Date;
  readonly location: string;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
}

/** A date by which something must be done: a whole day, the same day in every city. */
export interface Deadline extends CalendarEntry {
  /** `YYYY-MM-DD` */
  readonly day: string;
}

// Line breaks are kept where a text may hold them and escaped by the library; other controls and overrides have no place.
const unwanted = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/gu;
const written = (text: string): string => text.toWellFormed().replace(unwanted, ' ');
/** A parameter between quotes can hold neither quote nor line break (RFC 5545 §3.2). */
const nameOf = (text: string): string => written(text).replace(/["\\\s]+/g, ' ').trim();

function checkedUid(uid: string): string {
  if (!/^[A-Za-z0-9._@-]{1,200}$/.test(uid)) throw new Error(`« ${uid} » cannot be the UID of a calendar entry`);
  return uid;
}

function dayOf(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) throw new Error(`« ${day} » is not a day`);
  return day;
}

const common = ({ uid, sequence, stamp, summary, description, url }: CalendarEntry): Omit<ICalEventData, 'start'> => ({
  id: checkedUid(uid),
  sequence,
  stamp,
  summary: written(summary),
  description: written(description),
  ...(url !== undefined && { url: new URL(url).href }),
});

const product = { company: 'Passerelle', product: 'Passerelle', language: 'FR' };

/**
 * An invitation or its cancellation (RFC 5546), lines of at most 75 octets. Never the library's `timezone` option: with it
 * 09:30 UTC is written as 09:30 of Casablanca, without a VTIMEZONE (documents.md 3.3).
 * @throws Error when the end does not come after the start, or the uid is outside `[A-Za-z0-9._@-]`.
 */
export function invitation(meeting: Invitation): string {
  const { method, start, end, location, organizer, attendee } = meeting;
  if (!(start.getTime() < end.getTime())) throw new Error('a meeting ends after it starts');
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: product });
  calendar.createEvent({
    ...common(meeting),
    start,
    end,
    location: written(location),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: nameOf(organizer.name), email: organizer.address },
    attendees: [{ name: nameOf(attendee.name), email: attendee.address, rsvp: method === 'REQUEST', role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }],
  });
  return calendar.toString();
}

/** The same as a file of a letter; its MIME type tells the same method (else Outlook shows an unknown attachment). */
export const invitationFile = (meeting: Invitation): LetterAttachment => ({
  filename: meeting.method === 'CANCEL' ? 'annulation.ics' : 'invitation.ics',
  contentType: `text/calendar; method=${meeting.method}`,
  content: invitation(meeting),
});

/** A meeting in somebody's own calendar: nobody is invited by it, it only shows. */
export interface ShownMeeting extends CalendarEntry {
  /** UTC instants, from the zone service. */
  readonly start: Date;
  readonly end: Date;
  readonly location: string;
  readonly cancelled: boolean;
}

/** What a calendar that subscribes to somebody's address reads. */
export interface SubscribedCalendar {
  readonly name: string;
  readonly meetings: readonly ShownMeeting[];
  readonly deadlines: readonly Deadline[];
}

/** Deadlines only. @throws Error for a day that does not exist. */
export const deadlineCalendar = (name: string, deadlines: readonly Deadline[]): string => subscribedCalendar({ name, meetings: [], deadlines });

/**
 * A subscribed calendar: meetings in UTC instants, deadlines each a whole day (`VALUE=DATE`) that keeps nobody's day busy. Readers ask again
 * at their own pace; an hour is what we wish for.
 * @throws Error for a day that does not exist.
 */
export function subscribedCalendar({ name, meetings, deadlines }: SubscribedCalendar): string {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: product, name: written(name).replace(/[\r\n]+/g, ' '), ttl: 3_600 });
  for (const meeting of meetings) calendar.createEvent({ ...common(meeting), start: meeting.start, end: meeting.end, location: written(meeting.location), status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED });
  for (const deadline of deadlines)
    calendar.createEvent({
      ...common(deadline),
      start: new Date(`${dayOf(deadline.day)}T00:00:00Z`),
      allDay: true,
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
