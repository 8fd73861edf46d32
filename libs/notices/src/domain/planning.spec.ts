import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, sendingInstant, territoryOf, VersionedZones, WorkCalendar, type CivilDate, type DayOverride } from '#kernel';
import { isStillDue, ladder, stepOf, type Standing } from './ladder.js';
import { current, remindersOf, type Debt, type Recipient, type Schedule } from './planning.js';

const zones = new VersionedZones();
const france = new WorkCalendar(territoryOf('FR', 'Europe/Paris'), []);
const morocco = (overrides: DayOverride[] = []) => new WorkCalendar(territoryOf('MA', 'Africa/Casablanca'), overrides);
const schedule = (calendars: Record<string, WorkCalendar>): Schedule => ({ date, step }, { personId }) => sendingInstant({ date, kind: step.sending }, calendars[personId]!, zones);
const people: Recipient[] = [
  { personId: 'maire', audiences: ['CO_PRESIDENTS', 'MEMBERS'] },
  { personId: 'president', audiences: ['CO_PRESIDENTS', 'MEMBERS'] },
];
const plan2027 = (standing: Standing): Debt => ({
  kind: 'PLAN', partnershipId: 'p', objectKind: 'actionPlan', objectId: 'a', period: '2027', base: civilDate('2026-12-31'), standing, debtors: [], details: {},
});
const until = new Date('2027-03-01T00:00:00Z');
const plan = { schedule: schedule({ maire: france, president: morocco() }), until };
const on = (lines: { rule: string; personId: string; dueOn: CivilDate }[], rule: string): Record<string, string> =>
  Object.fromEntries(lines.filter((line) => line.rule === rule).map((line) => [line.personId, line.dueOn]));

describe('the ladder of a plan', () => {
  it('falls on the working days that the design computed for 2027', () => {
    const lines = remindersOf(plan2027('OPEN'), people, plan);
    expect(on(lines, 'PLAN_J-60')).toEqual({ maire: '2026-10-30', president: '2026-10-30' });
    expect(on(lines, 'PLAN_J-30')).toEqual({ maire: '2026-12-01', president: '2026-12-01' });
    expect(on(lines, 'PLAN_J-3')).toEqual({ maire: '2026-12-28', president: '2026-12-28' });
    expect(on(lines, 'PLAN_J-1')).toEqual({ maire: '2026-12-30', president: '2026-12-30' });
  });

  it('AT-25: an exceptional holiday in Morocco moves the Moroccan J-3 only', () => {
    const overrides: DayOverride[] = [{ country: 'MA', date: civilDate('2026-12-28'), kind: 'CLOSED' }];
    const lines = remindersOf(plan2027('OPEN'), people, { schedule: schedule({ maire: france, president: morocco(overrides) }), until });
    expect(on(lines, 'PLAN_J-3')).toEqual({ maire: '2026-12-28', president: '2026-12-25' });
  });

  it('leaves at 09:00 of the recipient: two instants for one day in winter', () => {
    const at = Object.fromEntries(remindersOf(plan2027('OPEN'), people, plan).filter(({ rule }) => rule === 'PLAN_J-30').map((line) => [line.personId, line.sendAt.toISOString()]));
    expect(at).toEqual({ maire: '2026-12-01T08:00:00.000Z', president: '2026-12-01T09:00:00.000Z' });
  });

  it('asks for signatures, and no more for a vote, once the plan is adopted', () => {
    const rules = new Set(remindersOf(plan2027('ADOPTED'), people, plan).map(({ rule }) => rule));
    expect([...rules]).toEqual(['PLAN_J-10', 'PLAN_J-7', 'PLAN_J-3', 'PLAN_J-1', 'PLAN_J']);
    expect(remindersOf(plan2027('SETTLED'), people, plan)).toEqual([]);
  });

  it('is never silent while the debt exists: the last row comes back every month', () => {
    const late = remindersOf(plan2027('OPEN'), people, { ...plan, until: new Date('2027-12-31T00:00:00Z') }).filter(({ rule, personId }) => rule === 'PLAN_J+30' && personId === 'maire');
    expect(late.length).toBeGreaterThanOrEqual(11);
    expect(late.map(({ occurrence }) => occurrence)).toEqual(late.map((_, index) => index + 1));
  });
});

describe('the ladder of minutes', () => {
  const minutes = (debtors: string[]): Debt => ({ ...plan2027('OPEN'), kind: 'MINUTES', objectKind: 'minutes', period: '1', base: civilDate('2026-11-02'), debtors });
  it('asks only who has not signed, until the last step tells both presidencies', () => {
    const told = remindersOf(minutes(['maire']), people, plan);
    expect(new Set(told.filter(({ rule }) => rule !== 'MINUTES_P+30').map(({ personId }) => personId))).toEqual(new Set(['maire']));
    expect(new Set(told.filter(({ rule }) => rule === 'MINUTES_P+30').map(({ personId }) => personId))).toEqual(new Set(['maire', 'president']));
    expect(remindersOf(minutes([]), people, plan)).toEqual([]);
  });
});

describe('the ladder of a meeting not convened', () => {
  it('asks the host’s president first, then both sides, and ends with the day of the meeting', () => {
    const meeting: Debt = { ...plan2027('OPEN'), kind: 'MEETING', objectKind: 'meeting', period: '2027-01-14', base: civilDate('2027-01-14'), debtors: ['maire'] };
    const lines = remindersOf(meeting, people, { ...plan, until: new Date('2027-12-31T00:00:00Z') }).map(({ rule, personId, dueOn }) => `${rule} ${personId} ${dueOn}`);
    expect(lines).toEqual(['MEETING_S-30 maire 2026-12-15', 'MEETING_S-20 maire 2026-12-24', 'MEETING_S-10 maire 2027-01-04', 'MEETING_S-10 president 2027-01-04']);
  });
});

describe('what leaves', () => {
  it('is one line at most, the newest, whatever was missed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }), (minutes) => {
        const lines = minutes.map((minute) => ({ sendAt: new Date(minute * 60_000) }));
        const { leaves, superseded } = current(lines);
        expect(leaves!.sendAt.getTime()).toBe(Math.max(...minutes) * 60_000);
        expect(superseded).toHaveLength(lines.length - 1);
      }),
    );
  });

  it('never outlives its debt', () => {
    for (const step of ladder) expect(isStillDue(step, 'SETTLED')).toBe(false);
    expect(isStillDue(stepOf('PLAN_J-10')!, 'OPEN')).toBe(false);
    expect(isStillDue(stepOf('PLAN_J-7')!, 'ADOPTED')).toBe(true);
    expect(isStillDue(stepOf('PLAN_J-30')!, 'ADOPTED')).toBe(false);
  });
});
