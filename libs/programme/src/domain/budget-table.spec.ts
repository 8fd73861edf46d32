import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convertMoney, decimalsIn, money, type CivilDate, type Currency } from '#kernel';
import { mostMinor } from './budget.js';
import { budgetTable, type BudgetTable, type BudgetWorld } from './budget-table.js';
import { codeOf, hand, nobody } from './given.contract.js';
import { latestRates, mayWithdrawRate, recordRate, withdrawRate, type KeptRate, type RateCommand } from './rate.js';
import type { BudgetLine } from './sheet.js';

function rate(pair: `${Currency}/${Currency}`, value: string, day = '2026-11-20'): KeptRate {
  const [from, to] = pair.split('/') as [Currency, Currency];
  return { id: `${pair} ${day}`, from, to, value, day: day as CivilDate, source: 'Banque centrale' };
}
const rates = [rate('EUR/MAD', '10.8534'), rate('TND/EUR', '0.2963'), rate('EUR/XOF', '655.957'), rate('MAD/TND', '0.3109'), rate('MAD/XOF', '60.43')];
const parties: BudgetWorld['parties'] = [{ id: 'vlg', shortName: 'Villeneuve', currency: 'EUR' }, { id: 'tiznit', shortName: 'Tiznit', currency: 'MAD' }];
const world: BudgetWorld = { parties, rates };
const line = (over: Partial<BudgetLine> = {}): BudgetLine => ({ label: 'x', partyId: 'vlg', funder: null, kind: 'CASH', amountMinor: '100', currency: 'EUR', ...over });

const lines = fc.array(
  fc.record({
    label: fc.constant('x'),
    payer: fc.constantFrom('vlg', 'tiznit', 'Région', 'Fonds', null),
    kind: fc.constantFrom<BudgetLine['kind']>('CASH', 'IN_KIND'),
    amountMinor: fc.bigInt({ min: 0n, max: mostMinor / 1_000n }).map(String),
    currency: fc.constantFrom<Currency>('EUR', 'MAD', 'TND', 'XOF'),
  }).map(({ payer, ...one }): BudgetLine => ({ ...one, partyId: payer === 'vlg' || payer === 'tiznit' ? payer : null, funder: payer === 'Région' || payer === 'Fonds' ? payer : null })),
  { maxLength: 40 },
);
/** Converted, or exact where every line already is in that currency. */
const totalIn = ({ conversions, whole }: BudgetTable, currency: Currency): bigint => (conversions.find((one) => one.currency === currency)?.total ?? whole.totals.find((one) => one.currency === currency))?.amountMinor ?? 0n;
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n);

describe('who pays how much', () => {
  it('adds up to the minor unit whichever way it is cut: parties and funders, cash and in kind, each currency and each conversion', () => {
    fc.assert(fc.property(lines, (some) => {
      const { rows, whole, conversions } = budgetTable(some, world);
      for (const [place, { currency, total, cash, inKind }] of conversions.entries()) {
        expect(sum(rows.map(({ converted }) => converted[place]!.amountMinor))).toBe(total!.amountMinor);
        expect(cash!.amountMinor + inKind!.amountMinor).toBe(total!.amountMinor);
        expect(whole.converted[place]).toEqual(money(total!.amountMinor, currency));
      }
      for (const { currency, amountMinor } of whole.totals) {
        const of = (pick: 'totals' | 'cash' | 'inKind') => sum(rows.map((row) => row[pick].find((one) => one.currency === currency)?.amountMinor ?? 0n));
        expect([of('totals'), of('cash') + of('inKind')]).toEqual([amountMinor, amountMinor]);
      }
    }));
  });

  it('says the same in any order, and its parts say the whole: fiche by fiche or all at once (a rounding of the sum would fail)', () => {
    fc.assert(fc.property(lines, fc.nat(40), (some, at) => {
      const told = budgetTable(some, world);
      expect(budgetTable(some.toReversed(), world)).toEqual(told);
      const halves = [some.slice(0, at), some.slice(at)].map((part) => budgetTable(part, world));
      for (const currency of ['EUR', 'MAD'] as const) {
        expect(sum(halves.map((half) => totalIn(half, currency)))).toBe(totalIn(told, currency));
      }
    }));
  });

  it('stands within half a unit a line of the exact sum, by an oracle of fractions', () => {
    fc.assert(fc.property(lines, (some) => {
      const { conversions } = budgetTable(some, world);
      for (const { currency, total } of conversions) {
        // Over one denominator that every rate divides: the exact sum, in billionths of billionths of a minor unit, cut once.
        const scale = 10n ** 18n;
        const exact = sum(some.map((one) => {
          const found = one.currency === currency ? null : rates.find(({ from, to }) => [from, to].includes(one.currency) && [from, to].includes(currency))!;
          if (!found) return BigInt(one.amountMinor) * scale;
          const [digits, places] = [BigInt(found.value.replace('.', '')), BigInt(10 ** (found.value.split('.')[1] ?? '').length)];
          const worth = found.from === one.currency ? (BigInt(one.amountMinor) * scale * digits) / places : (BigInt(one.amountMinor) * scale * places) / digits;
          return (worth * BigInt(10 ** decimalsIn(currency))) / BigInt(10 ** decimalsIn(one.currency));
        }));
        const off = total!.amountMinor * scale - exact;
        expect((off < 0n ? -off : off) * 2n <= (BigInt(some.length) + 1n) * scale).toBe(true);
      }
    }));
  });

  it('names parties in their order, then funders, then what nobody is named for', () => {
    const { rows } = budgetTable([line({ partyId: null }), line({ partyId: null, funder: 'Région' }), line({ partyId: 'tiznit', currency: 'MAD' }), line(), line({ partyId: null, funder: 'Agence' })], world);
    expect(rows.map(({ payer: { kind, name } }) => [kind, name])).toEqual([['PARTY', 'Villeneuve'], ['PARTY', 'Tiznit'], ['FUNDER', 'Agence'], ['FUNDER', 'Région'], ['UNSAID', '']]);
  });

  it('converts nothing without its rate, and nothing in part: it names the currency that waits', () => {
    const some = [line(), line({ currency: 'MAD', amountMinor: '1000' }), line({ currency: 'JPY', amountMinor: '7' })];
    const table = budgetTable(some, { parties, rates: [rate('EUR/MAD', '10.8534')] });
    expect(table.conversions.map(({ currency, total, missing }) => [currency, total, missing])).toEqual([['EUR', null, ['JPY']], ['MAD', null, ['JPY']]]);
    expect(table.whole).toMatchObject({ converted: [], totals: [money(100n, 'EUR'), money(7n, 'JPY'), money(1000n, 'MAD')] });
    // Planted: with its rates it is said; one currency for everybody asks for none.
    expect(budgetTable(some, { parties, rates: [...rates, rate('JPY/EUR', '0.0055'), rate('MAD/JPY', '16.7')] }).conversions.map(({ total }) => total?.amountMinor)).toEqual([100n + 92n + 4n, 1085n + 1000n + 42n]);
    expect(budgetTable([line()], { parties: [parties[0]!], rates: [] }).conversions).toEqual([]);
  });

  it('leaves unsaid what no 64 bits hold', () => {
    const { conversions } = budgetTable(Array.from({ length: 10 }, () => line({ amountMinor: mostMinor.toString() })), { parties, rates: [rate('EUR/MAD', '99999')] });
    expect(conversions.map(({ total, missing }) => [total?.amountMinor ?? null, missing])).toEqual([[null, []]]);
  });

  it('takes the latest rate of each pair, whichever way it is said', () => {
    const kept = latestRates([rate('EUR/MAD', '10', '2026-01-01'), rate('MAD/EUR', '0.1', '2026-03-01'), rate('EUR/MAD', '11', '2026-02-01')]);
    expect(kept.map(({ value }) => value)).toEqual(['0.1']);
    expect(convertMoney(money(1000n, 'EUR'), 'MAD', kept[0]!)).toEqual(money(10_000n, 'MAD'));
  });
});

