import { describe, expect, it } from '@jest/globals';
import { wordOf } from './source-words.ts';

const quote = 'avant le 31 décembre de l’année n-1';

describe('where a rule comes from', () => {
  it.each([
    [{ kind: 'PRODUCT_DEFAULT', reference: 'Art. 3, C5 Q8', quote }, { word: 'READING', article: 'Art. 3' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C5 Q8', quote }, { word: 'READING', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C5 Q8', quote: null }, { word: 'PRODUCT_DEFAULT', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C5 Q25', quote: null }, { word: 'FIXED', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C3', quote: null }, { word: 'PRODUCT_DEFAULT', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C3, S+8', quote: null }, { word: 'FIXED', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'C4', quote: null }, { word: 'FIXED', article: 'none' }],
    [{ kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, signature par code', quote: null }, { word: 'FIXED', article: 'none' }],
    [{ kind: 'ARTICLE', reference: 'Art. 3', quote }, { word: 'ARTICLE', article: 'Art. 3' }],
    [{ kind: 'RUMOUR', reference: 'Art. 3', quote }, null],
  ])('%j: %j', (source, said) => expect(wordOf(source)).toEqual(said));
});
