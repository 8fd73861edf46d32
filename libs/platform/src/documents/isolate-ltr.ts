const LRI = '\u2066';
const PDI = '\u2069';
/** Embeddings, overrides and isolates written by hand: they could turn a sentence round, or hide one. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

const atom = String.raw`[\p{Script=Latin}\p{M}0-9²³]`;
const joint = String.raw`[,.;:/+\-–‑@_'’&=?#%~*·°|\\]{0,3}[ \u00a0\u202f]?[,.;:/+\-–‑@_'’&=?#%~*·°|\\]{0,3}`;
/**
 * A left-to-right run: Latin letters and European digits, with what joins them (85,7 · 09:30 · +33 1 40 … · a@b.fr · PV-2027-3),
 * a sign before it and a unit after it.
 */
const run = new RegExp(String.raw`(?:(?<![\p{L}\p{N}])[+\-#@])?${atom}(?:${joint}${atom})*(?:[ \u00a0\u202f]?[%‰€$°])?`, 'gu');

/** The text without hand-written direction controls. */
export const withoutDirectionControls = (text: string): string => text.replace(directionControls, '');

/**
 * Wraps every left-to-right run in U+2066 … U+2069. Without it the bidirectional algorithm (UAX #9), rightly but
 * unreadably, turns identifiers, phone numbers and dates of an Arabic line round. For right-to-left documents only.
 */
export const isolateLtr = (text: string): string => withoutDirectionControls(text).replace(run, `${LRI}$&${PDI}`);
