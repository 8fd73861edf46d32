import { describe, expect, it } from '@jest/globals';
import { answerConvocation, callSilentAgain, expectedPresence, stillSpeaks, type ConvocationReply } from './answering.js';
import { codeOf, day, later, mayor, meetingIn, morning, refusalOf, rules, seat, valueOf, villeneuve, withRules } from './given.contract.js';
import type { MeetingState } from './meeting.js';

const convened = meetingIn(villeneuve, { state: 'CONVENED', convenedAt: morning });
const answer = (reply: ConvocationReply = 'COMING', more: Partial<Parameters<typeof answerConvocation>[1]> = {}, world = { meeting: convened, rules }) =>
  answerConvocation(world, { seat: mayor, reply, at: morning, ...more });

describe('answering a convocation', () => {
  it('tells the seat and the choice, as often as one likes', () => {
    for (const reply of ['COMING', 'REMOTE', 'NOT_COMING', 'COMING'] as const) expect(valueOf(answer(reply))).toMatchObject({ kind: 'ConvocationAnswered', data: { seatId: mayor.id, choice: reply } });
  });

  it.each(['SCHEDULED', 'OPEN', 'CLOSED', 'MINUTED', 'NO_QUORUM', 'CANCELLED', 'POSTPONED'] as const)('is closed while the meeting is %s', (state: MeetingState) => {
    expect(codeOf(answer('COMING', {}, { meeting: { ...convened, state }, rules }))).toBe('ANSWERS_CLOSED');
  });

  it('is a member’s: neither a coordinator without a vote, nor a mandate that has ended', () => {
    expect(codeOf(answer('COMING', { seat: seat('vlg-5', 'COORDINATOR') }))).toBe('NOT_SEATED');
    expect(codeOf(answer('COMING', { seat: { ...mayor, until: day('2026-11-14T08:00:00Z') } }))).toBe('NOT_SEATED');
  });

  it('is from afar where the rule and the meeting allow it, and the refusal names the rule', () => {
    const nobody = withRules({ remote: 'NONE' });
    expect(refusalOf(answer('REMOTE', {}, { meeting: convened, rules: nobody })).source).toEqual(nobody.remote.source);
    expect(codeOf(answer('REMOTE', {}, { meeting: { ...convened, mode: 'IN_PERSON' }, rules }))).toBe('REMOTE_NOT_ALLOWED');
    expect(codeOf(answer('COMING', {}, { meeting: { ...convened, mode: 'IN_PERSON' }, rules: nobody }))).toBeNull();
  });
});

describe('what an answer is worth', () => {
  it('is proposed to the attendance sheet: present, from afar or excused; nothing without one', () => {
    expect((['COMING', 'REMOTE', 'NOT_COMING'] as const).map((reply) => expectedPresence({ reply }, 'HYBRID'))).toEqual(['PRESENT', 'REMOTE', 'EXCUSED']);
    expect([expectedPresence({ reply: 'COMING' }, 'REMOTE'), expectedPresence(undefined, 'HYBRID')]).toEqual(['REMOTE', null]);
  });

  it('speaks no more once the convocation has changed, nor for a successor in the seat', () => {
    const given = { personId: 'one', sequence: 1 };
    expect([stillSpeaks(given, given), stillSpeaks(given, { ...given, sequence: 2 }), stillSpeaks(given, { ...given, personId: 'other' })]).toEqual([true, false, false]);
  });
});

describe('calling the silent again', () => {
  const again = (minutes: number, silent = ['one', 'other']) => callSilentAgain(convened, { silent, lastCalledAt: morning, at: later(minutes) });

  it('goes to them alone, 48 hours after the last letter and not a minute before', () => {
    expect(valueOf(again(48 * 60))).toMatchObject({ kind: 'ConvocationSentAgain', data: { personIds: ['one', 'other'] } });
    expect(refusalOf(again(48 * 60 - 1))).toMatchObject({ code: 'CALLED_TOO_RECENTLY', args: { hours: 1 } });
    expect(refusalOf(again(0)).args).toEqual({ hours: 48 });
  });

  it('has no reason once everyone answered, and no object outside a convocation', () => {
    expect(codeOf(again(48 * 60, []))).toBe('EVERYONE_ANSWERED');
    expect(codeOf(callSilentAgain({ ...convened, state: 'OPEN' }, { silent: ['one'], lastCalledAt: morning, at: later(9_999) }))).toBe('MEETING_STATE_FORBIDS');
  });
});
