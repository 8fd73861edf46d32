import { describe, expect, it } from '@jest/globals';
import { civilDate, sendingInstant, territoryOf, VersionedZones, WorkCalendar, type CivilDate } from '#kernel';
import { isStillDue, ladder, levelReached, stepOf, type DebtKind, type Office, type Standing } from './ladder.js';
import { remindersOf, type Debt, type Recipient, type Schedule } from './planning.js';

/** Two sides, every office on each. The first side owes; its desk is the debtor of what desks owe. */
const offices: Readonly<Record<string, readonly Office[]>> = { president: ['CO_PRESIDENTS', 'MEMBERS'], member: ['MEMBERS'], technician: ['MEMBERS', 'IN_CHARGE'], desk: ['COORDINATORS'], cabinet: ['CABINETS'], secretary: ['SECRETARIES'] };
const people: Recipient[] = ['a', 'b'].flatMap((side) => Object.entries(offices).map(([office, audiences]) => ({ personId: `${side}-${office}`, audiences, ofSide: new Map([[side, audiences]]) })));

const zones = new VersionedZones();
const paris = new WorkCalendar(territoryOf('FR', 'Europe/Paris'), []);
const schedule: Schedule = ({ date, step }) => sendingInstant({ date, kind: step.sending }, paris, zones);
const until = new Date('2031-01-01T00:00:00Z');

const D = civilDate('2026-12-31');
const debtOf = (kind: DebtKind, base: CivilDate, more: Partial<Debt> = {}): Debt => ({ kind, partnershipId: 'p', objectKind: 'o', objectId: 'o', period: '1', base, standing: 'OPEN', sides: ['a'], debtors: ['a-desk'], details: {}, ...more });
const plan = debtOf('PLAN', D, { sides: undefined as never, debtors: [] });
const minutes = debtOf('MINUTES', civilDate('2026-11-02'), { debtors: ['a-president'] });
const meeting = debtOf('MEETING', civilDate('2026-12-10'), { debtors: ['a-president'] });
const proposals = debtOf('PROPOSALS', civilDate('2026-12-10'), { debtors: ['a-member', 'b-member'] });
const answer = debtOf('ANSWER', civilDate('2026-12-10'), { debtors: ['a-member', 'a-president'] });
const drafting = debtOf('DRAFTING', civilDate('2026-11-17'), { debtors: [] });
const sheets = debtOf('SHEETS', civilDate('2026-10-17'), { debtors: ['a-technician'] });
const renewal = debtOf('RENEWAL', civilDate('2028-10-10'), { sides: undefined as never, debtors: [], end: civilDate('2029-04-10'), lastNotice: civilDate('2029-01-10') });
const tacit = debtOf('TACIT', civilDate('2029-04-10'), { debtors: [] });
const leaving = debtOf('WIND_DOWN', civilDate('2026-11-30'), { debtors: [], end: civilDate('2027-02-28') });
const mandate = debtOf('MANDATE', civilDate('2027-03-15'), { debtors: [] });
const [sent, received, over, visa] = [debtOf('RECEIPT', civilDate('2026-11-02')), debtOf('PUBLICATION', civilDate('2026-11-02')), debtOf('CONTROL', civilDate('2027-01-02')), debtOf('VISA', civilDate('2026-11-02'))];

const stopped = debtOf('CHAIN', civilDate('2026-11-16'), { debtors: [] });

const desks = 'a-desk b-desk';
const presidents = 'a-president b-president';
const both = 'a-desk a-president b-desk b-president';
const everyMember = 'a-desk a-member a-president a-technician b-desk b-member b-president b-technician';

