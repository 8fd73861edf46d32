import { describe, expect, it } from '@jest/globals';
import { stopRecovery, type Recovery } from './recovery.js';

const now = new Date('2026-11-22T09:00:00Z');
const recovery: Recovery = { id: 'r', partnershipId: 'here', personId: 'karim', askedBy: 'lina', askedParty: 'p', confirmedAt: null, stoppedAt: null, appliedAt: null };
const stop = (personId: string, seats: [partnershipId: string, persona: string][], of: Recovery = recovery): string => {
  const answer = stopRecovery(of, { personId, seats: seats.map(([partnershipId, persona]) => ({ partnershipId, persona })) }, now);
  return answer.refused ? answer.code : 'ACCEPTED';
};

describe('stopping a recovery', () => {
  it('is for the person herself, even without a seat, for co-presidents and coordinators of the partnership', () => {
    expect(stop('karim', [])).toBe('ACCEPTED');
    expect(stop('one', [['here', 'CO_PRESIDENT']])).toBe('ACCEPTED');
    expect(stop('one', [['there', 'GUEST'], ['here', 'COORDINATOR']])).toBe('ACCEPTED');
  });

  it.each(['ELECTED_MEMBER', 'TECHNICIAN', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'])('is not for a %s, nor for a coordinator of elsewhere', (persona) => {
    expect(stop('one', [['here', persona]])).toBe('NOT_ALLOWED');
    expect(stop('one', [['here', persona], ['there', 'COORDINATOR']])).toBe('NOT_ALLOWED');
  });

  it('comes too late once it is over, whoever stops it', () => {
    expect(stop('karim', [], { ...recovery, stoppedAt: now })).toBe('RECOVERY_OVER');
    expect(stop('one', [['here', 'COORDINATOR']], { ...recovery, appliedAt: now })).toBe('RECOVERY_OVER');
    expect(stop('one', [['here', 'TECHNICIAN']], { ...recovery, appliedAt: now })).toBe('NOT_ALLOWED');
  });
});
