import { describe, expect, it } from '@jest/globals';
import { noticeOf, readersOfNotice } from './notice-table.js';
import type { Recipient } from './planning.js';

const people: readonly Recipient[] = [
  { personId: 'mayor', audiences: ['CO_PRESIDENTS', 'MEMBERS'] },
  { personId: 'member', audiences: ['MEMBERS'] },
  { personId: 'coordinator', audiences: ['COORDINATORS'] },
];
const told = (kind: string, data: object): string[] => readersOfNotice(noticeOf(kind)!, { ...data }, people).map(({ personId }) => personId);

/** The rows of C2 and C3 that are said at once, by a fact and not by a day. */
describe('C2 and C3, said at once', () => {
  const more: readonly Recipient[] = [...people, { personId: 'technician', audiences: ['IN_CHARGE'] }, { personId: 'cabinet', audiences: ['CABINETS'] }];
  it.each<[string, readonly [string, object, readonly string[]]]>([
    ['J-45, the frozen plan, sent to members', ['ActionPlanFrozen', { version: 2 }, ['member', 'coordinator']]],
    ['S-30, the convocation', ['MeetingConvened', {}, ['mayor', 'member', 'coordinator']]],
    ['S+8, the draft handed over, observed until its day', ['MinutesSubmitted', { until: '2026-12-18' }, ['mayor', 'member', 'coordinator']]],
    ['S+15 = P, the signature requested', ['SignatureRequested', { personId: 'mayor', version: 1 }, ['mayor']]],
    ['2nd signature: executory', ['MinutesBecameExecutory', { version: 1 }, ['mayor', 'member', 'coordinator', 'technician']]],
  ])('%s', (_, [kind, data, readers]) => expect(readersOfNotice(noticeOf(kind)!, { ...data }, more).map(({ personId }) => personId)).toEqual(readers));
});

describe('whom a signature reaches', () => {
  it('by mail code, the coordinations at once; by key, on paper or in a demonstration, nobody', () => {
    expect(told('MinutesSigned', { method: 'MAIL_CODE' })).toEqual(['coordinator']);
    for (const data of [{ method: 'PASSKEY' }, { method: 'PAPER' }, { method: 'DEMO' }, {}]) expect(told('MinutesSigned', data)).toEqual([]);
  });
});

describe('whom a frozen plan reaches', () => {
  it('members and coordinations; neither a presidency nor a member who is a technician, unless she coordinates too', () => {
    const more: readonly Recipient[] = [{ personId: 'voting technician', audiences: ['MEMBERS', 'IN_CHARGE'] }, { personId: 'coordinating technician', audiences: ['IN_CHARGE', 'COORDINATORS'] }];
    expect(readersOfNotice(noticeOf('ActionPlanFrozen')!, {}, [...people, ...more]).map(({ personId }) => personId)).toEqual(['member', 'coordinator', 'coordinating technician']);
  });
});

describe('whom a convocation reaches', () => {
  it('moved, everyone convened and those who prepare; sent again, those it lists and nobody else', () => {
    expect(told('ConvocationMoved', { personIds: ['member'] })).toEqual(['mayor', 'member', 'coordinator']);
    expect(told('ConvocationSentAgain', { personIds: ['member', 'gone'] })).toEqual(['member']);
    expect([told('ConvocationSentAgain', { personIds: [] }), told('ConvocationSentAgain', {})]).toEqual([[], []]);
  });
});

describe('whom a version that gave way reaches', () => {
  it('both sides, once: not beside the letter of a refusal or of a contestation', () => {
    const replaced = (cause?: string): boolean => told('MinutesVersionReplaced', { version: 2, ...(cause && { cause }) }).length > 0;
    expect([undefined, 'CHANGED', 'REOPENED', 'REFUSED', 'CONTESTED'].map(replaced)).toEqual([true, true, true, false, false]);
    for (const kind of ['SignatureRefused', 'SignatureContested']) expect(told(kind, { version: 1 })).toEqual(told('MinutesVersionReplaced', {}));
  });
});
