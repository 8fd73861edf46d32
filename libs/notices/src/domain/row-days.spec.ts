import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#kernel';
import { dayOf, ladder } from './ladder.js';
import { isLate, lateFrom } from './lateness.js';
import type { Debt } from './planning.js';
import { daysOf, fixedBy, moveRow, rangeOf, rowNamed, type RowDays } from './row-days.js';
import { silenceEnd } from './silence.js';

const ours: RowDays = new Map();
const movable = ladder.filter((step) => !fixedBy(step));
const code = (rule: string, days: number | null, current = ours): unknown => {
  const answer = moveRow(rule, days, current);
  return answer.refused ? answer.code : answer.value;
};

describe('the days of the calendar of reminders', () => {
  it('stay where a text names them: the day itself, the last one before it, what is counted in months', () => {
    const fixed = Object.fromEntries(ladder.flatMap((step) => (fixedBy(step) ? [[step.rule, fixedBy(step)]] : [])));
    expect(fixed).toMatchObject({ PLAN_J: 'DAY', 'PLAN_J-1': 'DAY', 'RENEWAL_E-3M': 'DAY', CONTROL_AR2M: 'DAY', TACIT_E: 'DAY', MANDATE_F: 'DAY', 'RENEWAL_E-12M': 'MONTHS', 'RENEWAL_E-5M': 'MONTHS', 'TACIT_E-1M': 'MONTHS', 'SHEETS_J-75': 'PLAN_OF_WORK', 'FREEZE_J-45': 'PLAN_OF_WORK', CHAIN_D: 'STOPPED' });
    expect([code('PLAN_J', -2), code('PLAN_J-1', -2), code('NO_SUCH_ROW', 3), code('PLAN_AGAIN', 3)]).toEqual(['ROW_FIXED', 'ROW_FIXED', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('of ours may all stand where they are; back to ours is no day of theirs', () => {
    for (const { rule, offset } of movable) expect([rule, code(rule, offset), code(rule, null)]).toEqual([rule, null, null]);
  });

  it('keep their side, their order and two days between them, a month from ours at most, whatever is asked', () => {
    const asked = fc.record({ row: fc.constantFrom(...movable), days: fc.integer({ min: -400, max: 400 }) });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (moves) => {
        const days = new Map<string, number>();
        for (const move of moves) {
          const answer = moveRow(move.row.rule, move.days, days);
          if (answer.refused) continue;
          if (answer.value === null) days.delete(move.row.rule);
          else days.set(move.row.rule, answer.value);
        }
        for (const step of movable) {
          const { first, last } = rangeOf(step, days);
          const at = daysOf(step, days);
          expect(first <= at && at <= last && Math.sign(at) === Math.sign(step.offset) && Math.abs(at - step.offset) <= 30).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('planted defect: without the order, the same check sees rows that overtake one another', () => {
    expect(code('PLAN_J-60', -29)).toBe('ROW_OUT_OF_RANGE');
    const overtaken = new Map([['PLAN_J-60', -29]]);
    const next = ladder.find(({ rule }) => rule === 'PLAN_J-30')!;
    expect(daysOf(next, overtaken) >= rangeOf(next, overtaken).first).toBe(false);
  });

  it('bear the name of the day they fall on', () => {
    const row = (rule: string, days?: number): string => rowNamed(ladder.find((step) => step.rule === rule)!, days === undefined ? ours : new Map([[rule, days]]));
    expect([row('PLAN_J-60'), row('PLAN_J-60', -56), row('MINUTES_P+7', 9), row('SHEETS_J-120', -40), row('WIND_DOWN_N+1M')]).toEqual(['J-60', 'J-56', 'P+9', 'J-115', 'N+1M']);
  });

  it('decide the day, who is late since when, and how long a silence may last', () => {
    const minutes: Debt = { kind: 'MINUTES', partnershipId: 'p', objectKind: 'minutes', objectId: 'm', period: '1', base: civilDate('2026-11-22'), standing: 'OPEN', debtors: ['mayor'], details: {}, rowDays: new Map([['MINUTES_P+3', 5], ['MINUTES_P+14', 18]]) };
    expect(dayOf(ladder.find(({ rule }) => rule === 'MINUTES_P+3')!, minutes)).toBe('2026-11-27');
    expect([lateFrom(minutes), isLate(minutes, civilDate('2026-11-26')), silenceEnd(minutes)]).toEqual(['2026-11-27', false, '2026-12-10']);
  });
});
