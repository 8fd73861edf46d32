import { describe, expect, it } from '@jest/globals';
import { noticeOf, readersOfNotice } from './notice-table.js';
import type { Recipient } from './planning.js';

const people: readonly Recipient[] = [
  { personId: 'mayor', audiences: ['CO_PRESIDENTS', 'MEMBERS'] },
  { personId: 'member', audiences: ['MEMBERS'] },
  { personId: 'coordinator', audiences: ['COORDINATORS'] },
];
const told = (kind: string, data: object): string[] => readersOfNotice(noticeOf(kind)!, { ...data }, people).map(({ personId }) => personId);

describe('whom a convocation reaches', () => {
  it('moved, everyone convened and those who prepare; sent again, those it lists and nobody else', () => {
    expect(told('ConvocationMoved', { personIds: ['member'] })).toEqual(['mayor', 'member', 'coordinator']);
    expect(told('ConvocationSentAgain', { personIds: ['member', 'gone'] })).toEqual(['member']);
    expect([told('ConvocationSentAgain', { personIds: [] }), told('ConvocationSentAgain', {})]).toEqual([[], []]);
  });
});
