import { afterAll, describe, expect, it } from '@jest/globals';
import type { Json } from '#kernel';
import { say } from '#phrases';
import type { PressOrder } from './press.js';
import { qrSvg } from './qr.js';
import { sha256Hex } from './sha256.js';
import { TypstPress } from './typst-press.js';

const press = new TypstPress();
afterAll(() => press.close());

const template = '#set document(title: "Essai")\n#set text(lang: "fr")\n= Essai\n#json("/data.json").words';
const order = (data: Json, change: Partial<PressOrder> = {}): PressOrder => ({ template, data, date: '2026-11-14', standard: 'a-3a', ...change });
const printed = async (of: PressOrder, by = press): Promise<Uint8Array> => {
  const answer = await by.render(of);
  if (answer.refused) throw new Error(`${answer.code} ${JSON.stringify(answer.args)}`);
  return answer.value;
};

describe('the press', () => {
  it('prints PDF/A-3a with its attachment, the same bytes twice and from another thread', async () => {
    const facts = { name: 'faits.json', mimeType: 'application/json', description: 'Les faits', relationship: 'source', content: '{"a":1}' } as const;
    const once = await printed(order({ words: 'Procès-verbal' }, { attachments: [facts] }));
    const text = Buffer.from(once).toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</);
    expect(text).toMatch(/\/AFRelationship\s*\/Source/);
    const other = new TypstPress();
    expect(sha256Hex(await printed(order({ words: 'Procès-verbal' }, { attachments: [facts] })))).toBe(sha256Hex(once));
    expect(sha256Hex(await printed(order({ words: 'Procès-verbal' }, { attachments: [facts] }), other))).toBe(sha256Hex(once));
    expect(sha256Hex(await printed(order({ words: 'Procès-verbal' }, { attachments: [facts], date: '2026-11-15' })))).not.toBe(sha256Hex(once));
    await other.close();
  });

  it('takes texts as data, never as markup', async () => {
    const hostile = '#panic("x") $ @maire@ville.fr #read("/order.json") *a* = b <label> \\ "';
    await expect(printed(order({ words: hostile }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses a character that no font draws, and names it', async () => {
    expect(await press.render(order({ words: 'Bravo 👍🏽 et 漢 👍🏽' }))).toMatchObject({ refused: true, code: 'GLYPH_MISSING', args: { character: '👍🏽', count: 2 } });
    expect(await press.render(order({ words: 'a\u0007' }))).toMatchObject({ args: { character: 'U+0007', count: 1 } });
    const [one, many] = [say('fr', 'refusal.GLYPH_MISSING', { character: '🎉', count: 1 }), say('ar', 'refusal.GLYPH_MISSING', { character: '🎉', count: 3 })];
    expect(one).toBe('Ce caractère ne peut pas être imprimé dans un document officiel\u00a0: 🎉. Remplacez-le par des mots (caractères concernés dans ce texte\u00a0: 1).');
    expect(many).toMatch(/🎉.*3/u);
  });

  it('refuses it too when only the engine sees it (in the template)', async () => {
    expect(await press.render(order({ words: '' }, { template: `${template}\n#"\\u{1F600}"` }))).toMatchObject({ code: 'GLYPH_MISSING', args: { character: '😀' } });
  });

  it('refuses a document that would hold the press for minutes', async () => {
    expect(await press.render(order({ words: 'a'.repeat(1_048_577) }))).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
  });

  it('throws on a fault of the template, and prints the next order', async () => {
    await expect(press.render(order({ words: '' }, { template: '#oops' }))).rejects.toThrow('unknown variable: oops');
    await expect(press.render(order({ words: '' }, { template: '#read("../../etc/hostname")' }))).rejects.toThrow('outside of project root');
    await expect(press.render(order({ words: '' }, { date: '14/11/2026' }))).rejects.toThrow('not a civil date');
    await expect(printed(order({ words: 'suite' }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('says so where the engine has no binary for the platform', async () => {
    const without = new TypstPress('@myriaddreamin/typst-ts-node-compiler-not-built-for-this-platform');
    expect(await without.render(order({ words: '' }))).toMatchObject({ code: 'PRESS_MISSING', args: { platform: `${process.platform}-${process.arch}` } });
    await without.close();
  });

  it('draws a QR code with its alternative text, and the accessibility standard refuses it without', async () => {
    const pictures = { 'qr.svg': await qrSvg('https://passerelle.example/pv/1') };
    const page = (alt: string) => order({ words: '' }, { standard: 'ua-1', pictures, template: `${template}\n#image("/qr.svg"${alt})` });
    await expect(printed(page(', alt: "Adresse de vérification"'))).resolves.toBeInstanceOf(Uint8Array);
    await expect(press.render(page(''))).rejects.toThrow('missing alt text');
  });

  it('finishes every waiting order before it closes, and opens again', async () => {
    const other = new TypstPress();
    const waiting = Promise.all(['un', 'deux', 'trois', 'quatre'].map((words) => printed(order({ words }), other)));
    await other.close();
    expect(await waiting).toHaveLength(4);
    await expect(printed(order({ words: 'cinq' }), other)).resolves.toBeInstanceOf(Uint8Array);
    await other.close();
  });

  it('prints orders given together one after the other, each with its own text', async () => {
    const together = await Promise.all(['un', 'deux', 'trois'].map((words) => printed(order({ words }))));
    const apart = [];
    for (const words of ['un', 'deux', 'trois']) apart.push(await printed(order({ words })));
    expect(together.map(sha256Hex)).toEqual(apart.map(sha256Hex));
    expect(new Set(together.map(sha256Hex)).size).toBe(3);
  });

  it('keeps its memory over 60 documents of six pages', async () => {
    const long = (index: number) => order({ words: `Séance ${index}. ${`Le comité ${index} entend les deux parties. `.repeat(500)}` });
    for (let index = 0; index < 20; index += 1) await printed(long(index));
    const before = process.memoryUsage().rss;
    for (let index = 20; index < 80; index += 1) await printed(long(index));
    const grown = (process.memoryUsage().rss - before) / 1_048_576;
    expect(grown).toBeLessThan(60);
  }, 60_000);
});
