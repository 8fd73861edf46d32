import { describe, expect, it } from '@jest/globals';
import { seatToConveneFrom } from './convening.js';
import { codeOf, day, mayor, morning, refusalOf, seat, seats, valueOf } from './given.contract.js';
import { holdsSitting, runsMeetings } from './stewards.js';

describe('who runs a meeting', () => {
  it.each([['vlg-1', true], ['vlg-2', false], ['vlg-4', false], ['vlg-5', true], ['tiz-5', true]])('%s: %s', (id, runs) => {
    expect(codeOf(runsMeetings(seats, `person-${id}`, morning))).toBe(runs ? null : 'NOT_ALLOWED');
  });

  it('is nobody without a seat here, nor once the seat is no longer held, and the refusal says it is our default', () => {
    const former = [seat('vlg-5', 'COORDINATOR', { until: day('2026-11-14T00:00:00Z') })];
    expect(refusalOf(runsMeetings(former, 'person-vlg-5', morning)).source).toEqual({ kind: 'PRODUCT_DEFAULT', reference: 'C4' });
    expect(codeOf(runsMeetings(seats, null, morning))).toBe('NOT_ALLOWED');
  });

  it('is answered with the seat it is done from', () => {
    expect(valueOf(runsMeetings(seats, mayor.personId, morning)).id).toBe('vlg-1');
  });
});

describe('who holds the sitting and the pen', () => {
  it('is a steward or a session secretary, and no other desk', () => {
    const desks = (['SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'] as const).map((category) => seat(`vlg-${category}`, category));
    const holds = desks.filter(({ personId }) => !holdsSitting(desks, personId, morning).refused).map(({ category }) => category);
    expect(holds).toEqual(['SESSION_SECRETARY']);
    expect(desks.filter(({ personId }) => !runsMeetings(desks, personId, morning).refused)).toEqual([]);
    expect(codeOf(holdsSitting(seats, mayor.personId, morning))).toBe(null);
  });
});

describe('the seat one convenes from', () => {
  const coordinator = seat('tiz-5', 'COORDINATOR', { personId: mayor.personId });
  it('is the host’s before the guest’s, and a presidency before another seat', () => {
    const both = [coordinator, mayor];
    expect(seatToConveneFrom(both, mayor.personId, 'tiz')).toBe(coordinator);
    expect(seatToConveneFrom(both, mayor.personId, 'vlg')).toBe(mayor);
    expect(seatToConveneFrom([seat('vlg-5', 'COORDINATOR', { personId: mayor.personId }), mayor], mayor.personId, 'vlg')).toBe(mayor);
    expect(seatToConveneFrom(both, 'somebody', 'vlg')).toBeNull();
  });
});
