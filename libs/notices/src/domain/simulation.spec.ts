import { describe, expect, it } from '@jest/globals';
import { civilDate, civilDateOf, sendingInstant, VersionedZones, WorkCalendar, type CivilDate } from '#kernel';
import { ladder, type Step } from './ladder.js';
import { playYear, typicalCompany } from './played-year.js';
import { noticeOf } from './notice-table.js';
import { quietEnd } from './planning.js';

const zones = new VersionedZones();
const company = typicalCompany({ day: civilDate('2027-12-31'), lastValidDay: civilDate('2027-12-30') });
const onTime = playYear(company, 'ON_TIME', zones);
const late = playYear(company, 'LATE', zones);
const territoryOf = (personId: string) => company.territories.get(personId.slice(0, 2))!;
const calendarOf = (personId: string): WorkCalendar => new WorkCalendar(territoryOf(personId));
const zoneOf = (personId: string): string => territoryOf(personId).zone;
const of = (year: typeof onTime, personId: string): string[] => year.mails.filter((mail) => mail.personId === personId).map(({ rule, leavesAt }) => `${leavesAt.toISOString().slice(0, 10)} ${rule}`);
const overloaded = (year: typeof onTime): string[] => year.tallies.filter(({ count, ceiling }) => ceiling !== null && count > ceiling).map(({ personId }) => personId);

describe('2027, played by two towns', () => {
  it('on time: at most 12 mails for a mayor, 15 for a technician, 60 for a coordinator', () => {
    expect(Object.fromEntries(onTime.tallies.map(({ personId, ceiling }) => [personId, ceiling]))).toMatchObject({ 'FR:CO_PRESIDENT': 12, 'MA:TECHNICIAN': 15, 'FR:COORDINATOR': 60 });
    expect(overloaded(onTime)).toEqual([]);
    for (const { count } of onTime.tallies) expect(count).toBeGreaterThan(0);
  });

  it.each([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036])('on time, %i: a technician who sits and votes gets no more than 15 either, and a mayor no more than 12', (year) => {
    const voting = { ...typicalCompany({ day: civilDateOf(year, 12, 31), lastValidDay: civilDateOf(year, 12, 30) }) };
    const players = voting.players.map((player) => (player.role === 'TECHNICIAN' ? { ...player, audiences: [...player.audiences, 'MEMBERS' as const] } : player));
    const played = playYear({ ...voting, players }, 'ON_TIME', zones);
    expect(overloaded(played)).toEqual([]);
    // The end of a period is news; it leaves with the call for fiches of that fortnight, and is said in that letter.
    const told = played.mails.filter(({ personId }) => personId === 'FR:TECHNICIAN').flatMap(({ rule, beside }) => [rule, ...beside.map((one) => `+${one.rule}`)]);
    expect(told).toEqual(expect.arrayContaining(['TACIT_E-1M', 'SHEETS_J-105', '+TACIT_E']));
  });

  it('on time: of five presidencies too, nobody is reminded of a signature', () => {
    const players = ['A', 'B', 'C', 'D', 'E'].flatMap((party) => company.players.filter(({ partyId }) => partyId === 'FR').map((player) => ({ ...player, personId: `FR:${party}:${player.role}`, partyId: party, ofSide: new Map([[party, player.audiences]]) })));
    const five = playYear({ ...company, players, territories: new Map(['A', 'B', 'C', 'D', 'E'].map((party) => [party, company.territories.get('FR')!])) }, 'ON_TIME', zones);
    expect(overloaded(five)).toEqual([]);
    expect(five.mails.filter(({ rule }) => rule.startsWith('MINUTES_'))).toEqual([]);
  });

  it('on time: nobody is reminded of what she has done, and what is done before its first reminder is never reminded', () => {
    const rules = new Set(onTime.mails.map(({ rule }) => rule));
    for (const never of ['MINUTES_P+3', 'MEETING_S-20', 'PLAN_J-30', 'PLAN_J']) expect(rules).not.toContain(never);
    expect(rules).toContain('PLAN_J-60');
  });

  it('late: everybody hears of it more often, and never twice of one thing within 48 hours', () => {
    for (const { personId, count } of onTime.tallies.filter(({ ceiling }) => ceiling !== null && ceiling !== 15)) expect(of(late, personId).length).toBeGreaterThan(count);
    expect(of(late, 'FR:CO_PRESIDENT').some((line) => line.includes('MINUTES_P+14') || line.includes('MINUTES_P+21'))).toBe(true);
  });

  it('late: a presidency that nobody takes up is said to both coordinations, and to nobody else; on time it is never empty', () => {
    const told = ({ mails }: typeof onTime): string[] => mails.filter(({ debt }) => debt === 'CHAIN').map(({ personId, rule }) => `${rule} ${personId}`).sort();
    expect(told(late)).toEqual(['CHAIN_D FR:COORDINATOR', 'CHAIN_D MA:COORDINATOR', 'CHAIN_D+7 FR:COORDINATOR', 'CHAIN_D+7 MA:COORDINATOR']);
    expect(told(onTime)).toEqual([]);
  });

  it('nothing reminds anybody on a day off, nor before nine', () => {
    const reminders = [...onTime.mails, ...late.mails].filter(({ debt }) => debt !== null);
    for (const { personId, leavesAt } of reminders) {
      const { date, time } = zones.civilAt(leavesAt, zoneOf(personId));
      expect([date, calendarOf(personId).isWorkingDay(date), time >= '09:00']).toEqual([date, true, true]);
    }
  });

  it('a reminder kept back by the 48 hours over a weekend leaves on Monday at nine', () => {
    const reader = { dayOf: (instant: Date) => zones.civilAt(instant, 'Europe/Paris').date, opensOn: (date: CivilDate) => sendingInstant({ date, kind: 'INFORMATION' }, calendarOf('FR:COORDINATOR'), zones) };
    expect(quietEnd(new Date('2027-06-11T14:00:00Z'), reader)).toEqual(new Date('2027-06-14T07:00:00Z'));
    expect(quietEnd(new Date('2027-06-08T14:00:00Z'), reader)).toEqual(new Date('2027-06-10T14:00:00Z'));
  });

  it('is the same year each time it is played', () => {
    expect(playYear(company, 'LATE', zones)).toEqual(late);
  });

  it('planted defect: a ladder that asks every day until the plan is validated goes past what is enough', () => {
    const daily = Array.from({ length: 30 }, (_, day): Step => ({ ...ladder[0]!, rule: `PLAN_J-${200 + day}`, offset: -200 - day, to: ['CO_PRESIDENTS'] }));
    const held = ladder as Step[];
    held.unshift(...daily);
    try {
      expect(overloaded(playYear(company, 'ON_TIME', zones))).toEqual(['FR:CO_PRESIDENT', 'MA:CO_PRESIDENT']);
    } finally {
      held.splice(0, daily.length);
    }
  });

  it('plays notices that the house knows, and none that it does not', () => {
    for (const kind of ['MeetingConvened', 'SignatureRequested', 'MinutesBecameExecutory', 'SheetCommented']) expect(noticeOf(kind)).toBeDefined();
    expect(noticeOf('NothingOfTheKind')).toBeUndefined();
  });
});
