import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencies, decimalText, formatMoney, isCurrency, money, parseMoney, sumOf, totalsOf, type Currency } from './money.js';
import { languages } from './language.js';

const currency = fc.constantFrom(...currencies);
const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const plainSpaces = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  it('is written as each language writes it', () => {
    expect(plainSpaces(formatMoney(money(123_456n, 'EUR'), 'fr'))).toBe('1 234,56 €');
    expect(plainSpaces(formatMoney(money(2_640_000_000n, 'MAD'), 'fr'))).toBe('26 400 000,00 MAD');
    expect(plainSpaces(formatMoney(money(-5n, 'EUR'), 'fr'))).toBe('-0,05 €');
    expect(plainSpaces(formatMoney(money(655_957n, 'XOF'), 'fr'))).toBe('655 957 F CFA');
    expect(plainSpaces(formatMoney(money(123_456n, 'EUR'), 'zgh'))).toBe('1 234,56 €');
    expect(formatMoney(money(123_456n, 'EUR'), 'en')).toBe('€1,234.56');
    const arabic = formatMoney(money(123_456n, 'MAD'), 'ar').replace(/[\u200e\u200f]/g, '');
    expect(plainSpaces(arabic)).toBe('1.234,56 د.م.');
  });

  it('knows the decimals of ISO 4217 as the machine’s ICU does', () => {
    for (const code of currencies) {
      const decimals = new Intl.NumberFormat('fr', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits;
      expect([code, (decimalText(money(1n, code)).split('.')[1] ?? '').length]).toEqual([code, decimals]);
    }
  });

  it('loses no digit in any language, however large', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), currency, fc.constantFrom(...languages), (minor, code, language) => {
      const shown = formatMoney(money(minor, code), language).replace(/\D/g, '');
      expect(BigInt(shown)).toBe(minor);
    }));
  });

  it('reads back what it wrote, and shifts the decimal mark by the currency only', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), currency, (minor, code) => {
      const text = decimalText(money(minor, code));
      expect(parseMoney(text, code)).toEqual({ refused: false, value: money(minor, code) });
      expect(parseMoney(text.replace('.', ','), code)).toEqual({ refused: false, value: money(minor, code) });
    }));
  });

  it.each<[string, Currency, bigint]>([
    ['1 234,56', 'EUR', 123_456n], ['1\u202f234\u00a0567,5', 'EUR', 123_456_750n], ['١٢٣٤٫٥', 'MAD', 123_450n], ['0', 'EUR', 0n], [' 12 ', 'XOF', 12n], ['1.234', 'JOD', 1_234n],
  ])('reads %j in %s', (text, code, minor) => {
    expect(parseMoney(text, code)).toEqual({ refused: false, value: money(minor, code) });
  });

  it.each<[string, Currency]>([
    ['', 'EUR'], ['-5', 'EUR'], ['1.234', 'EUR'], ['1,234.56', 'EUR'], ['12 34', 'EUR'], ['1e3', 'EUR'], ['12,', 'EUR'], [',5', 'EUR'], ['1,5', 'XOF'], ['dix', 'MAD'], ['1'.repeat(16), 'EUR'], ['∞', 'EUR'],
  ])('refuses %j in %s instead of guessing', (text, code) => {
    expect(parseMoney(text, code)).toMatchObject({ refused: true, code: 'NOT_AN_AMOUNT' });
  });

  it('adds exactly, in any order and any grouping', () => {
    fc.assert(fc.property(fc.array(amount), currency, (minors, code) => {
      const list = minors.map((minor) => money(minor, code));
      const total = sumOf(code, list);
      expect(total).toEqual({ refused: false, value: money(minors.reduce((a, b) => a + b, 0n), code) });
      expect(sumOf(code, [...list].reverse())).toEqual(total);
      expect(totalsOf(list)).toEqual(list.length ? [total.refused ? null : total.value] : []);
    }));
  });

  it('never adds dirhams to euros', () => {
    expect(sumOf('EUR', [money(1n, 'EUR'), money(1n, 'MAD')])).toMatchObject({ refused: true, code: 'CURRENCIES_DIFFER', args: { expected: 'EUR', found: 'MAD' } });
    expect(totalsOf([money(1n, 'EUR'), money(5n, 'MAD'), money(2n, 'EUR')])).toEqual([money(3n, 'EUR'), money(5n, 'MAD')]);
    expect(sumOf('EUR', [])).toEqual({ refused: false, value: money(0n, 'EUR') });
    expect([isCurrency('MAD'), isCurrency('mad'), isCurrency('toString'), isCurrency(null)]).toEqual([true, false, false, false]);
  });
});
