import { describe, expect, it } from '@jest/globals';
import { askedWords, extractOf, foldedText, writtenWords } from './search-words.js';

/** Does what was typed find this text? As the index answers: every asked word begins a form of a written one. */
const finds = (typed: string, text: string): boolean => {
  const forms = writtenWords(text).flatMap((word) => word.forms);
  return askedWords(typed).every((beginnings) => forms.some((form) => beginnings.some((beginning) => form.startsWith(beginning))));
};

describe('one spelling for many', () => {
  it.each([
    ['Évaluation', 'evaluation'],
    ['cœur', 'coeur'],
    ['ﬁche', 'fiche'],
    ['STRAẞE', 'strasse'],
    ['أإآٱا', 'ااااا'],
    ['مدينة على', 'مدينه علي'],
    ['مُحَمَّـــد', 'محمد'],
    ['٢٠٢٧ ۲۰۲۷', '2027 2027'],
  ])('%s', (text, folded) => expect(foldedText(text)).toBe(folded));
});

describe('inclusive writing (0-08, AT-27)', () => {
  it.each([
    ['refugie', 'Accueil des réfugié·e·s'],
    ['réfugiées', 'Accueil des réfugié·e·s'],
    ['refugies', 'réfugié•e•s'],
    ['habitantes', 'les habitant.e.s du quartier'],
    ['habitants', 'les habitant(e)s du quartier'],
    ['étudiantes', 'étudiant-e-s'],
    ['actrices', 'les acteur·rice·s'],
    ['premiere', 'premier·ère·s'],
    ['sportives', 'sportif·ve·s'],
    ['anciennes', 'ancien·ne·s'],
    ['réfugié·e·s', 'réfugiés'],
  ])('%s finds %s', (typed, text) => expect(finds(typed, text)).toBe(true));

  it('what is not an ending stays a word of its own', () => {
    expect(finds('suite', 'Fin du texte.Suite')).toBe(true);
    expect(writtenWords('texte.Suite')).toHaveLength(2);
    expect(writtenWords('arc-en-ciel').map(({ forms }) => forms[0])).toEqual(['arc', 'en', 'ciel']);
  });
});

describe('what is typed', () => {
  it.each([
    ['leau', 'l’eau potable', false],
    ['l’eau', 'une eau potable', true],
    ['eau', "L'EAU", true],
    ['form', 'formation des élus', true],
    ['ormation', 'formation', false],
    ['plan de la ville', 'plan, ville', true],
    ['plan mer', 'plan, ville', false],
    ['اللاجئين', 'استقبال لاجئين', true],
    ['لاجئين', 'استقبال اللاجئين', true],
    ['التعاون', 'والتعاون اللامركزي', true],
    ['2027', 'برنامج ٢٠٢٧', true],
    ['PV-2027-3', 'PV-2027-3', true],
  ])('%s in « %s »: %s', (typed, text, found) => expect(finds(typed, text)).toBe(found));

  it('is bounded, and nothing is nothing', () => {
    expect(askedWords('mot '.repeat(500)).length).toBe(8);
    expect(askedWords(`'":*&|!()<> \\`)).toEqual([]);
    expect(askedWords('de la')).toHaveLength(2);
    for (const form of writtenWords(`a'b"c:d\\e&f|g!h<->i\u0000j`).flatMap(({ forms }) => forms)) expect(form).toMatch(/^[\p{L}\p{N}]+$/u);
  });
});

describe('an extract', () => {
  it('shows the words as they were written', () => {
    expect(extractOf('Accueil des réfugié·e·s à Tiznit', askedWords('refugiees'))).toEqual([
      { text: 'Accueil des ', found: false },
      { text: 'réfugié·e·s', found: true },
      { text: ' à Tiznit', found: false },
    ]);
  });
  it('of a long text is cut around the first of them, and loses nothing in between', () => {
    const text = `${'avant '.repeat(200)}réfugié·e·s ${'après '.repeat(200)}`.trim();
    const parts = extractOf(text, askedWords('refugie'));
    expect(parts.filter(({ found }) => found)).toEqual([{ text: 'réfugié·e·s', found: true }]);
    const whole = parts.map((part) => part.text).join('');
    expect(whole.length).toBeLessThan(240);
    expect(text).toContain(whole.replace(/^… | …$/g, ''));
  });
  it('of an empty text is empty', () => expect(extractOf('', askedWords('mot'))).toEqual([]));
});
