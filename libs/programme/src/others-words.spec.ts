import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { borrowedWords, namesAnArticle, quotes, standsInConvention } from './others-words.contract.js';

/** What shows a convention on purpose: tests, samples of a mail or of a document, the ui kit, the demo. */
const showcases = /\.(spec|contract|e2e)\.tsx?$|\.samples?\.ts$|\/samples?(\.ts|\/)|\/ui-kit\/|\/migrations\/|\/e2e\//;

const sources = ['libs', 'apps']
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name)))
  .filter((path) => /\.tsx?$/.test(path) && path.includes('/src/') && !path.includes('node_modules') && !path.includes('/dist/') && !showcases.test(path));

const isNamed = (node: ts.Node, name: string): boolean => ts.isPropertyAssignment(node) && node.name.getText() === name;

/** What a source file would put in front of any partnership though it is one convention's: its words, its articles, a source of kind ARTICLE. */
function faultsIn(path: string, text: string): string[] {
  const faults: string[] = [];
  const look = (node: ts.Node): void => {
    // A description in the schema says where an idea comes from, to whoever writes a program: no partner reads it.
    if (isNamed(node, 'description')) return;
    if (isNamed(node, 'kind') && (node as ts.PropertyAssignment).initializer.getText() === "'ARTICLE'") faults.push(`${path}: a constant article`);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      for (const words of borrowedWords(node.text)) faults.push(`${path}: ${words}`);
      if (/^Art\. ?\d|^Annexe [IVX]/.test(node.text)) faults.push(`${path}: ${node.text}`);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return faults;
}

describe('one convention’s words are in no source file', () => {
  it('whose rules quote what the text really says', () => {
    expect(quotes.length).toBeGreaterThan(10);
    expect(quotes.filter((quote) => !standsInConvention(quote))).toEqual([]);
  });

  it('neither its words, nor its articles', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap((path) => faultsIn(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['a quote', "export const jointly = { quote: 'élaboré et validé de façon concertée et conjointe entre les deux parties' };"],
    ['a constant article', "export const source = { kind: 'ARTICLE', reference: x };"],
    ['a reference', "export const calendar = from('Art. 4-1', words);"],
    ['a sentence of an annex inside a longer one', 'export const why = `Parce que ${who}, dès la conception du projet, doivent être mis en place des outils : voilà.`;'],
    ['a short quote', "export const rule = 'Selon le texte, le comité prend ses décisions à l’unanimité.';"],
  ])('planted: %s is found', (_what, text) => {
    expect(faultsIn('planted.ts', text)).not.toEqual([]);
  });

  it('everybody’s French and the law are not taken for its words', () => {
    for (const text of ["say('Le plan 2027 est à valider par le comité de pilotage.');", "law('L. 1115-1 CGCT');", '// « de façon concertée et conjointe entre les deux parties » (Art. 4-1)']) expect(faultsIn('own.ts', text)).toEqual([]);
    expect([namesAnArticle('Convention, Art. 4-1'), namesAnArticle('المادة 8'), namesAnArticle('Réglage par défaut, C5 Q8')]).toEqual([true, true, false]);
  });
});
