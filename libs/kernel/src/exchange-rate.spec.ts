import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convertMoney, parseRate, type ExchangeRate } from './exchange-rate.js';
import { currencies, money, type Currency } from './money.js';

/** ISO 4217, written again here: the oracle shares nothing with what it judges. */
const decimals: Readonly<Record<string, number>> = { EUR: 2, MAD: 2, DZD: 2, ILS: 2, USD: 2, CHF: 2, GBP: 2, TND: 3, JOD: 3, KWD: 3, XOF: 0, JPY: 0 };

/** A fraction of whole numbers in lowest terms. */
type Rational = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const rational = (numerator: bigint, denominator: bigint): Rational => {
  const common = gcd(numerator, denominator) || 1n;
  return [numerator / common, denominator / common];
};
const times = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * c, b * d);
const inverse = ([a, b]: Rational): Rational => [b, a];
const ofText = (text: string): Rational => {
  const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return rational(BigInt(text.replace('.', '')), BigInt(`1${'0'.repeat(places)}`));
};
/** What an amount is worth, exactly, in minor units of the other currency. */
function exactly(minor: bigint, { from, to, value }: ExchangeRate, straight: boolean): Rational {
  const [here, there] = straight ? [from, to] : [to, from];
  const units = ofText(`1${'0'.repeat(decimals[there]!)}`);
  const worth = times(rational(minor, BigInt(`1${'0'.repeat(decimals[here]!)}`)), straight ? ofText(value) : inverse(ofText(value)));
  return times(worth, units);
}
/** Among the whole numbers beside a fraction, the nearest; of two as near, the even one: found by measuring, not by halving a remainder. */
function nearestEven([n, d]: Rational): bigint {
  const around = [n / d, n / d + 1n];
  const far = around.map((whole) => (whole * d > n ? whole * d - n : n - whole * d));
  if (far[0] === far[1]) return around.find((whole) => whole % 2n === 0n)!;
  return far[0]! < far[1]! ? around[0]! : around[1]!;
}

const pair = fc.uniqueArray(fc.constantFrom<Currency>(...currencies), { minLength: 2, maxLength: 2 });
const value = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^\d{0,10}$/)).map(([whole, places]) => parseRate(places ? `${whole}.${places}` : `${whole}`)).filter((read) => !read.refused).map((read) => (read.refused ? '' : read.value));
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });

describe('an amount in another currency', () => {
  it('is the oracle’s to the last minor unit: fifteen figures, no decimals or three, either way', () => {
    fc.assert(
      fc.property(fc.tuple(pair, fc.boolean()), value, amount, ([[from, to], straight], rate, minor) => {
        const dated = { from: from!, to: to!, value: rate };
        const [here, there] = straight ? [from!, to!] : [to!, from!];
        expect(convertMoney(money(minor, here), there, dated)).toEqual(money(nearestEven(exactly(minor, dated, straight)), there));
      }),
      { numRuns: 2_000 },
    );
  });

  it('rounds a half to the even unit, and nothing twice (half up, a floor and a floating product would each fail here)', () => {
    const half = { from: 'EUR', to: 'XOF', value: '655.957' } as const;
    const xof = (minor: bigint, rate: string) => convertMoney(money(minor, 'EUR'), 'XOF', { ...half, value: rate }).amountMinor;
    expect([1n, 3n, 5n, 7n].map((cents) => xof(cents, '50'))).toEqual([0n, 2n, 2n, 4n]);
    expect(convertMoney(money(655_957n, 'XOF'), 'EUR', half)).toEqual(money(100_000n, 'EUR'));
    expect(convertMoney(money(1n, 'XOF'), 'TND', { from: 'TND', to: 'XOF', value: '195.5' })).toEqual(money(5n, 'TND'));
    expect(convertMoney(money(1_005n, 'EUR'), 'MAD', { from: 'EUR', to: 'MAD', value: '10.1' })).toEqual(money(10_150n, 'MAD'));
    expect(convertMoney(money(999_999_999_999_999n, 'EUR'), 'KWD', { from: 'EUR', to: 'KWD', value: '0.3333333333' }).amountMinor).toBe(3_333_333_332_999_997n);
  });

  it('in its own currency stays itself; between others than the rate’s it is a bug', () => {
    const rate = { from: 'EUR', to: 'MAD', value: '10.85' } as const;
    expect(convertMoney(money(7n, 'TND'), 'TND', rate)).toEqual(money(7n, 'TND'));
    expect(() => convertMoney(money(7n, 'TND'), 'EUR', rate)).toThrow(RangeError);
    expect(() => convertMoney(money(-1n, 'EUR'), 'MAD', rate)).toThrow(RangeError);
  });
});

describe('a rate', () => {
  it.each([['10,8534', '10.8534'], ['010.8500', '10.85'], ['١٠٫٨٥', '10.85'], ['0,0921', '0.0921'], ['655.957', '655.957'], [' 7 ', '7'], ['0.0000000001', '0.0000000001']])('is read from %j', (typed, read) => {
    expect(parseRate(typed)).toEqual({ refused: false, value: read });
  });

  it.each(['', '0', '0,000', '-1', '1.', ',5', '1e3', '1 000', '1.2.3', 'dix', '∞', '1234567890', '1.12345678901'])('is refused from %j instead of guessed', (typed) => {
    expect(parseRate(typed)).toMatchObject({ refused: true, code: 'NOT_A_RATE' });
  });
});
