import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { containerOf, fileKinds, fileNameAs, kindOfName, longestFileName } from './file-kind.js';

describe('the name of a file', () => {
  it.each([
    ['Délibération n° 12.pdf', 'Délibération n° 12.pdf'],
    ['De\u0301libe\u0301ration.PDF', 'Délibération.pdf'],
    ['../../etc/passwd.pdf', 'etc-passwd.pdf'],
    ['C:\\Users\\maire\\budget.pdf', 'C-Users-maire-budget.pdf'],
    ['facture\u202efdp.exe.pdf', 'facturefdp.exe.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie- x=1.pdf'.replace('aSet', 'a-Set')],
    ['.pdf', 'document.pdf'],
    ['con.pdf', '_con.pdf'],
    ['محضر الاجتماع.pdf', 'محضر الاجتماع.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileNameAs('pdf', given)).toBe(kept);
  });

  it('whatever is given: at most 120 characters, NFC, one safe line, ending in its kind', () => {
    const nasty = fc.constantFrom('\0', '\r\n', '\u202e', '\u2066', '/', '\\', '..', '"', ';', '%00', 'é', 'e\u0301', '\ud800', '😀', 'محضر', '\u{e0041}', '.pdf', '.exe', ' ');
    fc.assert(
      fc.property(fc.constantFrom(...fileKinds), fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 12 }), (kind, parts) => {
        const name = fileNameAs(kind, parts.join(''));
        expect([...name].length).toBeLessThanOrEqual(longestFileName);
        expect(name.isWellFormed()).toBe(true);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/u);
        expect(kindOfName(name)).toBe(kind);
        expect(name.startsWith('.')).toBe(false);
        expect(fileNameAs(kind, name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the kind of a file', () => {
  it('announced by its name is what stands after the last dot', () => {
    expect(['a.pdf', 'A.JPG', 'a.jpeg', 'plan.csv', 'a.pdf.exe', 'a.docm', 'a.svg', 'a.html', 'a', 'a.', '.txt'].map(kindOfName)).toEqual([
      'pdf', 'jpeg', 'jpeg', 'csv', null, null, null, null, null, null, 'txt',
    ]);
  });

  it('is read from its first bytes, at the very first place', () => {
    const of = (text: string): string => containerOf(Buffer.from(text, 'latin1'));
    expect([of('%PDF-1.7\n'), of(' %PDF-1.7'), of('PK\x03\x04'), of('\x89PNG\r\n\x1a\n'), of('\xff\xd8\xff\xe0'), of('GIF89a'), of('<svg'), of('')]).toEqual([
      'pdf', 'other', 'zip', 'png', 'jpeg', 'other', 'other', 'other',
    ]);
  });
});
