import { describe, expect, it } from '@jest/globals';
import type { Actor, Ctx, Persona } from '../work/context.js';
import { allow, denial, policyRows, type Denial, type PolicyRow } from './policy.js';

const seat = (persona: Persona, partnershipId: string) => ({ seatId: 's', partnershipId, partyId: 'p', persona, votes: false });
const ctxOf = (actor: Partial<Actor> | null): Ctx => ({
  actor: actor && { personId: 'x', sessionId: null, seats: [], partnershipIds: [], partyIds: [], stepUpAt: null, isAdmin: false, ...actor },
  language: 'fr',
  requestId: 'r',
  idempotencyKey: null,
  requestHash: null,
  cookies: null,
  audience: 'MEMBER',
});
const nobody = ctxOf(null);
const visitor = ctxOf({});
const technician = ctxOf({ seats: [seat('TECHNICIAN', 'here')] });
const coordinator = ctxOf({ seats: [seat('COORDINATOR', 'here'), seat('TECHNICIAN', 'there')] });
const row = (who: PolicyRow['who'], partnershipOf?: PolicyRow['partnershipOf']): PolicyRow => ({
  operation: 'Mutation.x',
  who,
  ...(partnershipOf && { partnershipOf }),
});

describe('the door of an operation', () => {
  const doors: [string, PolicyRow | undefined, Ctx, Record<string, unknown>, Denial | null][] = [
    ['no row, nobody', undefined, nobody, {}, 'SIGN_IN_REQUIRED'],
    ['no row, coordinator', undefined, coordinator, {}, 'NOT_ALLOWED'],
    ['anyone, nobody', row('ANYONE'), nobody, {}, null],
    ['signed in, nobody', row('SIGNED_IN'), nobody, {}, 'SIGN_IN_REQUIRED'],
    ['signed in, visitor', row('SIGNED_IN'), visitor, {}, null],
    ['coordinators, visitor', row(['COORDINATOR']), visitor, {}, 'NOT_ALLOWED'],
    ['coordinators, technician', row(['COORDINATOR']), technician, {}, 'NOT_ALLOWED'],
    ['coordinators, coordinator', row(['COORDINATOR']), coordinator, {}, null],
    ['coordinators here', row(['COORDINATOR'], (args) => args['at']), coordinator, { at: 'here' }, null],
    ['coordinators elsewhere', row(['COORDINATOR'], (args) => args['at']), coordinator, { at: 'there' }, 'NOT_ALLOWED'],
    ['the place is missing', row(['COORDINATOR'], (args) => args['at']), coordinator, {}, 'NOT_ALLOWED'],
  ];
  it.each(doors.map(([what, policy, ctx, args, expected]) => ({ what, policy, ctx, args, expected })))('$what', ({ policy, ctx, args, expected }) => {
    expect(denial(policy, ctx, args)).toBe(expected);
  });

  it('refuses a second row and a row that names nobody', () => {
    allow('Query.onlyOnce', 'ANYONE');
    expect(() => allow('Query.onlyOnce', ['COORDINATOR'])).toThrow('already has a policy row');
    expect(() => allow('Query.nobody', [])).toThrow('names nobody');
    expect(policyRows().map((known) => known.operation)).toEqual(['Query.onlyOnce']);
  });
});
