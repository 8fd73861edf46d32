import { accepted, type Answer, type Decided } from '#kernel';
import { told } from './facts.js';
import { isBlank, type Meeting } from './meeting.js';
import { attendanceIsClosed, guestAlreadyOff, guestNameBlank, guestsTooMany } from './refusals.js';

/** Most guests of one meeting: a table, not a hall (product default). */
export const mostGuests = 60;

/** A person or an organisation that the committee heard: « toute personne physique et/ou morale … utile à ses travaux » (Art. 5). Without a voice. */
export interface Guest {
  readonly id: string;
  readonly meetingId: string;
  readonly name: string;
  /** As what: « Association des parents », « experte en eau ». */
  readonly capacity: string;
  readonly notedAt: Date;
  readonly takenOffAt: Date | null;
}

const aboutMeeting = ({ partnershipId, id }: Meeting) => ({ partnershipId, subject: { kind: 'meeting', id } });
const whyNotNow = ({ state }: Meeting) => (state === 'CONVENED' || state === 'OPEN' ? null : attendanceIsClosed(state));

/** Writes a guest on the attendance sheet, from the convocation until the meeting closes. */
export function noteGuest(meeting: Meeting, command: Omit<Guest, 'meetingId' | 'notedAt' | 'takenOffAt'> & { readonly already: number; readonly at: Date }): Answer<Decided<Guest>> {
  const { id, name, capacity, already, at } = command;
  const refusal = whyNotNow(meeting);
  if (refusal) return refusal;
  if (isBlank(name)) return guestNameBlank();
  if (already >= mostGuests) return guestsTooMany(mostGuests);
  return accepted({ state: { id, meetingId: meeting.id, name, capacity, notedAt: at, takenOffAt: null }, facts: [told('GuestNoted', aboutMeeting(meeting), { guestId: id, at: at.toISOString() })] });
}

/** Takes a guest off the sheet: noted by mistake, or did not come. */
export function takeGuestOff(meeting: Meeting, { guest, at }: { readonly guest: Guest; readonly at: Date }): Answer<Decided<Guest>> {
  const refusal = whyNotNow(meeting);
  if (refusal) return refusal;
  if (guest.takenOffAt) return guestAlreadyOff();
  return accepted({ state: { ...guest, takenOffAt: at }, facts: [told('GuestTakenOff', aboutMeeting(meeting), { guestId: guest.id, at: at.toISOString() })] });
}
