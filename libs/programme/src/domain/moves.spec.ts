import { describe, expect, it } from '@jest/globals';
import { codeOf, hand, plan, planCase, sheet, sheetCase, world } from './given.contract.js';
import { movesOf } from './moves.js';
import type { SheetCase } from './sheet-life.js';

const coordinator = hand('tiznit', 'COORDINATOR');
const open = planCase({}, { actions: [] });
const ways = (held: SheetCase, desk: Partial<Parameters<typeof movesOf>[1]> = {}) =>
  Object.fromEntries(movesOf(held, { plan: open, hand: coordinator, ...desk }, world).map(({ to, act, may }) => [to, `${act ?? 'NONE'} ${codeOf(may)}`]));
const retained = (over: Parameters<typeof plan>[0] = {}) => planCase(over, { actions: [sheet({ state: 'CO_VALIDATED' })] });

describe('where a card may go', () => {
  it('offers what the rules allow, and says why not elsewhere', () => {
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }))).toEqual({ PROPOSED: 'RETURN OK', RETAINED: 'ADD_TO_PLAN OK', VALIDATED: 'NONE COMMITTEE_VALIDATES' });
    expect(ways(sheetCase({ state: 'SUBMITTED' }))).toEqual({ EXAMINED: 'CO_VALIDATE OK', RETAINED: 'ADD_TO_PLAN SHEET_NOT_CO_VALIDATED', VALIDATED: 'NONE COMMITTEE_VALIDATES' });
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }, { inPlan: true }), { plan: retained() })).toEqual({ PROPOSED: 'RETURN SHEET_IN_PLAN', EXAMINED: 'REMOVE_FROM_PLAN OK', VALIDATED: 'NONE COMMITTEE_VALIDATES' });
  });

  it('asks each move of the hand that makes it', () => {
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }), { hand: hand('vlg') })).toMatchObject({ RETAINED: 'ADD_TO_PLAN PLAN_BY_COORDINATORS', PROPOSED: 'RETURN OK' });
    expect(ways(sheetCase({ state: 'SUBMITTED' }), { hand: hand('vlg') })).toMatchObject({ EXAMINED: 'CO_VALIDATE OWN_PARTY_HAS_VALIDATED' });
    expect(ways(sheetCase({ state: 'DRAFT', startsOn: null }), { hand: hand('vlg') })).toMatchObject({ EXAMINED: 'SUBMIT SHEET_INCOMPLETE' });
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }), { hand: hand('vlg', 'ELECTED_MEMBER') })).toMatchObject({ PROPOSED: 'RETURN NOT_ALLOWED' });
  });

  it('says when there is no plan to enter, and that a frozen one keeps its actions', () => {
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }), { plan: null })).toMatchObject({ RETAINED: 'ADD_TO_PLAN PLAN_NOT_OPEN' });
    expect(ways(sheetCase({ state: 'CO_VALIDATED' }, { inPlan: true }), { plan: retained({ state: 'FROZEN' }) })).toMatchObject({ EXAMINED: 'REMOVE_FROM_PLAN PLAN_STATE_FORBIDS' });
  });

  it('an adopted card stays, but for a revised plan', () => {
    expect(ways(sheetCase({ state: 'ADOPTED' }))).toEqual({});
    expect(ways(sheetCase({ state: 'ADOPTED' }), { plan: planCase({ version: 2 }, { actions: [] }) })).toEqual({ RETAINED: 'ADD_TO_PLAN OK' });
  });
});
