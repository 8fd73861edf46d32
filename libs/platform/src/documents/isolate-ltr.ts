const LRI = '\u2066';
const PDI = '\u2069';
/** Embeddings, overrides and isolates written by hand: they could turn a sentence round, or hide one. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

// Marks count only on a Latin letter: alone, an Arabic vowel sign would be torn from its letter.
const atom = String.raw`[\p{Script=Latin}0-9²³]\p{M}*`;
const sign = String.raw`[,.;:/+\-–—‑@_'’&=?#%~*·°|\\]{0,3}`;
const space = String.raw`[ \u00a0\u202f]`;
// Signs and spaces are disjoint, so a text can be read in one way only: no backtracking, however long it is.
const joint = `${sign}(?:${space}${sign}(?:${space}${sign})?)?`;
const words = `${atom}(?:${joint}${atom})*`;
/**
 * A left-to-right run: Latin letters and European digits, with what joins them (85,7 · 09:30 · +33 1 40 … · a@b.fr · PV-2027-3),
 * a bracket that follows (« Tiznit (Maroc) »), a sign before it and a unit after it.
 */
const run = new RegExp(String.raw`(?:(?<![\p{L}\p{N}])[+\-#@])?${words}(?: \(${words}\)(?:${joint}${words})?)*(?:${space}?[%‰€$°])?`, 'gu');

/** The text without hand-written direction controls. */
export const withoutDirectionControls = (text: string): string => text.replace(directionControls, '');

/**
 * Wraps every left-to-right run in U+2066 … U+2069. Without it the bidirectional algorithm (UAX #9), rightly but
 * unreadably, turns identifiers, phone numbers and dates of an Arabic line round. For right-to-left documents only.
 */
export const isolateLtr = (text: string): string => withoutDirectionControls(text).replace(run, `${LRI}$&${PDI}`);