describe('a rate written down', () => {
  const command = (over: Partial<RateCommand> = {}): RateCommand => ({
    id: 'rate', partnershipId: 'partnership', from: 'EUR', to: 'MAD', value: '10,8534', day: '2026-11-20' as CivilDate, source: 'Banque centrale', hand: hand('vlg', 'COORDINATOR'), at: new Date('2026-11-23T09:00:00Z'), today: '2026-11-23' as CivilDate, ...over,
  });

  it('is a coordination’s, of a day already come, between two currencies, with its source', () => {
    const code = (over: Partial<RateCommand>) => codeOf(recordRate(command(over)));
    expect(code({})).toBe('OK');
    expect(code({ day: '2026-11-23' as CivilDate })).toBe('OK');
    expect([code({ hand: hand('vlg') }), code({ hand: nobody })]).toEqual(['PLAN_BY_COORDINATORS', 'PLAN_BY_COORDINATORS']);
    expect([code({ to: 'EUR' }), code({ to: 'XXX' }), code({ from: '\ud800' }), code({ value: '0' }), code({ value: '-3' }), code({ day: '2026-11-24' as CivilDate })]).toEqual(['RATE_CURRENCIES_SAME', 'CURRENCY_UNKNOWN', 'CURRENCY_UNKNOWN', 'NOT_A_RATE', 'NOT_A_RATE', 'RATE_DAY_AHEAD']);
    expect([code({ source: ' ' }), code({ source: 'x'.repeat(201) })]).toEqual(['BLANK_TEXT', 'TEXT_TOO_LONG']);
    expect(recordRate(command())).toMatchObject({ value: { state: { value: '10.8534', partyId: 'vlg' }, facts: [{ kind: 'ExchangeRateRecorded', data: { code: 'EUR-MAD', day: '2026-11-20' } }] } });
  });

  it('is withdrawn once, by a coordination, and not once a plan is frozen with it', () => {
    const recorded = recordRate(command());
    if (recorded.refused) throw new Error(recorded.code);
    const { state } = recorded.value;
    const by = { hand: hand('tiznit', 'COORDINATOR'), at: new Date('2026-11-24T09:00:00Z') };
    expect([codeOf(mayWithdrawRate(state, hand('vlg'), null)), codeOf(withdrawRate(state, by, 2027)), codeOf(withdrawRate({ ...state, withdrawnAt: by.at }, by, null))]).toEqual(['PLAN_BY_COORDINATORS', 'RATE_USED_BY_PLAN', 'RATE_WITHDRAWN']);
    expect(withdrawRate(state, by, null)).toMatchObject({ refused: false, value: { state: { withdrawnBy: 'COORDINATOR-tiznit', withdrawnAt: by.at } } });
  });
});
