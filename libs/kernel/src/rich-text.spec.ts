import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainTextOf, readRichLink, readRichText, richTextLimits, type RichText } from './rich-text.js';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: unknown) => ({ type: 'link', attrs: { href, target: '_blank', onclick: 'alert(1)' } });
const codeOf = (given: unknown): string => {
  const read = readRichText(given);
  return read.refused ? read.code : 'ACCEPTED';
};
const treeOf = (given: unknown): RichText => {
  const read = readRichText(given);
  if (read.refused) throw new Error(read.code);
  return read.value;
};

describe('a written text', () => {
  it('keeps its form, and nothing an editor adds to it', () => {
    const given = doc(
      { type: 'heading', attrs: { level: 3, style: 'x' }, content: [text('Titre')] },
      paragraph(text('Voir ', { type: 'bold' }), text('le site', link('https://tiznit.example/a?b=1'), { type: 'italic' }), { type: 'hardBreak' }, text('عربي')),
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('un')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('deux'))] }] }] }] },
    );
    expect(treeOf(given)).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', level: 3, content: [{ type: 'text', text: 'Titre' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Voir ', bold: true }, { type: 'text', text: 'le site', link: 'https://tiznit.example/a?b=1', italic: true }, { type: 'hardBreak' }, { type: 'text', text: 'عربي' }] },
        { type: 'orderedList', items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'un' }] }, { type: 'bulletList', items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'deux' }] }]] }]] },
      ],
    });
    expect(plainTextOf(treeOf(given))).toBe('Titre\n\nVoir le site\nعربي\n\n1. un\n  • deux');
  });

  it.each([
    ['HTML', '<p>x</p>'], ['nothing', null], ['an array', []], ['an unknown block', doc({ type: 'html', content: [] })], ['a script', doc({ type: 'script', content: [text('alert(1)')] })],
    ['a text that is no text', doc(paragraph({ type: 'text', text: { toString: () => 'x' } }))], ['content that is no list', doc({ type: 'paragraph', content: { 0: text('x'), length: 1 } })],
    ['an unknown mark', doc(paragraph(text('x', { type: 'textStyle', attrs: { style: 'background:url(//evil.example)' } })))],
    ['a type of its prototype', Object.create({ type: 'doc', content: [] }) as object],
  ])('is refused when it is %s', (_name, given) => {
    expect(codeOf(given)).toBe('RICH_TEXT_SHAPE');
  });

  it.each([
    'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'http://plain.example/', '//evil.example', '/sheets', 'https:evil', 'https://user:pass@evil.example/',
    'blob:https://x/1', 'file:///etc/passwd', 'mailto:a@b.example%0d%0aBcc:x@evil.example', 'https://a.example/\u202efdp', `https://a.example/${'a'.repeat(2_100)}`, 42, null, undefined,
  ])('takes no link to %j', (href) => {
    const refusal = readRichLink(href);
    // « https:evil » is read by browsers as an address of the host « evil »: it is kept only in that written-out form.
    if (href === 'https:evil') expect(refusal).toMatchObject({ refused: false, value: 'https://evil/' });
    else expect([refusal.refused, codeOf(doc(paragraph(text('x', link(href)))))]).toEqual([true, 'RICH_TEXT_LINK']);
  });

  it('is bounded: n goes through, n + 1 does not', () => {
    const nested = (depth: number): object => (depth === 1 ? paragraph(text('x')) : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] });
    const { depth, characters, nodes } = richTextLimits;
    expect([codeOf(doc(nested(depth))), codeOf(doc(nested(depth + 1)))]).toEqual(['ACCEPTED', 'RICH_TEXT_TOO_DEEP']);
    expect([codeOf(doc(paragraph(text('x'.repeat(characters))))), codeOf(doc(paragraph(text('x'.repeat(characters)), text('y'))))]).toEqual(['ACCEPTED', 'RICH_TEXT_TOO_LARGE']);
    expect([codeOf(doc(...Array.from({ length: nodes }, () => paragraph()))), codeOf(doc(...Array.from({ length: nodes + 1 }, () => paragraph())))]).toEqual(['ACCEPTED', 'RICH_TEXT_TOO_LARGE']);
  });

  it('holds no key but ours, whatever was sent; read again, it is the same', () => {
    const leaf = fc.oneof(fc.string(), fc.constantFrom('doc', 'paragraph', 'text', 'link', 'heading', 'bulletList', 'listItem', '__proto__', '<img src=x onerror=alert(1)>', '\u202e', '\0'));
    const json = fc.letrec((tie) => ({
      node: fc.record(
        { type: fc.constantFrom('doc', 'paragraph', 'heading', 'bulletList', 'listItem', 'text', 'hardBreak', 'script'), content: fc.array(tie('node'), { maxLength: 3 }), text: leaf, marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'italic', 'link'), attrs: fc.dictionary(leaf, leaf) }), { maxLength: 2 }), attrs: fc.dictionary(leaf, leaf), ['__proto__']: leaf },
        { requiredKeys: ['type'] },
      ),
    })).node;
    const allowed = new Set(['type', 'content', 'level', 'items', 'text', 'bold', 'italic', 'link']);
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(json, { maxLength: 4 }), (content) => {
        const read = readRichText(doc(...content));
        if (read.refused) return;
        accepted += 1;
        JSON.stringify(read.value, (key, value: unknown) => {
          if (key !== '' && !/^\d+$/.test(key)) expect(allowed.has(key)).toBe(true);
          return value;
        });
        expect(plainTextOf(read.value)).not.toMatch(/[\u202e\0]/);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
