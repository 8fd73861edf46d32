import { describe, expect, it } from '@jest/globals';
import { hand, sheet } from './given.contract.js';
import { mayConfirmTakeUp, type TakeUpProposal } from './take-up.js';

const proposal: TakeUpProposal = { partnershipId: 'p', id: 'take-up', year: 2026, decisionId: 'd', sheets: [{ sheetId: 'sheet', version: 3 }], partyId: 'vlg', personId: 'proposer', state: 'WAITING' };
const kept = sheet({ id: 'sheet', version: 3 });
const coordinator = (personId: string, ...partyIds: string[]) => ({ personId, seats: partyIds.map((partyId) => ({ partyId, persona: 'COORDINATOR' })) });
const code = (answer: { readonly refused: boolean; readonly code?: string }): string | undefined => answer.code;

describe('a plan proposed from its paper', () => {
  it('is confirmed for another party, by another person, fiche by fiche as proposed', () => {
    expect(mayConfirmTakeUp(proposal, coordinator('other', 'tiznit'), [kept])).toEqual({ refused: false, value: 'tiznit' });
    expect(mayConfirmTakeUp(proposal, coordinator('other', 'vlg', 'tiznit'), [kept])).toEqual({ refused: false, value: 'tiznit' });
    expect(code(mayConfirmTakeUp(proposal, coordinator('other', 'vlg'), [kept]))).toBe('TAKE_UP_BY_OTHER');
    // She who coordinates both sides does not confirm herself.
    expect(code(mayConfirmTakeUp(proposal, coordinator('proposer', 'vlg', 'tiznit'), [kept]))).toBe('TAKE_UP_BY_OTHER');
    expect(code(mayConfirmTakeUp(proposal, hand('tiznit', 'TECHNICIAN'), [kept]))).toBe('PLAN_BY_COORDINATORS');
    expect(code(mayConfirmTakeUp(proposal, coordinator('other', 'tiznit'), [{ ...kept, version: 4 }]))).toBe('TAKE_UP_SHEET_CHANGED');
    expect(code(mayConfirmTakeUp({ ...proposal, state: 'WITHDRAWN' }, coordinator('other', 'tiznit'), [kept]))).toBe('TAKE_UP_SETTLED');
  });
});
