import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, differingParts, pick, rowsOf, type Fields } from './form-parts.ts';

const parts = ['title', 'section.context', 'section.objectives', 'transversal.x'] as const;
const fields = fc.record(Object.fromEntries(parts.map((part) => [part, fc.constantFrom('', 'a', 'b', 'c')]))) as fc.Arbitrary<Fields>;

/** What the fiche holds once both editors are done, and what the question showed. */
function merge({ base, mine, theirs }: { base: Fields; mine: Fields; theirs: Fields }, judge: typeof compare) {
  const { taken, disputed } = judge({ base, mine, theirs });
  return { result: { ...mine, ...pick(theirs, taken) }, disputed };
}
const losesNothing = (judge: typeof compare) =>
  fc.property(fields, fields, fields, (base, mine, theirs) => {
    const { result, disputed } = merge({ base, mine, theirs }, judge);
    for (const part of parts) {
      const [was, hers, his, now] = [base[part], mine[part], theirs[part], result[part]];
      if (hers !== was) expect(now).toBe(hers);
      if (his !== was && hers === was) expect(now).toBe(his);
      expect(disputed.includes(part)).toBe(hers !== was && his !== was && hers !== his);
    }
  });

describe('two people write one fiche', () => {
  it('what one changed stays hers, what the other changed stays his, what both changed is asked', () => {
    fc.assert(losesNothing(compare));
  });

  it('the property sees a merge where the last one wins, and one that asks nothing', () => {
    expect(() => fc.assert(losesNothing(({ base, theirs }) => ({ taken: differingParts(base, theirs), disputed: [] })))).toThrow();
    expect(() => fc.assert(losesNothing((all) => ({ ...compare(all), disputed: [] })))).toThrow();
  });
});

describe('rows of a list', () => {
  it('a row of choices alone says nothing; the empty row between two is not a change', () => {
    const written = { 'budget.0.label': 'Transport', 'budget.0.currency': 'EUR', 'budget.1.currency': 'EUR', 'budget.1.kind': 'CASH', 'budget.2.label': 'Salle', 'budget.2.currency': 'MAD' };
    expect(rowsOf(written, 'budget').map(({ label }) => label)).toEqual(['Transport', 'Salle']);
    const closedUp = { 'budget.0.label': 'Transport', 'budget.0.currency': 'EUR', 'budget.1.label': 'Salle', 'budget.1.currency': 'MAD' };
    expect(differingParts(written, closedUp)).toEqual([]);
    expect(differingParts(written, { ...closedUp, 'budget.1.label': 'Salles' })).toEqual(['budget']);
  });

  it('a text sent by a form, with its carriage returns, is the text that was loaded', () => {
    expect(differingParts({ 'section.context': 'un\r\ndeux' }, { 'section.context': 'un\ndeux' })).toEqual([]);
  });

  it('what a browser does to line ends changes nothing: each is one in a text, none in a line; a real paragraph is a change', () => {
    const loaded = { 'title': 'x\nEND:VEVENT', 'section.context': 'un\rdeux\r\ntrois\n', 'indicator.0.label': 'x\r\nBcc: y', 'indicator.0.method': ' z ', 'budget.0.label': 'a\rb' };
    const shown = { 'title': 'xEND:VEVENT', 'section.context': 'un\r\ndeux\r\ntrois\r\n', 'indicator.0.label': 'xBcc: y', 'indicator.0.method': 'z', 'budget.0.label': 'ab' };
    expect(differingParts(loaded, shown)).toEqual([]);
    expect(differingParts(loaded, { ...shown, 'section.context': 'un\r\n\r\ndeux\r\ntrois' })).toEqual(['section.context']);
    expect(differingParts(loaded, { ...shown, 'indicator.0.label': 'xBcc:y' })).toEqual(['indicator']);
    expect(differingParts(loaded, { ...shown, 'budget.0.label': 'a b' })).toEqual(['budget']);
  });
});
