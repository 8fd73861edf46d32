import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { codeOf, later, mayor, meetingIn, morning, refusalOf, seat, seats, valueOf, villeneuve } from './given.contract.js';
import { incidentDays, logIncident, mayLogIncident, mostIncidents, type IncidentLog, type LogIncident } from './incident.js';
import type { Meeting, MeetingState } from './meeting.js';
import { safetySource as source } from './safety-source.js';
import type { SeatCategory } from './seat.js';

const convened = meetingIn(villeneuve, { state: 'CONVENED', convenedAt: morning });
const fall = { id: 'i-1', civilDate: '2026-11-14' as CivilDate, time: '18:40', zone: 'Europe/Paris', place: 'Gare', what: 'Une chute', done: '', correctsId: null };
const log = (more: Partial<LogIncident> = {}, entries: IncidentLog['entries'] = []) => logIncident(convened, { entries, source }, { ...fall, occurredAt: morning, at: later(60), by: mayor, ...more });

describe('who writes in the incident log', () => {
  const may = (personId: string | null, meeting: Meeting = convened, held = seats) => mayLogIncident(meeting, { seats: held, personId, at: later(60) }, source);

  it.each<[SeatCategory, string | null]>([
    ['CO_PRESIDENT', null], ['ELECTED', null], ['TECHNICIAN', null], ['COORDINATOR', null], ['SESSION_SECRETARY', null],
    ['CABINET', 'NOT_ALLOWED'], ['GUEST', 'NOT_ALLOWED'], ['PROJECT_CARRIER', 'NOT_ALLOWED'], ['EVALUATION_ACTOR', 'NOT_ALLOWED'], ['STATE_OBSERVER', 'NOT_ALLOWED'],
  ])('a seat of either side: %s %s', (category, code) => {
    for (const id of ['vlg-9', 'tiz-9']) expect(codeOf(may(`person-${id}`, convened, [seat(id, category)]))).toBe(code);
  });

  it('only while the seat is held, and only from the convocation on: after the session too', () => {
    expect(codeOf(may(mayor.personId, convened, [{ ...mayor, until: later(60) }]))).toBe('NOT_ALLOWED');
    expect(codeOf(may(null))).toBe('NOT_ALLOWED');
    expect(refusalOf(may(mayor.personId, meetingIn(villeneuve)))).toMatchObject({ code: 'INCIDENTS_NOT_YET', source });
    for (const state of ['OPEN', 'CLOSED', 'MINUTED', 'CANCELLED', 'POSTPONED', 'NO_QUORUM'] satisfies MeetingState[]) expect(codeOf(may(mayor.personId, { ...convened, state }))).toBeNull();
  });
});

describe('an entry', () => {
  it('is kept as it was said, with who wrote it and when, and told as a fact without its words', () => {
    const { state, facts } = valueOf(log());
    expect(state).toEqual({ ...fall, meetingId: convened.id, seatId: mayor.id, personId: mayor.personId, notedAt: later(60) });
    expect(facts).toEqual([{ kind: 'IncidentLogged', partnershipId: 'p-1', subject: { kind: 'meeting', id: 'm-1' }, data: { incidentId: 'i-1', seatId: mayor.id, occurredAt: morning.toISOString(), correctsIncidentId: null, at: later(60).toISOString() } }]);
    expect(JSON.stringify(facts)).not.toContain(fall.what);
  });

  it('says where and what; what was done may come later', () => {
    expect(refusalOf(log({ place: ' ' }))).toMatchObject({ code: 'INCIDENT_BLANK', args: { field: 'place' } });
    expect(refusalOf(log({ what: '\n' }))).toMatchObject({ code: 'INCIDENT_BLANK', args: { field: 'what' } });
    expect(codeOf(log({ done: '' }))).toBeNull();
  });

  it('lies behind, and not a mistyped year behind', () => {
    const ago = (days: number, more = 0): Date => later(60 - days * 1_440 + more);
    expect(codeOf(log({ occurredAt: later(60) }))).toBeNull();
    expect(codeOf(log({ occurredAt: new Date(later(60).getTime() + 1) }))).toBe('INCIDENT_OUTSIDE');
    expect(codeOf(log({ occurredAt: ago(incidentDays) }))).toBeNull();
    expect(codeOf(log({ occurredAt: ago(incidentDays, -1) }))).toBe('INCIDENT_OUTSIDE');
  });

  it('corrects another by naming it, once: a correction is corrected in its turn', () => {
    const [first, second] = [{ id: 'i-1', correctsId: null }, { id: 'i-2', correctsId: 'i-1' }];
    expect(valueOf(log({ id: 'i-2', correctsId: 'i-1' }, [first])).facts[0]?.data).toMatchObject({ incidentId: 'i-2', correctsIncidentId: 'i-1' });
    expect(codeOf(log({ id: 'i-3', correctsId: 'i-1' }, [first, second]))).toBe('INCIDENT_CORRECTED');
    expect(codeOf(log({ id: 'i-3', correctsId: 'i-2' }, [first, second]))).toBeNull();
    expect(codeOf(log({ id: 'i-3' }, [first, second]))).toBeNull();
  });

  it('is one of two hundred at most', () => {
    const entries = (count: number): IncidentLog['entries'] => Array.from({ length: count }, (_, place) => ({ id: `e-${place}`, correctsId: null }));
    expect(codeOf(log({}, entries(mostIncidents - 1)))).toBeNull();
    expect(codeOf(log({}, entries(mostIncidents)))).toBe('INCIDENTS_TOO_MANY');
  });
});