/** A row of the design: its day in Paris (moved off days off), whom it tells, the first standing that stops it, how far it climbs. */
type Row = readonly [rule: string, debt: Debt, on: string, whom: string, stops: Standing, level: number];
const rows: readonly Row[] = [
  ['PLAN_J-90', plan, '2026-10-02', desks, 'ADOPTED', 2],
  ['PLAN_J-60', plan, '2026-10-30', both, 'ADOPTED', 2],
  ['PLAN_J-30', plan, '2026-12-01', both, 'ADOPTED', 2],
  ['PLAN_J-21', plan, '2026-12-10', presidents, 'ADOPTED', 4],
  ['PLAN_J-15', plan, '2026-12-16', both, 'ADOPTED', 5],
  ['PLAN_J-7', plan, '2026-12-24', both, 'SETTLED', 5],
  ['PLAN_J-3', plan, '2026-12-28', both, 'SETTLED', 5],
  ['PLAN_J-1', plan, '2026-12-30', both, 'SETTLED', 5],
  ['PLAN_J', plan, '2026-12-31', everyMember, 'SETTLED', 5],
  ['PLAN_J+1', plan, '2027-01-04', desks, 'ADOPTED', 2],
  ['PLAN_J+7', plan, '2027-01-07', desks, 'ADOPTED', 2],
  ['PLAN_J+15', plan, '2027-01-15', both, 'ADOPTED', 5],
  ['PLAN_J+30', plan, '2027-02-01', both, 'ADOPTED', 5],
  ['SESSION_J-240', debtOf('SESSION', D), '2026-05-05', desks, 'SETTLED', 0],
  ['SESSION_J-200', debtOf('SESSION', D), '2026-06-12', both, 'SETTLED', 2],
  ['SESSION_J-75', debtOf('SESSION', D), '2026-10-16', 'a-cabinet b-cabinet', 'SETTLED', 3],
  ['SESSION_J-30', debtOf('SESSION', D), '2026-12-01', both, 'SETTLED', 5],
  ['SHEETS_J-120', sheets, '2026-09-02', 'a-technician', 'SETTLED', 0],
  ['SHEETS_J-105', sheets, '2026-09-17', 'a-technician', 'SETTLED', 0],
  ['SHEETS_J-75', sheets, '2026-10-16', 'a-technician', 'SETTLED', 0],
  ['SHEETS_J-70', sheets, '2026-10-22', 'a-desk', 'SETTLED', 1],
  ['SHEETS_J-65', sheets, '2026-10-27', desks, 'SETTLED', 2],
  ['FREEZE_J-45', debtOf('FREEZE', civilDate('2026-11-16')), '2026-11-16', desks, 'SETTLED', 2],
  ['PROPOSALS_S-45', proposals, '2026-10-26', 'a-member b-member', 'SETTLED', 0],
  ['MEETING_S-30', meeting, '2026-11-10', 'a-president', 'SETTLED', 0],
  ['MEETING_S-20', meeting, '2026-11-20', 'a-desk a-president', 'SETTLED', 1],
  ['MEETING_S-10', meeting, '2026-11-30', both, 'SETTLED', 5],
  ['MEETING_J-50', { ...meeting, end: D }, '2026-11-10', 'a-president', 'SETTLED', 4],
  ['ANSWER_S-15', answer, '2026-11-25', 'a-member a-president', 'SETTLED', 0],
  ['ANSWER_S-7', answer, '2026-12-03', 'a-desk a-member a-president', 'SETTLED', 1],
  ['ANSWER_S-2', answer, '2026-12-08', 'a-desk a-member a-president', 'SETTLED', 1],
  ['DRAFTING_S+2', drafting, '2026-11-19', 'a-desk a-secretary b-desk b-secretary', 'IN_REVIEW', 0],
  ['DRAFTING_S+5', drafting, '2026-11-20', 'a-desk a-secretary b-desk b-secretary', 'IN_REVIEW', 1],
  ['DRAFTING_S+15', drafting, '2026-12-02', 'a-desk a-secretary b-desk b-secretary', 'SETTLED', 2],
  ['DRAFTING_S+22', drafting, '2026-12-09', both, 'SETTLED', 5],
  ['MINUTES_P+3', minutes, '2026-11-05', 'a-president', 'SETTLED', 0],
  ['MINUTES_P+7', minutes, '2026-11-09', 'a-president', 'SETTLED', 0],
  ['MINUTES_P+14', minutes, '2026-11-16', 'a-cabinet a-desk a-president', 'SETTLED', 3],
  ['MINUTES_P+21', minutes, '2026-11-23', 'a-desk a-president b-desk', 'SETTLED', 4],
  ['MINUTES_P+30', minutes, '2026-12-02', both, 'SETTLED', 5],
  ['RECEIPT_T+2', sent, '2026-11-04', 'a-desk', 'SETTLED', 0],
  ['RECEIPT_T+5', sent, '2026-11-06', 'a-desk', 'SETTLED', 1],
  ['PUBLICATION_AR+1', received, '2026-11-03', 'a-desk', 'SETTLED', 0],
  ['PUBLICATION_AR+7', received, '2026-11-09', 'a-desk', 'SETTLED', 1],
  ['PUBLICATION_AR+15', received, '2026-11-17', 'a-cabinet a-desk', 'SETTLED', 3],
  ['CONTROL_AR2M', over, '2027-01-04', desks, 'SETTLED', 0],
  ['VISA_V+10', visa, '2026-11-12', 'a-desk', 'SETTLED', 0],
  ['VISA_V+20', visa, '2026-11-20', 'a-desk', 'SETTLED', 1],
  ['VISA_V+30', visa, '2026-12-02', 'a-desk a-president', 'SETTLED', 4],
  ['RENEWAL_E-12M', renewal, '2028-04-10', desks, 'SETTLED', 2],
  ['RENEWAL_E-6M', renewal, '2028-10-10', both, 'SETTLED', 2],
  ['RENEWAL_E-5M', renewal, '2028-11-10', both, 'SETTLED', 5],
  ['RENEWAL_E-4M', renewal, '2028-12-08', presidents, 'SETTLED', 5],
  ['RENEWAL_E-3M-15', renewal, '2028-12-26', presidents, 'SETTLED', 5],
  ['RENEWAL_E-3M', renewal, '2029-01-10', presidents, 'SETTLED', 5],
  ['TACIT_E-1M', tacit, '2029-03-12', everyMember, 'IN_REVIEW', 0],
  ['TACIT_E', tacit, '2029-04-10', everyMember, 'SETTLED', 0],
  ['WIND_DOWN_N', leaving, '2026-11-30', desks, 'SETTLED', 2],
  ['WIND_DOWN_N+1M', leaving, '2026-12-30', desks, 'SETTLED', 2],
  ['WIND_DOWN_N+2M', leaving, '2027-01-29', desks, 'SETTLED', 2],
  ['WIND_DOWN_N+3M-7', leaving, '2027-02-19', both, 'SETTLED', 5],
  ['MANDATE_F-90', mandate, '2026-12-15', 'a-desk', 'SETTLED', 1],
  ['MANDATE_F-30', mandate, '2027-02-12', desks, 'SETTLED', 2],
  ['MANDATE_F', mandate, '2027-03-15', 'a-cabinet a-desk b-desk', 'SETTLED', 3],
  ['ACTION_M+1', debtOf('ACTION', civilDate('2026-11-02'), { debtors: ['a-technician'] }), '2026-11-03', 'a-technician', 'SETTLED', 0],
  ['ACTION_M+7', debtOf('ACTION', civilDate('2026-11-02'), { debtors: ['a-technician'] }), '2026-11-09', 'a-desk a-technician b-desk', 'SETTLED', 2],
  ['ACTION_M+21', debtOf('ACTION', civilDate('2026-11-02'), { debtors: ['a-technician'] }), '2026-11-23', 'a-desk a-technician b-desk', 'SETTLED', 2],
  ['CHAIN_D', stopped, '2026-11-16', desks, 'SETTLED', 2],
  ['CHAIN_D+7', stopped, '2026-11-23', desks, 'SETTLED', 2],
];

