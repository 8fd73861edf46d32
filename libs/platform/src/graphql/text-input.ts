import { accepted, plainText, refused, type Answer } from '#kernel';

/** Characters that one text may have at the door; each room's own bound is narrower. */
export const longestText = 100_000;

const tooLong = (length: number): Answer<never> => refused('TEXT_TOO_LONG', { length, maximum: longestText });

class TooLong extends Error {
  constructor(readonly length: number) {
    super('a text is too long');
  }
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') {
    // Measured before it is read through: a megabyte is not normalised to be refused.
    if (value.length > longestText) throw new TooLong(value.length);
    return plainText(value);
  }
  if (Array.isArray(value)) return value.map(cleaned);
  // What a scalar made of a text (a date, a number) is no text any more.
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== null && prototype !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, cleaned(one)]));
}

/**
 * The arguments of an operation with every text in them as it may be kept: NFC, without controls, reordering marks or invisible tags
 * (threats X and Y), whichever room reads it next. Refused with TEXT_TOO_LONG.
 */
export function readTexts<Args extends object>(args: Args): Answer<Args> {
  try {
    return accepted(cleaned({ ...args }) as Args);
  } catch (error) {
    if (error instanceof TooLong) return tooLong(error.length);
    throw error;
  }
}
