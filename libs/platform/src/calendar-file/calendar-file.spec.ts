import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MailAddress } from '../mail/mail-address.js';
import { deadlineCalendar, invitation, invitationFile, subscribedCalendar, type Invitation } from './calendar-file.js';

const meeting: Invitation = {
  uid: 'meeting-7@passerelle.example',
  sequence: 2,
  stamp: new Date('2026-10-01T08:00:00Z'),
  method: 'REQUEST',
  start: new Date('2026-11-18T09:30:00Z'),
  end: new Date('2026-11-18T11:00:00Z'),
  summary: 'Comité de pilotage – لجنة القيادة ⵜⵉⵣⵏⵉⵜ ; séance, n° 3',
  description: 'mercredi 18 novembre 2026, 10:30 à Villeneuve-la-Garenne, 09:30 à Tiznit\nOrdre du jour : plan d’action 2027',
  location: 'Hôtel de ville, 28 avenue de Verdun',
  organizer: { name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' as MailAddress },
  attendee: { name: 'Présidence du "conseil"', address: 'president@tiznit.example' as MailAddress },
};

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** Reads a file back: unfolded lines, escaped text undone. Our own few lines, so that the library is not its own judge. */
function readBack(file: string): Property[] {
  expect(file.endsWith('END:VCALENDAR') || file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  return file.replace(/\r\n[ \t]/g, '').split('\r\n').filter((line) => line !== '').map((line) => {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)$/s.exec(line);
    if (!found) throw new Error(`not a content line: ${line}`);
    const value = found[3]!.replace(/\\([\\;,nN])/g, (_whole, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));
    return { name: found[1]!, parameters: found[2]!, value };
  });
}
const valueOf = (file: string, name: string): string | undefined => readBack(file).find((one) => one.name === name)?.value;

describe('an invitation', () => {
  it('says the meeting in UTC, without a zone, and what it replaces', () => {
    const file = invitation(meeting);
    expect(['METHOD', 'UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'DTSTAMP', 'STATUS'].map((name) => valueOf(file, name))).toEqual([
      'REQUEST', 'meeting-7@passerelle.example', '2', '20261118T093000Z', '20261118T110000Z', '20261001T080000Z', 'CONFIRMED',
    ]);
    expect(file).not.toMatch(/TZID|VTIMEZONE/);
    expect([valueOf(file, 'SUMMARY'), valueOf(file, 'DESCRIPTION'), valueOf(file, 'LOCATION')]).toEqual([meeting.summary, meeting.description, meeting.location]);
    const attendee = readBack(file).find(({ name }) => name === 'ATTENDEE')!;
    expect(attendee.value.toLowerCase()).toBe('mailto:president@tiznit.example');
    expect(attendee.parameters).toContain('RSVP=TRUE');
    expect(attendee.parameters).toContain('CN="Présidence du conseil"');
  });

  it('is called off under the same UID', () => {
    const cancelled = { ...meeting, method: 'CANCEL', sequence: 3 } as const;
    const file = invitation(cancelled);
    expect(['METHOD', 'UID', 'SEQUENCE', 'STATUS'].map((name) => valueOf(file, name))).toEqual(['CANCEL', meeting.uid, '3', 'CANCELLED']);
    expect(invitationFile(cancelled).contentType).toBe('text/calendar; method=CANCEL');
  });

  it('holds lines of at most 75 octets and only its own properties, whatever is written in it', () => {
    const shape = readBack(invitation(meeting)).map(({ name }) => name);
    const nasty = fc.constantFrom('\r\nATTENDEE:mailto:x@evil.example\r\n', '\r', '\n', '\\', '"', ';', ',', ':', '\0', '\u202e', '\ud800', '\udc00', '😀', 'ⵣ', 'ع', 'END:VEVENT');
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 30 }).map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, text, text, (summary, description, name) => {
        const file = invitation({ ...meeting, summary, description, location: description, organizer: { ...meeting.organizer, name }, attendee: { ...meeting.attendee, name } });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.isWellFormed()).toBe(true);
        expect(readBack(file).map((one) => one.name)).toEqual(shape);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no meeting', () => {
    expect(() => invitation({ ...meeting, end: meeting.start })).toThrow(/ends after/);
    expect(() => invitation({ ...meeting, end: new Date(Number.NaN) })).toThrow();
    expect(() => invitation({ ...meeting, uid: 'a\r\nb' })).toThrow(/UID/);
  });
});

describe('a calendar of deadlines', () => {
  const deadline = { uid: 'plan-2027', sequence: 0, stamp: meeting.stamp, summary: 'Plan d’action 2027', description: 'Art. 5', day: '2026-12-31' };

  it('gives each a whole day, the same in every zone', () => {
    const file = deadlineCalendar('Passerelle', [deadline, { ...deadline, uid: 'leap', day: '2028-02-29' }]);
    const starts = readBack(file).filter(({ name }) => name === 'DTSTART');
    expect(starts.map(({ parameters, value }) => parameters + value)).toEqual([';VALUE=DATE20261231', ';VALUE=DATE20280229']);
    expect(valueOf(file, 'TRANSP')).toBe('TRANSPARENT');
    expect(file).not.toMatch(/TZID/);
  });

  it('refuses a day that does not exist', () => {
    for (const day of ['2027-02-29', '2026-13-01', '2026-1-1', '31/12/2026', '']) expect(() => deadlineCalendar('x', [{ ...deadline, day }])).toThrow(/not a day/);
  });
});

describe('a calendar that is subscribed to', () => {
  const shown = { uid: meeting.uid, sequence: 2, stamp: meeting.stamp, summary: 'Comité', description: 'Tiznit 09:30', start: meeting.start, end: meeting.end, location: 'ici', cancelled: false };

  it('shows meetings at their UTC instants, invites nobody, and says what was called off', () => {
    const file = subscribedCalendar({ name: 'Passerelle', meetings: [shown, { ...shown, uid: 'other@passerelle.example', cancelled: true }], deadlines: [{ uid: 'due', sequence: 0, stamp: meeting.stamp, summary: 'Plan', description: '', day: '2026-12-30' }] });
    const all = (name: string): string[] => readBack(file).filter((one) => one.name === name).map(({ value }) => value);
    expect(all('DTSTART')).toEqual(['20261118T093000Z', '20261118T093000Z', '20261230']);
    expect(all('STATUS')).toEqual(['CONFIRMED', 'CANCELLED']);
    expect([all('METHOD'), all('ATTENDEE'), all('ORGANIZER')]).toEqual([['PUBLISH'], [], []]);
  });
});
