import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isolateLtr } from './isolate-ltr.js';

const isolated = (text: string): string[] => [...isolateLtr(text).matchAll(/\u2066(.*?)\u2069/gs)].map((match) => match[1] ?? '');

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const identifier = fc.tuple(digits(3), digits(9), digits(8), fc.stringMatching(/^[A-Z0-9]{1,8}$/), fc.constantFrom('DE', 'CC', 'AU')).map((parts) => parts.join('-'));
const phone = fc.tuple(fc.constantFrom('+33', '+212'), fc.array(digits(2), { minLength: 3, maxLength: 5 })).map(([country, rest]) => [country, ...rest].join(' '));
const decimal = fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.constantFrom(',', '.'), digits(1), fc.constantFrom('', '%', ' %', ' €')).map(([whole, mark, part, unit]) => `${whole}${mark}${part}${unit}`);
const date = fc.tuple(digits(2), digits(2), digits(4), fc.constantFrom('/', '-', '.')).map(([day, month, year, mark]) => [day, month, year].join(mark));
const hour = fc.tuple(digits(2), digits(2)).map((parts) => parts.join(':'));
const address = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{2,8}$/)).map(([name, city]) => `${name}.ri@${city}-la-ville.example`);
const link = fc.stringMatching(/^[a-z0-9]{4,12}$/).map((id) => `https://passerelle.example/pv/${id}?v=2#hash`);
const name = fc.constantFrom('Villeneuve-la-Garenne', 'Tiznit', 'L’Île-Saint-Denis', 'PV-2027-3', 'Art. 5', 'n° 12');
const leftToRight = fc.oneof(identifier, phone, decimal, date, hour, address, link, name);
const arabic = fc.constantFrom('محضر', 'الجلسة', 'رقم', '،', 'قرار؛', '(لجنة', 'القيادة)', '«برنامج»', 'و', 'المادة');

describe('isolateLtr', () => {
  it.each(['85,7', '85,7 %', '092-219200789-20221215-2022121514-DE', '+33 1 40 85 57 00', '09:30', '31/12/2026', 'jean@ville.fr', '-3,5', '1 234,50 €'])('keeps %s in one isolate', (text) => {
    expect(isolated(`بلغ ${text} في`)).toEqual([text]);
    expect(isolated(`(${text})`)).toEqual([text]);
  });

  it('keeps each run whole, wherever it stands between Arabic words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arabic, leftToRight), { minLength: 1, maxLength: 6 }), (pairs) => {
        expect(isolated(`${pairs.map(([word, run]) => `${word} ${run}`).join(' ')} محضر`)).toEqual(pairs.map(([, run]) => run));
      }),
    );
  });

  it('changes no visible character, closes what it opens, and twice is once', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(arabic, leftToRight, fc.string({ unit: 'grapheme' })), { maxLength: 8 }).map((parts) => parts.join(' ')), (text) => {
        const once = isolateLtr(text);
        expect(once.replace(/[\u2066\u2069]/g, '')).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
        expect(once.replace(/[^\u2066\u2069]/g, '')).toMatch(/^(?:\u2066\u2069)*$/);
        expect(isolateLtr(once)).toBe(once);
      }),
    );
  });

  it('reads a megabyte of half-open brackets in a moment', () => {
    const hostile = `محضر ${'a.'.repeat(20_000)} (${'b. '.repeat(200_000)}(`;
    const started = performance.now();
    expect(isolateLtr(hostile).length).toBeGreaterThan(hostile.length);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('keeps a bracket with the Latin words it explains, and « — » between two', () => {
    expect(isolated('المصدر: Paramètre (le texte est muet) في')).toEqual(['Paramètre (le texte est muet)']);
    expect(isolated('بيان SANS VALEUR — DEMO محضر')).toEqual(['SANS VALEUR — DEMO']);
    expect(isolated('9:30 (تيزنيت) ثم 10:30 (فيلنوف)')).toEqual(['9:30', '10:30']);
  });

  it('leaves Arabic alone and drops direction overrides', () => {
    for (const text of ['محضر اجتماع لجنة القيادة', 'شخصاً مُوَافَقَة']) expect(isolateLtr(text)).toBe(text);
    expect(isolated('في E\u0301cole')).toEqual(['E\u0301cole']);
    expect(isolateLtr('\u202eقرار\u202c')).toBe('قرار');
  });
});
