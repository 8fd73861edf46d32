import { accepted, refused, type Answer } from './answer.js';
import type { Language } from './language.js';

/** Decimals of each currency (ISO 4217). */
const decimalsOf = { EUR: 2, MAD: 2, XOF: 0, DZD: 2, ILS: 2, JOD: 3, TND: 3, USD: 2, CHF: 2, GBP: 2, KWD: 3, JPY: 0 } as const;

/** ISO 4217 codes of the countries met so far. */
export type Currency = keyof typeof decimalsOf;

export const currencies = Object.keys(decimalsOf) as readonly Currency[];

export const isCurrency = (value: unknown): value is Currency => typeof value === 'string' && Object.hasOwn(decimalsOf, value);

/** Digits after the mark: 2 for EUR and MAD, 3 for TND, none for XOF. */
export const decimalsIn = (currency: Currency): number => decimalsOf[currency];

/** An amount in the smallest unit of its currency: 1234,56 € is {123456n, EUR}. A bigint, since 26.4 million dirhams in centimes overflow GraphQL's Int. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

export const money = (amountMinor: bigint, currency: Currency): Money => ({ amountMinor, currency });

/** The total in that currency (zero for an empty list); refused with `CURRENCIES_DIFFER` when one amount has another: nothing is converted silently. */
export const sumOf = (currency: Currency, amounts: readonly Money[]): Answer<Money> => {
  const stranger = amounts.find((amount) => amount.currency !== currency);
  if (stranger) return refused('CURRENCIES_DIFFER', { expected: currency, found: stranger.currency });
  return accepted(money(amounts.reduce((total, { amountMinor }) => total + amountMinor, 0n), currency));
};

/** One total per currency, in the order in which currencies first appear. */
export const totalsOf = (amounts: readonly Money[]): readonly Money[] => {
  const totals = new Map<Currency, bigint>();
  for (const { amountMinor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + amountMinor);
  return [...totals].map(([currency, amountMinor]) => money(amountMinor, currency));
};

/** The exact decimal text, « -1234.56 »: for exports and spreadsheets, never through a floating number. */
export const decimalText = ({ amountMinor, currency }: Money): `${number}` => {
  const decimals = decimalsOf[currency];
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = `${amountMinor < 0n ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`;
  return text as `${number}`;
};

/** Amazigh in Morocco writes numbers as French does; ICU knows `zgh` on the server only, so its locale is not relied upon. */
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', ar: 'ar-MA', zgh: 'fr-FR', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

/** Kept once made: building a format costs a hundred times its use. */
const formatOf = (language: Language, currency: Currency): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locales[language], { style: 'currency', currency });
  formats.set(key, format);
  return format;
};

/** As people of that language write it: « 1 234,56 € ». Arabic text carries its own direction marks; inside another text isolate it (`<bdi>`). */
export const formatMoney = (amount: Money, language: Language): string =>
  formatOf(language, amount.currency).format(decimalText(amount));

/** Digits allowed before the decimal mark: a bigint column of SQL holds any such amount. */
const longestWhole = 15;

/** Arabic-Indic figures as the figures of every programme. */
export const latinDigits = (text: string): string => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

/**
 * Reads an amount a person typed: « 1 234,56 », « 1234.5 », « ١٢٣٤٫٥ ». Spaces separate groups, one mark separates decimals.
 * Refused with `NOT_AN_AMOUNT` when it is anything else, negative, longer than 15 digits, or has more decimals than the currency:
 * « 1.234 » euros is refused rather than guessed.
 */
export const parseMoney = (text: string, currency: Currency): Answer<Money> => {
  const decimals = decimalsOf[currency];
  const compact = latinDigits(text).trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const match = /^(\d+)(?:[.,\u066b](\d+))?$/.exec(compact);
  const [whole, fraction] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || whole.length > longestWhole || fraction.length > decimals) return refused('NOT_AN_AMOUNT', { text: text.slice(0, 40).toWellFormed(), currency });
  return accepted(money(BigInt(whole + fraction.padEnd(decimals, '0')), currency));
};
