import { describe, expect, it } from '@jest/globals';
import { axesWritten, operationLines, type AxisTyped } from './axis-list.js';

const axis = (over: Partial<AxisTyped> = {}): AxisTyped => ({ kind: 'STRATEGIC', title: 'Jeunesse', titleAr: '', text: '', operations: '', ...over });
const written = (...typed: AxisTyped[]) => {
  const answer = axesWritten(typed);
  if (answer.refused) throw new Error(answer.code);
  return answer.value;
};

describe('the axes of an agreement', () => {
  it('are numbered in their order, transversal ones after, and blank rows are none', () => {
    const rows = [axis({ kind: 'TRANSVERSAL', title: 'Égalité' }), axis(), axis({ title: ' ' }), axis({ title: 'Sport', titleAr: 'الرياضة' })];
    expect(written(...rows).map(({ number, title }) => `${number} ${title}`)).toEqual(['I Jeunesse', 'II Sport', 'T1 Égalité']);
  });

  it('read operations and leads line by line, with their numbers or without', () => {
    const [first] = written(axis({ operations: '1.1 Échanges\n1.1.1 Accueil\n- Séjours\nFormation\n• Ateliers' }));
    expect(operationLines(first!.operations)).toBe('1.1 Échanges\n1.1.1 Accueil\n1.1.2 Séjours\n1.2 Formation\n1.2.1 Ateliers');
    expect(written(axis({ operations: operationLines(first!.operations) }))).toEqual([first]);
  });

  it.each([
    ['an axis without a title', [axis({ title: '', text: 'Des mots' })], 'AXIS_WORDS_BLANK'],
    ['a lead before any operation', [axis({ operations: '- Accueil' })], 'LEAD_WITHOUT_OPERATION'],
    ['a number used twice', [axis({ operations: '1.1 Un\n1.1 Deux' })], 'NUMBER_TWICE'],
    ['a title beyond a line', [axis({ title: 'x'.repeat(161) })], 'TEXT_TOO_LONG'],
    ['more axes than Roman numbers', Array.from({ length: 41 }, () => axis()), 'TOO_MANY_AXES'],
  ] as const)('refuse %s', (_words, typed, expected) => {
    expect(axesWritten(typed)).toMatchObject({ refused: true, code: expected });
  });
});
