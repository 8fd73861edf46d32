import type { Actor, Ctx, HeldSeat } from '#platform';

/** A ctx as the composition root would build it, for tests that stand below the API. */
export function ctxOf(actor: Partial<Actor> | null, over: Partial<Ctx> = {}): Ctx {
  const seats: readonly HeldSeat[] = actor?.seats ?? [];
  return {
    actor: actor && {
      personId: '00000000-0000-7000-8000-000000000001',
      sessionId: null,
      seats,
      partnershipIds: [...new Set(seats.map((seat) => seat.partnershipId))],
      partyIds: [...new Set(seats.map((seat) => seat.partyId))],
      stepUpAt: null,
      isAdmin: false,
      ...actor,
    },
    language: 'fr',
    requestId: 'test',
    idempotencyKey: null,
    requestHash: null,
    cookies: null,
    audience: 'MEMBER',
    ...over,
  };
}
