import type { Language } from '#kernel';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', ar: 'ar-MA', zgh: 'fr-FR', en: 'fr-FR' };

/** Digits after the point of a currency (ISO 4217), as every browser knows them: 2 for EUR and MAD. */
const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as a decimal text: 2400050 EUR → « 24000.50 ». Exact at any size: no number takes part. */
export function decimalOf(amountMinor: string, currency: string): string {
  const digits = digitsOf(currency);
  const sign = amountMinor.startsWith('-') ? '-' : '';
  const figures = amountMinor.replace('-', '').padStart(digits + 1, '0');
  return sign + (digits ? `${figures.slice(0, -digits)}.${figures.slice(-digits)}` : figures);
}

/** « 24 000,50 € »; whole amounts without decimals. */
export function moneyInWords(language: Language, { amountMinor, currency }: { amountMinor: string; currency: string }): string {
  const decimal = decimalOf(amountMinor, currency);
  const whole = /\.0*$/.test(decimal);
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency, ...(whole ? { maximumFractionDigits: 0 } : {}) });
  return format.format(decimal as unknown as number);
}

/**
 * What a person typed, in minor units: « 24 000,50 » → 2400050. A comma or a point marks the cents, spaces group.
 * `undefined` when it cannot be read as an amount.
 */
export function minorOf(typed: string, currency: string): string | undefined {
  const digits = digitsOf(currency);
  const match = /^(-?\d+)(?:[.,](\d+))?$/.exec(typed.replace(/[\s\u00a0\u202f\u2009'’]/g, ''));
  const [, whole = '', cents = ''] = match ?? [];
  if (!match || cents.length > digits) return undefined;
  return String(BigInt(whole + cents.padEnd(digits, '0')));
}