const linesOf = (rule: string, debt: Debt): { on: string[]; whom: string } => {
  const lines = remindersOf(debt, people, { schedule, until }).filter((line) => line.rule === rule && line.occurrence === 1);
  return { on: [...new Set(lines.map(({ dueOn }) => dueOn))], whom: lines.map(({ personId }) => personId).sort().join(' ') };
};
const order: readonly Standing[] = ['OPEN', 'IN_REVIEW', 'ADOPTED', 'SETTLED'];

describe('the rows of C2 and C3', () => {
  it.each(rows)('%s', (...row) => {
    const [rule, debt, on, whom, stops, level] = row;
    expect(linesOf(rule, debt)).toEqual({ on: [on], whom });
    const step = stepOf(rule)!;
    expect(order.filter((standing) => isStillDue(step, standing))).toEqual(order.slice(0, order.indexOf(stops)));
    expect(step.level).toBe(level);
  });

  it('PLAN_J-10 asks for signatures alone, once the plan is adopted', () => {
    expect(linesOf('PLAN_J-10', plan)).toEqual({ on: [], whom: '' });
    expect(linesOf('PLAN_J-10', { ...plan, standing: 'ADOPTED' })).toEqual({ on: ['2026-12-21'], whom: presidents });
    expect(stepOf('PLAN_J-10')?.level).toBe(5);
  });

  it('are all here: a row without its case is a row nobody checked', () => {
    expect(ladder.map(({ rule }) => rule).filter((rule) => rule !== 'PLAN_J-10' && !rows.some(([named]) => named === rule))).toEqual([]);
    expect(new Set(ladder.map(({ rule }) => rule)).size).toBe(ladder.length);
  });

  it('CHAIN_D says what has come to pass: on a day off it waits for the next one worked, where a deadline comes the day before', () => {
    const days = (debt: Debt, rule: string): string[] => [...new Set(remindersOf(debt, people, { schedule: onTheDay, until }).filter((line) => line.rule === rule).map(({ dueOn }) => dueOn))];
    const onTheDay: Schedule = ({ date, step, after }) => sendingInstant({ date, kind: step.sending, after }, paris, zones);
    const saturday = civilDate('2026-11-21');
    expect([days({ ...stopped, base: saturday }, 'CHAIN_D'), days({ ...mandate, base: saturday }, 'MANDATE_F')[0]]).toEqual([['2026-11-23'], '2026-11-20']);
  });

  it('without a last day for a notice, no row is counted from one', () => {
    expect(linesOf('RENEWAL_E-3M', { ...renewal, lastNotice: null })).toEqual({ on: [], whom: '' });
  });
});

