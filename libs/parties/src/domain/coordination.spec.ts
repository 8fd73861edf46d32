import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { isVacant, mayNameCoordinator, outOfReach, type CoordinatorHeld } from './coordination.js';

const today = '2026-11-22' as CivilDate;
const held = (over: Partial<CoordinatorHeld> = {}): CoordinatorHeld => ({
  personId: 'p', displayName: 'Coordination', seatId: 's', office: 'Coordination', officeAr: 'التنسيق', answers: true, from: '2026-01-01', until: null, ...over,
});

describe('a side without coordination', () => {
  it('has nobody in office today who can be reached: never anybody, a mandate over or to come, an access lost with the instance', () => {
    for (const vacant of [[], [held({ until: today })], [held({ from: '2026-11-23' })], [held({ answers: false })]]) expect(isVacant(vacant, today)).toBe(true);
    for (const manned of [[held()], [held({ answers: false }), held({ personId: 'q' })], [held({ until: '2026-11-23' })]]) expect(isVacant(manned, today)).toBe(false);
  });

  it('is given one by the admin: somebody new, or who sits there without access; nobody else’s seat, and never beside one in office', () => {
    const lost = held({ answers: false });
    expect(mayNameCoordinator([lost], null, today)).toEqual({ refused: false, value: null });
    expect(mayNameCoordinator([lost], 'p', today)).toEqual({ refused: false, value: lost });
    expect(mayNameCoordinator([lost], 'stranger', today)).toMatchObject({ code: 'NOT_FOUND' });
    expect(mayNameCoordinator([held({ answers: false, until: today })], 'p', today)).toMatchObject({ code: 'NOT_FOUND' });
    expect(mayNameCoordinator([lost, held({ personId: 'q' })], 'p', today)).toMatchObject({ code: 'COORDINATOR_IN_OFFICE' });
    expect(outOfReach([lost, held({ personId: 'q' })], today)).toEqual([lost]);
  });
});
