import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Answer } from '#kernel';
import { cutArticles, joinArticles, type ArticleWords } from './articles.js';

const cut = (text: string): ArticleWords[] => {
  const answer = cutArticles(text);
  if (answer.refused) throw new Error(answer.code);
  return answer.value;
};
const code = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'YES');
const convention = JSON.parse(readFileSync(new URL('../../../../fixtures/villeneuve-tiznit/convention.fr.json', import.meta.url), 'utf8')) as { articles: ArticleWords[] };

describe('a pasted text', () => {
  it('is cut at its headings, however they are written', () => {
    const text = 'PRÉAMBULE\nEntre les parties.\n\nArticle 1er – Objet\nCoopérer.\nARTICLE 2 : Durée\n\nTrois ans.\n\nArt. 3\nComité\n\nIl se réunit.\nArticle IV Litiges\nÀ l’amiable.\nAnnexe I – Budget\nNéant.';
    expect(cut(text)).toEqual([
      { number: 'Préambule', title: 'Préambule', text: 'Entre les parties.' },
      { number: 'Art. 1', title: 'Objet', text: 'Coopérer.' },
      { number: 'Art. 2', title: 'Durée', text: 'Trois ans.' },
      { number: 'Art. 3', title: 'Comité', text: 'Il se réunit.' },
      { number: 'Art. IV', title: 'Litiges', text: 'À l’amiable.' },
      { number: 'Annexe I', title: 'Budget', text: 'Néant.' },
    ]);
  });

  it('is cut in Arabic too', () => {
    expect(cut('المادة 1: الموضوع\nالتعاون.\nالمادة ٢\nالمدة ثلاث سنوات.\nالمادة الثالثة\nاللجنة.').map(({ number, title }) => [number, title])).toEqual([
      ['المادة 1', 'الموضوع'],
      ['المادة 2', 'المادة 2'],
      ['المادة 3', 'المادة 3'],
    ]);
  });

  it('leaves sentences that begin like a heading, and parts of an article, where they stand', () => {
    const [article, ...others] = cut('Article 4 – Plan\nArticle 4-1 Conception\nUn plan.\nArticle 5 du présent accord s’applique.\narticle 6 aussi.');
    expect(others).toEqual([]);
    expect(article?.text).toBe('Article 4-1 Conception\nUn plan.\nArticle 5 du présent accord s’applique.\narticle 6 aussi.');
  });

  it('keeps what stands before the first article, and a text without any', () => {
    expect(cut('CONVENTION\nentre A et B\n\nArticle 1 – Objet\nOui.').map(({ number }) => number)).toEqual(['En-tête', 'Art. 1']);
    expect(cut('Une lettre\nsans articles.')).toEqual([{ number: 'Texte', title: 'Texte', text: 'Une lettre\nsans articles.' }]);
    expect(cut('  \n\r\n ')).toEqual([]);
  });

  it('leaves out a table of contents, and refuses two articles of one number', () => {
    expect(cut('Article 1 – Objet\nArticle 2 – Durée\n\nArticle 1 – Objet\nCoopérer.\nArticle 2 – Durée\nTrois ans.').map(({ number, text }) => [number, text])).toEqual([['Art. 1', 'Coopérer.'], ['Art. 2', 'Trois ans.']]);
    expect(cutArticles('Article 1\nUn.\nArticle 1\nDeux.')).toMatchObject({ refused: true, code: 'ARTICLE_TWICE', args: { article: 'Art. 1' } });
    expect(code(cutArticles('x'.repeat(200_001)))).toBe('TEXT_TOO_LONG');
  });

  it('loses nothing: joined and cut again it is the same, word for word', () => {
    const texts = ['CONVENTION\n\nArticle 1\nUn titre\n\nDes mots.\n\n\n\nEncore.', 'Sans article', `Article 1 – ${'long '.repeat(60)}\nsuite`, 'Article 2\n\nCourt\n\nsuite', joinArticles(convention.articles)];
    for (const text of texts) expect(cut(joinArticles(cut(text)))).toEqual(cut(text));
    const words = (text: string): string[] => text.split(/\s+/u);
    expect(words(joinArticles(cut(texts[0]!))).filter((word) => !words(texts[0]!).includes(word))).toEqual(['–']);
    expect(cut(joinArticles(convention.articles)).map(({ number, title, text }) => ({ number, title, length: text.length }))).toEqual(
      convention.articles.map(({ number, title, text }) => ({ number, title, length: text.split('\n').map((line) => line.trim()).join('\n').replaceAll(/\n{3,}/gu, '\n\n').length })),
    );
  });
});
