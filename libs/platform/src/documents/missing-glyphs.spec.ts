import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { missingGlyphs, missingGlyphsIn } from './missing-glyphs.js';
import { TypstPress } from './typst-press.js';

const press = new TypstPress();
afterAll(() => press.close());
/** The engine's own judgement: the text stands in the template, which the press does not read beforehand. */
const engineDraws = async (text: string): Promise<boolean> => {
  const escaped = [...text].map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
  const answer = await press.render({ template: `#set document(title: "x")\n#"${escaped}"`, data: {}, date: '2026-01-01', standard: 'a-3a' });
  return !answer.refused;
};

describe('missingGlyphs', () => {
  it('accepts the languages of the partnership and their signs', () => {
    expect(missingGlyphs('Œuvre n° 3 : « l’été », 1 234,50 € – ½ … ✓'.replace('✓', ''))).toEqual([]);
    expect(missingGlyphs('محضر اجتماع لجنة القيادة، 31 دجنبر 2026؛ مُوَافَقَة ـ ٪')).toEqual([]);
    expect(missingGlyphs('ⴰⴽⵡⴰⵙ 31 ⴷⵓⵊⴰⵏⴱⵉⵔ')).toEqual([]);
    expect(missingGlyphs('ligne\nsuivante\tet \u2067isolat\u2069')).toEqual([]);
  });

  it('names each missing character once, whole', () => {
    expect(missingGlyphs('a👨‍👩‍👧b🇲🇦 漢漢')).toEqual(['👨‍👩‍👧', '🇲🇦', '漢']);
    expect(missingGlyphs('\u0007')).toEqual(['\u0007']);
    expect(missingGlyphs('\ud800')).toEqual(['\ud800']);
    expect(missingGlyphsIn({ fr: ['a', { text: '🙂' }], ar: '🙂漢' })).toEqual(['🙂', '漢']);
  });

  it('refuses U+0000, which the fonts draw and the engine does not', async () => {
    expect(missingGlyphs('a\u0000b')).toEqual(['\u0000']);
    expect(await engineDraws('\u0000')).toBe(false);
  });

  it('agrees with the engine on every block of Unicode', async () => {
    const sample = fc.sample(fc.integer({ min: 0x20, max: 0x1ffff }).filter((code) => code < 0xd800 || code > 0xdfff), { numRuns: 2_000, seed: 20_261_114 });
    const [drawn, missing]: [string[], string[]] = [[], []];
    for (const code of sample.concat(Array.from({ length: 0x180 }, (_, index) => 0x20 + index), Array.from({ length: 0x100 }, (_, index) => 0x600 + index))) {
      const character = String.fromCodePoint(code);
      (missingGlyphs(character).length === 0 ? drawn : missing).push(character);
    }
    expect(drawn.length).toBeGreaterThan(300);
    const wronglyAccepted: string[] = [];
    for (const character of drawn) if (!(await engineDraws(character))) wronglyAccepted.push((character.codePointAt(0) ?? 0).toString(16));
    expect(wronglyAccepted).toEqual([]);
    for (const character of missing.slice(0, 40)) expect([character, await engineDraws(character)]).toEqual([character, false]);
  }, 60_000);
});
