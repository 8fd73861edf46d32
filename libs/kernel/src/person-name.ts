import { accepted, refused, type Answer, type RuleSource } from './answer.js';

/** Our own default, after UTS 39 (Unicode security mechanisms) and the house's threat model. */
const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'UTS 39' };
const longest = 100;

/** Letters in which people and offices of the partners write themselves. Presentation forms, mathematical letters and full-width ones are none of them. */
const alphabets: readonly RegExp[] = [
  // French, transcribed Arabic, Tamazight in Latin letters, and the neighbours' names: Latin-1, Extended-A, a few of -B, Extended Additional.
  /^[A-Za-zÀ-ÖØ-öø-ķĹ-ňŊ-žƏƐƔǍ-ǔǦǧȘ-țəɛɣḀ-ẙẞ-ỹ]+$/u,
  // Arabic, with the letters of Maghreb names and the vowel signs.
  /^[\u0621-\u063a\u0641-\u0652\u0670\u067e\u0686\u0698\u06a4\u06a5\u06a8\u06a9\u06ad\u06af\u06cc]+$/u,
  // Tifinagh, with the sign of labialisation.
  /^[\u2d30-\u2d67\u2d6f]+$/u,
];
/** What may stand between letters of a word: apostrophe, hyphen, point, middle point. */
const joints = /['’.·-]+/u;
const firstLetter = /^\p{L}/u;
const tatweel = '\u0640';

/** Typed by a keyboard or pasted from a text, and meant as these: no-break spaces, the hyphens U+2010 and U+2011, the letter apostrophe. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u202f\u2009]/gu, ' '],
  [/[\u2010\u2011]/gu, '-'],
  [/\u02bc/gu, '’'],
  [/ +/gu, ' '],
];

const isOneAlphabet = (word: string): boolean => {
  const letters = word.split(joints).join('');
  return firstLetter.test(word) && alphabets.some((alphabet) => alphabet.test(letters));
};

/**
 * A person's name, as it will be kept: NFC, one space between words. Letters of French, Arabic and
 * Tifinagh only, one alphabet per word; no sign that is unseen or that reorders the line (bidi controls, zero width).
 * @returns refused `NAME_BLANK`, `NAME_TOO_LONG` or `NAME_LETTERS` (argument `word`, reduced to what can be shown)
 */
export function parsePersonName(text: string): Answer<string> {
  const name = typed.reduce((kept, [sign, meant]) => kept.replace(sign, meant), text.normalize('NFC')).trim();
  if (name === '') return refused('NAME_BLANK', {}, source);
  if ([...name].length > longest) return refused('NAME_TOO_LONG', { maximum: longest }, source);
  const strange = name.split(' ').find((word) => word.includes(tatweel) || !isOneAlphabet(word));
  if (strange !== undefined) return refused('NAME_LETTERS', { word: strange.replace(/[^\p{L}\p{N}\p{P}]/gu, '') || '?' }, source);
  return accepted(name);
}

/** UTS 39 (confusables 15), reduced to our alphabets, after decomposition: signs taken for one another share one. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ['’', "'"], ['I', 'l'], ['ا', 'l'], ['ⵏ', 'l'], ['ⵔ', 'O'], ['ⵕ', 'Q'], ['ⴹ', 'E'], ['ⴸ', 'V'], ['ⵝ', 'X'], ['ⵁ', 'Ø'], ['ⵈ', '···'],
  ['ı', 'i'], ['ه', 'o'], ['ɣ', 'y'], ['Ð', 'Đ'], ['ð', 'đ'], ['ک', 'ك'], ['ي', 'ى'], ['ی', 'ى'], ['ڨ', 'ڤ'], ['پ', 'ث'],
  ['æ', 'ae'], ['Æ', 'AE'], ['œ', 'oe'], ['Œ', 'OE'], ['m', 'rn'], ['\u030c', '\u0306'], ['\u0327', '\u0326'],
]);
/** Hamza over or under a letter and vowel signs: written or not, the name is the same. */
const arabicSigns = /[\u064b-\u0655\u0670]/gu;

const looks = (name: string): string => [...name.normalize('NFD').replace(arabicSigns, '')].map((sign) => lookAlikes.get(sign) ?? sign).join('');
const fold = (name: string): string => name.toLowerCase().replace(/ß/gu, 'ss');

/**
 * Would a reader take one name for the other? The skeletons of UTS 39 are compared twice, since « AIi » passes for « Ali » and
 * « DIDIER » is « Didier »: letters as they look, and whatever their case.
 */
export function resemble(one: string, other: string): boolean {
  return fold(looks(one)) === fold(looks(other)) || looks(fold(one)) === looks(fold(other));
}
