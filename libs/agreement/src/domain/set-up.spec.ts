import { describe, expect, it } from '@jest/globals';
import type { Answer, CivilDate } from '#kernel';
import { definitionOf, mayBe } from './questions.js';
import type { Desk, RuleBook } from './rule-life.js';
import { correctAgreement, writeAxes, writeText, type AgreementAsked, type Resting, type SetUpWorld } from './set-up.js';
import { templateRules, templates } from './templates.js';

const book: RuleBook = { partnershipId: 'ps', agreementId: 'ag', kind: 'CONVENTION', inServiceAt: null, edition: 3, textEdition: 1, partyIds: ['fr', 'ma'], confirmedBy: ['fr'] };
const desk: Desk = { personId: 'p', partyIds: ['ma'] };
const world = (...resting: Resting[]): SetUpWorld => ({ desk, resting });
const before: AgreementAsked = { kind: 'CONVENTION', displayName: 'Convention', effectiveOn: null, since: null };
const code = (answer: Answer<unknown>): string => (answer.refused ? answer.code : 'YES');
const correct = (asked: Partial<AgreementAsked>, at = world(), on = book) => correctAgreement(on, { before, asked: { ...before, ...asked }, expected: on.textEdition }, at);
const article = { number: 'Art. 5', title: 'Comité', text: 'Le comité se réunit tous les deux ans.' };
const text = (articles: typeof article[], { quote = 'tous les deux ans', at = world(), on = book } = {}) =>
  writeText(on, { before: [article], articles, quoting: [{ key: 'frequency', article: 'Art. 5', quote }], expected: on.textEdition }, at);
const axis = { kind: 'STRATEGIC', number: 'I', title: 'Jeunesse', titleAr: '', text: '', operations: [] } as const;

describe('the set-up of an agreement', () => {
  it('is written until each side has confirmed, by whoever coordinates a party', () => {
    const over = { ...book, inServiceAt: new Date(0) };
    for (const act of [(at: SetUpWorld, on: RuleBook) => correct({ displayName: 'Autre' }, at, on), (at: SetUpWorld, on: RuleBook) => text([], { at, on }), (at: SetUpWorld, on: RuleBook) => writeAxes(on, { before: [], axes: [axis], expected: on.textEdition }, at)]) {
      expect([code(act({ desk: null, resting: [] }, book)), code(act(world(), over))]).toEqual(['NOT_ALLOWED', 'AGREEMENT_IN_SERVICE']);
    }
  });

  it('never covers what another coordination has written meanwhile', () => {
    expect(code(correctAgreement(book, { before, asked: { ...before, displayName: 'Autre' }, expected: 0 }, world()))).toBe('SETUP_CHANGED_MEANWHILE');
  });

  it('asks for a new reading of whoever has confirmed: the edition goes up when something changed, and only then', () => {
    const changed = text([{ ...article, text: 'Il se réunit tous les deux ans.' }]);
    expect(changed.refused ? null : changed.value.state).toMatchObject({ edition: 4, textEdition: 2 });
    const same = text([article]);
    expect(same.refused ? null : same.value).toEqual({ state: book, facts: [] });
    expect(correct({})).toMatchObject({ value: { facts: [] } });
  });

  it('corrects kind and dates while nothing rests on them, and its name until service', () => {
    expect((['MEETING', 'PROGRAMME', 'LIFE'] as const).map((one) => code(correct({ kind: 'TWINNING' }, world(one))))).toEqual(['AGREEMENT_IN_USE', 'AGREEMENT_IN_USE', 'AGREEMENT_IN_USE']);
    expect((['MEETING', 'LIFE'] as const).map((one) => code(correct({ effectiveOn: '2026-01-01' as CivilDate }, world(one))))).toEqual(['YES', 'AGREEMENT_IN_USE']);
    expect(code(correct({ displayName: 'Autre' }, world('MEETING', 'PROGRAMME', 'LIFE')))).toBe('YES');
    expect([code(correct({ displayName: ' ' })), code(correct({ since: '62' }))]).toEqual(['AGREEMENT_NAME_BLANK', 'SINCE_UNREADABLE']);
  });

  it('keeps the words that a rule quotes in the article it names', () => {
    expect(code(text([{ ...article, text: 'Le comité se réunit chaque année.' }]))).toBe('ARTICLE_QUOTED');
    expect(code(text([]))).toBe('ARTICLE_QUOTED');
    expect(code(text([{ ...article, text: 'Le comité se réunit  tous les « deux » ans.' }], { quote: 'se réunit' }))).toBe('YES');
  });

  it('writes axes until a fiche or a plan rests on them', () => {
    expect((['MEETING', 'LIFE', 'PROGRAMME'] as const).map((one) => code(writeAxes(book, { before: [], axes: [axis], expected: 1 }, world(one))))).toEqual(['YES', 'YES', 'AGREEMENT_IN_USE']);
    expect(code(writeAxes(book, { before: [axis], axes: [axis], expected: 1 }, world('PROGRAMME')))).toBe('YES');
  });
});

describe('a template', () => {
  it('brings only readings that may be, that differ from our default, and says that they are ours', () => {
    for (const template of templates) {
      for (const { key, value, source } of templateRules(template)) {
        expect([mayBe(key, value), JSON.stringify(value) === JSON.stringify(definitionOf(key).byDefault), source.kind]).toEqual([true, false, 'PRODUCT_DEFAULT']);
      }
      expect(templateRules(template).map(({ key }) => key)).not.toContain('deadline');
    }
    expect(templates.filter(({ kind }) => kind !== 'CONVENTION').flatMap(templateRules)).toEqual([]);
  });
});
