import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type Currency } from '#kernel';
import { budgetTotals, mostMinor, readBudget } from './budget.js';
import { draft, indicatorsOfLead } from './draft.js';
import { codeOf, hand, plan, sheet, world } from './given.contract.js';
import { frozenContent } from './plan.js';
import type { BudgetLine } from './sheet.js';
import { checkTargets, mostPeople, sumOfTargets } from './targets.js';
import { cleanText, readText } from './text.js';

const people = fc.integer({ min: 0, max: 1_000_000 });
const line = fc.record({ amountMinor: fc.bigInt({ min: 0n, max: mostMinor }), currency: fc.constantFrom<Currency>('EUR', 'MAD', 'XOF') });
const asLine = ({ amountMinor, currency }: { amountMinor: bigint; currency: Currency }): BudgetLine => ({ label: 'x', partyId: null, funder: null, kind: 'CASH', amountMinor: amountMinor.toString(), currency });

describe('targets', () => {
  it('accept exactly the total that is their sum (a sum that forgets the last target would fail)', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 12 }), fc.integer({ min: -3, max: 3 }), (counts, off) => {
        const targets = counts.map((count, index) => ({ partyId: `p${index}`, people: count }));
        const total = sumOfTargets(targets) + off;
        const code = codeOf(checkTargets({ label: 'x', targets, total }));
        const expected = total < 0 || total > mostPeople ? 'PEOPLE_OUT_OF_RANGE' : off === 0 ? 'OK' : 'TARGETS_DO_NOT_ADD_UP';
        return code === expected;
      }),
    );
  });

  it('may lack a total, may lack a split, and never count a territory twice', () => {
    expect(codeOf(checkTargets({ label: 'x', targets: [{ partyId: 'a', people: 5 }], total: null }))).toBe('OK');
    expect(codeOf(checkTargets({ label: 'x', targets: [], total: 12 }))).toBe('OK');
    expect(codeOf(checkTargets({ label: 'x', targets: [{ partyId: 'a', people: 5 }, { partyId: 'a', people: 5 }], total: 10 }))).toBe('TARGET_PARTY_TWICE');
    expect(codeOf(checkTargets({ label: 'x', targets: [{ partyId: 'a', people: -1 }], total: null }))).toBe('PEOPLE_OUT_OF_RANGE');
    expect(codeOf(checkTargets({ label: 'x', targets: [{ partyId: 'a', people: 1.5 }], total: null }))).toBe('PEOPLE_OUT_OF_RANGE');
  });

  it('come from the lead: 90 in Tiznit and 30 in Villeneuve-la-Garenne make 120 (4-22)', () => {
    expect(indicatorsOfLead(world.axes[0]?.leads[0] ?? null, 'Personnes')).toMatchObject([{ total: 120, targets: [{ partyId: 'tiznit', people: 90 }, { partyId: 'vlg', people: 30 }] }]);
    expect(indicatorsOfLead(null, 'Personnes')).toEqual([]);
  });
});

describe('budget', () => {
  it('totals to the last minor unit per currency, whatever the order (a floating sum would fail)', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const totals = budgetTotals([lines.map(asLine)]);
        const backwards = budgetTotals(lines.toReversed().map((one) => [asLine(one)]));
        for (const { currency, amountMinor } of totals) {
          const expected = lines.filter((one) => one.currency === currency).reduce((sum, one) => sum + one.amountMinor, 0n);
          if (amountMinor !== expected || backwards.find((other) => other.currency === currency)?.amountMinor !== expected) return false;
        }
        return totals.length === new Set(lines.map(({ currency }) => currency)).size;
      }),
    );
  });

  it('refuses below zero and beyond the bound, and accepts zero', () => {
    const typed = (amountMinor: bigint) => [{ label: 'x', partyId: null, funder: null, kind: 'CASH' as const, amountMinor, currency: 'EUR' }];
    expect(codeOf(readBudget(typed(-1n), []))).toBe('AMOUNT_OUT_OF_RANGE');
    expect(codeOf(readBudget(typed(mostMinor + 1n), []))).toBe('AMOUNT_OUT_OF_RANGE');
    expect(codeOf(readBudget(typed(0n), []))).toBe('OK');
  });
});

describe('texts', () => {
  it('are clean whatever is typed, and stay so (a forgotten control would be seen)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        const text = cleanText(raw);
        return text.isWellFormed() && !/[\u202a-\u202e\u2066-\u2069\u0000]/u.test(text) && cleanText(text) === text;
      }),
    );
  });

  it('leave nothing of what nobody would see, and compose letters that a control kept apart', () => {
    expect(cleanText(' \u200b\u2060 \u202e')).toBe('');
    expect(cleanText('e\u202e\u0301')).toBe('é');
  });

  it('are counted in characters, not in code units', () => {
    expect(codeOf(readText('title', '😀'.repeat(200), 200))).toBe('OK');
    expect(readText('title', '😀'.repeat(201), 200)).toMatchObject({ code: 'TEXT_TOO_LONG', args: { length: 201, maximum: 200 } });
  });
});

describe('the frozen content', () => {
  it('is one text for equal plans, and another as soon as one amount, date or target differs', () => {
    const textOf = (over: Parameters<typeof sheet>[0]) => canonicalJson(frozenContent({ plan: plan(), actions: [sheet(over)], validations: [] }, world, { parties: [], rates: [] }));
    expect(textOf({})).toBe(textOf({}));
    const changes: Parameters<typeof sheet>[0][] = [{ title: 'Autre' }, { endsOn: null }, { version: 4 }, { budget: [] }, { indicators: [] }, { transversalAnswers: { T1: 'Oui' } }, { outsideAxesReason: 'x' }];
    expect(new Set([textOf({}), ...changes.map(textOf)]).size).toBe(changes.length + 1);
  });
});

describe('draft', () => {
  it('gives the sheet to the author’s own party, and a title of at most 200 characters from a long lead', () => {
    const long = { ...world.axes[0]!, leads: [{ ...world.axes[0]!.leads[0]!, title: 'é'.repeat(300) }] };
    const command = { partnershipId: 'p', agreementId: 'a', id: 's', year: 2027, kind: 'PROJECT' as const, axisId: null, actionLeadId: 'lead', title: null, from: null, peopleLabel: 'Personnes' };
    expect(draft({ ...command, hand: hand('tiznit') }, { ...world, axes: [long] })).toMatchObject({ value: { authorPartyId: 'tiznit', axisId: 'I', title: 'é'.repeat(200) } });
    expect(codeOf(draft({ ...command, hand: hand('tiznit', 'ELECTED_MEMBER') }, { ...world, axes: [long] }))).toBe('NOT_ALLOWED');
  });
});
