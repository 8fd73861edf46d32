import { describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readRichText } from '#kernel';
import { RichText } from './rich-text.tsx';
import { payloads } from '../../../../test/hostile/payloads.js';

const tags = (html: string): string[] => [...new Set([...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name = '']) => name.toLowerCase()))].sort();
const markup = (words: string): string => {
  const run = { type: 'text', text: words, marks: [{ type: 'bold' }, { type: 'italic' }] };
  const read = readRichText({ type: 'doc', content: [{ type: 'paragraph', content: [run] }, { type: 'heading', content: [run] }, { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [run] }] }] }] });
  if (read.refused) throw new Error(read.code);
  return renderToStaticMarkup(createElement(RichText, { text: read.value }));
};

describe('a written text on a page', () => {
  it('is made of our own elements alone, whatever its words are', () => {
    for (const payload of payloads) expect(tags(markup(payload))).toEqual(['em', 'h2', 'li', 'p', 'strong', 'ul']);
  });

  it.each([
    ['writes words as markup', (words: string) => `<p>${words}</p>`],
    ['takes out scripts alone', (words: string) => `<p>${words.replace(/<\/?script>/g, '')}</p>`],
    ['escapes half of it', (words: string) => `<p title="x">${words.replace('<', '&lt;')}</p>`],
  ])('a page that %s is found out', (_how, careless) => {
    expect(payloads.some((payload) => tags(careless(payload)).length > 1)).toBe(true);
  });
});
