import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalOf, minorOf, moneyInWords } from './money.ts';

describe('an amount', () => {
  it('written then read is the same, at any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.constantFrom('EUR', 'MAD', 'JPY', 'TND'), (minor, currency) => {
        expect(minorOf(decimalOf(String(minor), currency), currency)).toBe(String(minor));
      }),
    );
  });

  it.each([
    ['24 000,50', '2400050'],
    ['24\u202f000.5', '2400050'],
    ['24000', '2400000'],
    ['0', '0'],
    ['26400000', '2640000000'],
  ])('« %s » is %s cents', (typed, minor) => {
    expect(minorOf(typed, 'EUR')).toBe(minor);
  });

  it.each(['vingt', '24,000,50', '1,234', '', '12 €', '1e3'])('« %s » is not read, rather than guessed', (typed) => {
    expect(minorOf(typed, 'EUR')).toBeUndefined();
  });

  it('is said in the language of the page', () => {
    expect(moneyInWords('fr', { amountMinor: '2400050', currency: 'EUR' })).toMatch(/^24\s000,50\s€$/u);
    expect(moneyInWords('fr', { amountMinor: '2400000', currency: 'EUR' })).toMatch(/^24\s000\s€$/u);
  });
});
