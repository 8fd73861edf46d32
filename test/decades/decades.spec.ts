import { describe, expect, it, jest } from '@jest/globals';
import { territoryOf, WorkCalendar } from '#kernel';
import { wrongsOf, type Wrong } from './judgement.js';
import { uniqueKey } from './ledger-in-memory.js';
import { live, traceOf, type Parts } from './living.js';
import { storyOf } from './story.js';
import { holderOn } from './towns.js';

/** Two decades in every run of the tests; 300 in `npm run soak`. */
const decades = process.env['SOAK'] ? 300 : 2;
jest.setTimeout(decades * 60_000);

describe('decades of a partnership: ten plans, offices that change hands, outages, holidays, clocks that change', () => {
  it('no reminder leaves early, at night, on a day off, within 48 hours, twice or to somebody who owes nothing; none is lost; the same seed leaves the same trace', () => {
    let letters = 0;
    for (let seed = 1; seed <= decades; seed += 1) {
      const story = storyOf(seed);
      const left = live(story);
      letters += left.length;
      expect({ seed, wrongs: wrongsOf(story, left).slice(0, 20) }).toEqual({ seed, wrongs: [] });
      if (seed === 1 || process.env['SOAK']) expect(traceOf(live(storyOf(seed)))).toBe(traceOf(left));
    }
    if (process.env['SOAK']) console.info(`${decades} decades, ${letters} letters`);
    expect(letters).toBeGreaterThan(decades * 300);
  });

  it('two seeds leave two traces', () => {
    expect(traceOf(live(storyOf(1, 1)))).not.toBe(traceOf(live(storyOf(2, 1))));
  });
});

describe('a presidency empty for weeks while minutes wait for it (F33)', () => {
  const whole = storyOf(52);
  const [emptied] = whole.spells.filter(({ debt }) => debt.kind === 'CHAIN');
  const [from, to] = [new Date(emptied!.stages[0]!.at.getTime() - 5 * 86_400_000), new Date(emptied!.stages[1]!.at.getTime() + 20 * 86_400_000)];
  const weeks = { ...whole, from, to, told: whole.told.filter(({ at }) => at > from) };

  it('is told as the design says; planted defect: a house that knows of no empty office loses its letters', () => {
    const left = live(weeks);
    expect({ told: left.flatMap(({ lines }) => lines).filter(({ rule }) => rule.startsWith('CHAIN_')).length > 2, wrongs: wrongsOf(weeks, left) }).toEqual({ told: true, wrongs: [] });
    const blind = live({ ...weeks, spells: weeks.spells.filter(({ debt }) => debt.kind !== 'CHAIN') });
    expect(new Set(wrongsOf(weeks, blind).map(({ what, says }) => `${what} ${/ (CHAIN_\S+) /.exec(says)?.[1]}`))).toEqual(new Set(['LOST CHAIN_D', 'LOST CHAIN_D+7']));
  });
});

/** Nobody's holidays. */
class Workaholic extends WorkCalendar {
  override holidayOn(): null {
    return null;
  }
}

describe('planted defects, each seen by the same judgement', () => {
  const story = storyOf(3, 2);
  const seen = (parts: Parts): Set<Wrong['what']> => new Set(wrongsOf(story, live(story, parts)).map(({ what }) => what));

  it('none: the same two years without a defect', () => {
    expect(seen({})).toEqual(new Set());
  });

  it('a calendar that knows no holiday', () => {
    expect(seen({ calendarOf: ({ country, zone }) => new Workaholic(territoryOf(country, zone), []) })).toContain('AT_NIGHT_OR_ON_A_DAY_OFF');
  });

  it('a calendar that asks no day its towns declared: closed by decree, or a feast worked all the same', () => {
    expect(seen({ calendarOf: ({ country, zone }) => new WorkCalendar(territoryOf(country, zone)) })).toEqual(new Set(['AT_NIGHT_OR_ON_A_DAY_OFF', 'LOST', 'EARLY']));
  });

  it('a successor who is not asked', () => {
    const late = { ...story.cast, mandates: story.cast.mandates.map((mandate) => ({ ...mandate, until: null })).filter(({ seatId }, place, all) => all.findIndex((one) => one.seatId === seatId) === place) };
    const wrongs = seen({ sits: (_story, seat, day) => holderOn(late, seat, day) });
    expect(wrongs).toContain('LOST');
    expect(wrongs).toContain('OWES_NOTHING');
  });

  it('a line whose key knows no occurrence: what comes back every thirty days comes once', () => {
    expect(seen({ keyOf: (line) => uniqueKey({ ...line, occurrence: 1 }) })).toContain('LOST');
  });

  it('a line whose key knows no period: the next year’s plan is taken for this one', () => {
    expect(seen({ keyOf: (line) => uniqueKey({ ...line, period: '' }) })).toContain('LOST');
  });

  it('clocks that never hear of a change', () => {
    const whole = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => storyOf(seed)).find(({ releases }) => releases.length > 1)!;
    const from = whole.releases[1]!.installedAt;
    const year = { ...whole, from, to: new Date(from.getTime() + 400 * 86_400_000), told: whole.told.filter(({ at }) => at > from) };
    const wrongs = (story: typeof year): Set<Wrong['what']> => new Set(wrongsOf(year, live(story)).map(({ what }) => what));
    expect(wrongs(year)).toEqual(new Set());
    expect(wrongs({ ...year, releases: whole.releases.slice(0, 1) })).toContain('LOST');
  });
});
