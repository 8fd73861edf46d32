import { describe, expect, it } from '@jest/globals';
import type { Form } from '../../base/act.ts';
import { editSheet } from './edit-sheet.graphql.ts';

function formOf(texts: Readonly<Record<string, string>>): Form {
  const values = Object.fromEntries(Object.entries({ sheetId: 's', expectedVersion: '4', ...texts }).map(([name, text]) => [name, [text]]));
  return { key: '', values, text: (name) => values[name]?.[0] ?? '' };
}
const inputOf = (texts: Readonly<Record<string, string>>) => (editSheet.variables(formOf(texts)) as { input: Record<string, unknown> }).input;

describe('what the form of a fiche sends', () => {
  it('only the parts it carries: what is absent stays as it is', () => {
    expect(inputOf({ 'section.context': 'Deux villes.' })).toEqual({ sheetId: 's', expectedVersion: 4, sections: { context: 'Deux villes.' } });
  });

  it('what was emptied, as empty', () => {
    expect(inputOf({ startsOn: '', axisId: '', 'section.context': '' })).toMatchObject({ startsOn: null, axisId: null, sections: { context: '' } });
  });

  it('targets with their sum, 90 + 30 = 120, and no row for what says nothing', () => {
    const { indicators } = inputOf({
      'indicator.0.label': 'Personnes', 'indicator.0.target.a': '90', 'indicator.0.target.b': '30',
      'indicator.1.label': '', 'indicator.1.target.a': '',
    });
    expect(indicators).toEqual([{ label: 'Personnes', method: '', responsible: '', targets: [{ partyId: 'a', people: 90 }, { partyId: 'b', people: 30 }], total: 120 }]);
  });

  it('amounts in minor units, paid by a party or by a funder', () => {
    const { budget } = inputOf({
      'budget.0.label': 'Transport', 'budget.0.amount': '24 000,50', 'budget.0.currency': 'EUR', 'budget.0.payer': 'a', 'budget.0.kind': 'CASH', 'budget.0.funder': '',
      'budget.1.label': 'Salle', 'budget.1.amount': '', 'budget.1.currency': 'MAD', 'budget.1.payer': 'other', 'budget.1.kind': 'IN_KIND', 'budget.1.funder': 'Région',
    });
    expect(budget).toEqual([
      { label: 'Transport', partyId: 'a', funder: null, kind: 'CASH', amountMinor: '2400050', currency: 'EUR' },
      { label: 'Salle', partyId: null, funder: 'Région', kind: 'IN_KIND', amountMinor: '0', currency: 'MAD' },
    ]);
  });

  it('nothing, when a number cannot be read', () => {
    expect(editSheet.unreadable?.(formOf({ 'budget.0.label': 'Transport', 'budget.0.amount': 'vingt', 'budget.0.currency': 'EUR' }))).toBe('webProgramme.sheet.unreadableAmount');
    expect(editSheet.unreadable?.(formOf({ 'indicator.0.label': 'Personnes', 'indicator.0.target.a': 'cent' }))).toBe('webProgramme.sheet.unreadablePeople');
    expect(editSheet.unreadable?.(formOf({ 'budget.0.label': 'Transport', 'budget.0.amount': '24 000,50', 'budget.0.currency': 'EUR' }))).toBeUndefined();
  });
});
