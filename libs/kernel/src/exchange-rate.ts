import { accepted, refused, type Answer } from './answer.js';
import { decimalsIn, latinDigits, money, type Currency, type Money } from './money.js';

/** « 1 EUR = 10,8534 MAD »: one unit of `from` is worth `value` units of `to`. `value` is an exact decimal text, above zero. It serves both ways. */
export interface ExchangeRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly value: string;
}

/**
 * Reads a rate as a person types it: « 10,8534 », « 0.0921 », « ١٠٫٨٥ »; zeros that say nothing are left out.
 * Refused with `NOT_A_RATE` when it is anything else, zero, or longer than nine figures before the mark and ten after it.
 */
export function parseRate(text: string): Answer<string> {
  const match = /^(\d{1,9})(?:[.,\u066b](\d{1,10}))?$/.exec(latinDigits(text).trim());
  const whole = (match?.[1] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (!match || /^0*$/.test(whole + fraction)) return refused('NOT_A_RATE', { text: text.slice(0, 40).toWellFormed() });
  return accepted(fraction ? `${whole}.${fraction}` : whole);
}

/** The nearest whole number to a quotient of two numbers from zero; of two as near, the even one, so that many roundings lean to neither side. */
function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const [whole, twice] = [numerator / denominator, (numerator % denominator) * 2n];
  if (twice === denominator) return whole + (whole % 2n);
  return twice > denominator ? whole + 1n : whole;
}

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

/**
 * An amount in the other currency of a rate, rounded once, to the nearest minor unit (half to even); an amount in that currency already is itself.
 * @throws RangeError when the rate does not join the two currencies, or on a negative amount: a bug
 */
export function convertMoney(amount: Money, currency: Currency, { from, to, value }: ExchangeRate): Money {
  if (amount.currency === currency) return amount;
  const straight = amount.currency === from && currency === to;
  if ((!straight && (amount.currency !== to || currency !== from)) || amount.amountMinor < 0n) throw new RangeError(`no ${currency} from ${amount.currency} at ${from}/${to}`);
  const [whole = '', fraction = ''] = value.split('.');
  const rate = { digits: BigInt(whole + fraction), scale: powerOfTen(fraction.length) };
  const units = { there: powerOfTen(decimalsIn(currency)), here: powerOfTen(decimalsIn(amount.currency)) };
  const [times, by] = straight ? [rate.digits, rate.scale] : [rate.scale, rate.digits];
  return money(roundedQuotient(amount.amountMinor * times * units.there, by * units.here), currency);
}
