import { describe, expect, it } from '@jest/globals';
import { codeOf, later, mayor, meetingIn, morning, president, refusalOf, rules, seat, tiznit, towns, valueOf, villeneuve } from './given.contract.js';
import type { Meeting, MeetingState } from './meeting.js';
import { moveConvened, type MoveConvened } from './moving.js';
import { reschedule } from './planning.js';
import { nextTurn } from './turn.js';

const convened = meetingIn(villeneuve, { state: 'CONVENED', convenedAt: morning, startsAt: later(600) });
const world = { host: villeneuve, hostCoPresident: mayor, rules };
const wish: MoveConvened = { by: mayor, delegation: null, method: 'MAIL_CODE', startsAt: later(900), place: 'Maison des associations', reason: 'Intempéries', at: morning };
const move = (more: Partial<MoveConvened> = {}, meeting: Meeting = convened) => moveConvened(meeting, { ...wish, ...more }, world);

describe('moving a convened meeting', () => {
  it('keeps it convened by the same host, so that the turn is kept, and tells what was and what is', () => {
    const { state, facts } = valueOf(move());
    expect(state).toEqual({ ...convened, startsAt: later(900), place: 'Maison des associations' });
    expect(nextTurn(towns, [state])).toEqual(nextTurn(towns, [convened]));
    expect(facts).toMatchObject([{ kind: 'ConvocationMoved', data: { wasAt: later(600).toISOString(), startsAt: later(900).toISOString(), wasPlace: convened.place, reason: 'Intempéries' } }]);
  });

  it('is the host’s representative’s alone (Art. 5)', () => {
    expect(refusalOf(move({ by: president }))).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE', source: rules.convening.source });
    expect(codeOf(move({ by: seat('vlg-5', 'COORDINATOR') }))).toBe('CONVENER_NOT_REPRESENTATIVE');
    expect(codeOf(moveConvened(convened, wish, { ...world, host: tiznit, hostCoPresident: president }))).toBe('CONVENER_NOT_HOST_SIDE');
  });

  it('asks why, goes forward in time, and changes something', () => {
    expect(codeOf(move({ reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(codeOf(move({ startsAt: morning }))).toBe('MEETING_IS_PAST');
    expect(codeOf(move({ startsAt: later(600), place: convened.place }))).toBe('NOTHING_MOVED');
    expect(codeOf(move({ startsAt: later(600) }))).toBeNull();
  });

  it.each(['SCHEDULED', 'OPEN', 'CLOSED', 'MINUTED', 'NO_QUORUM', 'CANCELLED', 'POSTPONED'] as const)('is no matter of a meeting that is %s', (state: MeetingState) => {
    expect(codeOf(move({}, { ...convened, state }))).toBe('MEETING_STATE_FORBIDS');
  });
});

describe('another day for a meeting nobody is convened to', () => {
  const planned = meetingIn(villeneuve, { startsAt: later(600) });
  it('stays planned, in its new place, and is not for a day behind', () => {
    expect(valueOf(reschedule(planned, wish)).state).toMatchObject({ state: 'SCHEDULED', startsAt: later(900), place: 'Maison des associations', hostPartyId: planned.hostPartyId });
    expect(codeOf(reschedule(planned, { ...wish, startsAt: morning }))).toBe('MEETING_IS_PAST');
    expect(codeOf(reschedule(convened, wish))).toBe('MEETING_STATE_FORBIDS');
  });
});