describe('escalation (C1.7)', () => {
  const own = new Set(['a']);
  const sideOf = (personId: string): string => personId.slice(0, 1);

  it('own side first: below the second level nobody of the other side is told of what one side owes', () => {
    const owed = [minutes, meeting, answer, sheets, sent, received, visa, mandate];
    const abroad = owed.flatMap((debt) => remindersOf(debt, people, { schedule, until }).filter(({ rule, personId }) => (stepOf(rule)?.level ?? 0) < 2 && !own.has(sideOf(personId))));
    expect(abroad).toEqual([]);
    // It can fail: from the second level on the other side does hear of it.
    expect(owed.flatMap((debt) => remindersOf(debt, people, { schedule, until })).some(({ personId }) => !own.has(sideOf(personId)))).toBe(true);
  });

  it('climbs and never comes down while the debt exists; nothing is climbed before the first row, nor for news, nor once settled', () => {
    const reached = (day: string, debt: Debt = minutes): number | null => levelReached(debt, civilDate(day));
    expect(['2026-11-04', '2026-11-05', '2026-11-16', '2026-11-23', '2026-12-02', '2028-01-01'].map((day) => reached(day))).toEqual([null, 0, 3, 4, 5, 5]);
    expect(reached('2027-01-04', plan)).toBe(5);
    expect([reached('2027-06-01', over), reached('2027-06-01', { ...minutes, standing: 'SETTLED' })]).toEqual([null, null]);
  });

  it('is never silent while the debt exists: the last row comes back every thirty days', () => {
    const days = remindersOf(visa, people, { schedule, until: new Date('2027-06-01T00:00:00Z') }).filter(({ rule, personId }) => rule === 'VISA_V+30' && personId === 'a-president').map(({ occurrence }) => occurrence);
    expect(days).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
