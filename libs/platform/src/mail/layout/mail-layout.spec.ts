import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailLayout, type MailDraft } from './mail-layout.js';
import { sampleLetters } from './sample-letters.contract.js';

const { fr, ar } = sampleLetters;
const tagsOf = (html: string): string[] => html.match(/<\/?[a-z!][^>]*>/gi) ?? [];
const textOf = (html: string): string =>
  html.replace(/<(style|title)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '').replaceAll('&#39;', "'").replaceAll('&#96;', '`').replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describe('a letter’s layout', () => {
  it('says the same in text and in HTML', () => {
    for (const draft of [fr, ar]) {
      const { text, html } = mailLayout(draft);
      const shown = textOf(html);
      for (const word of text.replace(/[\u2066-\u2069]/g, '').split(/\s+/).filter((one) => /\p{L}{2,}/u.test(one) && !one.startsWith('http'))) expect(shown).toContain(word);
      expect(html).toContain(`href="${draft.button!.url}"`);
      expect(text).toContain(draft.button!.url);
    }
  });

  it('carries direction and language on every block, and isolates ids and names', () => {
    const { html, text } = mailLayout(ar);
    expect(html).toContain('<html dir="rtl" lang="ar">');
    for (const tag of tagsOf(html).filter((one) => /^<(p|h1|ul|blockquote)\b/.test(one))) expect(tag).toMatch(/ dir="(rtl|ltr)"/);
    expect(html).toContain('<bdi dir="ltr" style="white-space:nowrap">PV-2026-3</bdi>');
    expect(html).toContain('<bdi>Villeneuve-la-Garenne</bdi>');
    expect(mailLayout({ ...ar, blocks: ar.blocks.filter(({ kind }) => kind !== 'quote') }).html).not.toContain('text-align:left');
    expect(text).toContain('\u2066PV-2026-3\u2069');
    expect(text).toContain('\u2068Villeneuve-la-Garenne\u2069');
  });

  it('cuts no number at its hyphen, and sets each value of a fact on its own line', () => {
    const { html, text } = mailLayout({ ...fr, blocks: [{ kind: 'heading', text: ['Le PV-2026-3 rectifie le PV-2025-1'] }, { kind: 'facts', rows: [{ label: 'Heure', values: [['14:00'], ['13:00']] }] }] });
    expect(html).toContain('Le <span style="white-space:nowrap">PV-2026-3</span> rectifie le <span style="white-space:nowrap">PV-2025-1</span></h1>');
    expect(html).toContain('14:00<br>13:00</td>');
    expect(text).toContain('Heure : 14:00 · 13:00');
  });

  it('lets no written text become markup, an attribute or a change of direction', () => {
    const plain = (html: string): string => html.replaceAll(/<span style="white-space:nowrap">([^<]*)<\/span>/g, '$1');
    const skeleton = (html: string): string => tagsOf(plain(html)).join('').replaceAll(' style="white-space:nowrap"', '');
    const expected = skeleton(mailLayout(written('x')).html);
    const isolates = mailLayout(isolatedOnly('x')).text.match(/\u2069/g)!.length;
    const nasty = fc.constantFrom('<script>', '</p>', '"', "'", '`', '&', '&lt;', '<!--', '-->', '\u202e', '\u2069', '{', '}', '</style>', '\ud800', 'onload=x', '<bdi>', '\0', 'ⵣ', 'ع');
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string()), { maxLength: 8 }), (parts) => {
        const { html, text } = mailLayout(written(parts.join('')));
        expect(skeleton(html)).toBe(expected);
        expect(html + text).not.toMatch(/[\u202a-\u202e]/);
        expect((html + text).isWellFormed()).toBe(true);
        expect(mailLayout(isolatedOnly(parts.join(''))).text.match(/\u2069/g)).toHaveLength(isolates);
      }),
      { numRuns: 2_000 },
    );
  });

  it('links only to plain http addresses', () => {
    for (const url of ['javascript:alert(1)', 'https://a.example/" onclick="x', 'data:text/html,x', 'https://a.example/ b', '//a.example', 'https://'])
      expect(() => mailLayout({ ...fr, button: { label: 'x', url } })).toThrow(/plain http/);
  });
});

/** A letter with the same written text at every place that takes one. */
function written(text: string): MailDraft {
  return {
    ...ar,
    title: text,
    preheader: text,
    blocks: [
      { kind: 'heading', text: [text, { id: text }, { name: text }] },
      { kind: 'paragraph', text: [text] },
      { kind: 'status', tone: 'DONE', text: [text] },
      { kind: 'facts', rows: [{ label: text, values: [[{ name: text }]] }] },
      { kind: 'list', items: [[text]] },
      { kind: 'quote', language: 'fr', direction: 'ltr', text, source: text },
      { kind: 'code', code: text },
    ],
    button: { label: text, url: 'https://passerelle.example/' },
    footer: { lines: [[text, { id: text }]], links: [{ label: text, url: 'https://passerelle.example/' }] },
  };
}

/** People's texts only where they are isolated. */
function isolatedOnly(text: string): MailDraft {
  return { ...fr, blocks: [{ kind: 'paragraph', text: ['de ', { id: text }, ' à ', { name: text }] }, { kind: 'quote', language: 'fr', direction: 'ltr', text, source: text }] };
}
