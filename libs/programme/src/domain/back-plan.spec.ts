import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planDeadline, territoryOf, VersionedZones, WorkCalendar, type CivilDate } from '#kernel';
import { backPlanOf, dayRange, defaultDays, milestoneDays, movableMilestones, moveMilestone, type MilestoneDays, type Preparation } from './back-plan.js';
import { codeOf, hand, nobody } from './given.contract.js';

const zones = new VersionedZones();
const calendars = [new WorkCalendar(territoryOf('FR', 'Europe/Paris')), new WorkCalendar(territoryOf('MA', 'Africa/Casablanca'))];
const deadline = (day = '12-31', inclusive = false) => planDeadline({ year: 2027, day, inclusive, event: 'ADOPTION', zoneRule: 'EARLIEST' }, ['Europe/Paris', 'Africa/Casablanca'], zones);
const on = (day: string): CivilDate => day as CivilDate;

describe('the days of the milestones', () => {
  it('count back from the day of the rule, to a day worked on both sides (C1.2: J-75 a Saturday, J-60 All Saints’ Sunday)', () => {
    expect(milestoneDays(deadline(), defaultDays, calendars)).toEqual({
      SHEETS_DUE: '2026-10-16', CO_VALIDATION: '2026-10-30', CONVOCATION: '2026-10-30', FREEZE: '2026-11-16', MEETING: '2026-12-01', ADOPTION: '2026-12-30',
    });
  });

  it('follow another rule’s day: 30 June inclusive, with Ascension and Aïd Al Adha on the way', () => {
    const days = milestoneDays(deadline('06-30', true), { ...defaultDays, FREEZE: 47 }, calendars);
    // J-47 is Ascension Day 2026 in France; J-30 a Sunday after Aïd Al Adha (27 and 28 May in Morocco): back to the Friday.
    expect(days).toMatchObject({ FREEZE: '2026-05-13', MEETING: '2026-05-29', ADOPTION: '2026-06-30' });
  });

  it('a planted day of one country alone is no day of both', () => {
    const french = [calendars[0]!];
    expect(milestoneDays(deadline(), { ...defaultDays, FREEZE: 43 }, french).FREEZE).toBe('2026-11-18');
    // 18 November is Morocco's independence day.
    expect(milestoneDays(deadline(), { ...defaultDays, FREEZE: 43 }, calendars).FREEZE).toBe('2026-11-17');
  });
});

const seen = (over: Partial<Preparation> = {}): Preparation => ({ sheets: [], plan: null, planValidations: [], executory: false, meeting: null, partyIds: ['vlg', 'tiznit'], event: 'ADOPTION', ...over });
const sheet = (state: Preparation['sheets'][number]['state'], authorPartyId = 'vlg', ...validated: string[]): Preparation['sheets'][number] => ({ state, authorPartyId, validations: validated.map((partyId) => ({ partyId })) });
const stand = (preparation: Preparation, today = '2026-11-23') =>
  Object.fromEntries(backPlanOf(milestoneDays(deadline(), defaultDays, calendars), preparation, on(today)).map(({ name, state, owed }) => [name, owed ? `${state} ${owed.who} ${owed.partyIds.join('+')}` : state]));

describe('where each milestone stands, and whose turn it is', () => {
  it('nothing begun: every past step is late, and everybody’s', () => {
    expect(stand(seen())).toEqual({
      SHEETS_DUE: 'LATE TECHNICIANS vlg+tiznit', CO_VALIDATION: 'LATE TECHNICIANS vlg+tiznit', CONVOCATION: 'LATE COORDINATORS vlg+tiznit',
      FREEZE: 'LATE COORDINATORS vlg+tiznit', MEETING: 'DUE CO_PRESIDENTS vlg+tiznit', ADOPTION: 'DUE CO_PRESIDENTS vlg+tiznit',
    });
  });

  it('names only those who still owe: the author of a draft, the party that has not validated, the host who convenes', () => {
    expect(stand(seen({ sheets: [sheet('CO_VALIDATED'), sheet('RETURNED', 'tiznit')] }))).toMatchObject({ SHEETS_DUE: 'LATE TECHNICIANS tiznit', CO_VALIDATION: 'LATE TECHNICIANS tiznit' });
    expect(stand(seen({ sheets: [sheet('SUBMITTED', 'vlg', 'vlg')] }))).toMatchObject({ SHEETS_DUE: 'DONE', CO_VALIDATION: 'LATE TECHNICIANS tiznit' });
    expect(stand(seen({ plan: { state: 'DRAFT' }, planValidations: ['vlg'] }))).toMatchObject({ FREEZE: 'LATE COORDINATORS tiznit' });
    const meeting = { id: 'm', day: on('2026-12-10'), standing: 'SCHEDULED', hostPartyId: 'tiznit' } as const;
    expect(stand(seen({ meeting }))).toMatchObject({ CONVOCATION: 'LATE CO_PRESIDENTS tiznit' });
    expect(stand(seen({ meeting: { ...meeting, standing: 'CONVENED' } }))).toMatchObject({ CONVOCATION: 'DONE', MEETING: 'DUE CO_PRESIDENTS vlg+tiznit' });
  });

  it('a step is due on its own day and late the day after; once done it is never late', () => {
    expect([stand(seen(), '2026-11-16')['FREEZE'], stand(seen(), '2026-11-17')['FREEZE']]).toEqual(['DUE COORDINATORS vlg+tiznit', 'LATE COORDINATORS vlg+tiznit']);
    expect(stand(seen({ plan: { state: 'FROZEN' } }), '2027-03-01')).toMatchObject({ SHEETS_DUE: 'DONE', CO_VALIDATION: 'DONE', FREEZE: 'DONE', ADOPTION: 'LATE CO_PRESIDENTS vlg+tiznit' });
  });

  it('adopted, everything is done; where the rule waits for the signatures, not the last', () => {
    expect(new Set(Object.values(stand(seen({ plan: { state: 'ADOPTED' } }))))).toEqual(new Set(['DONE']));
    expect(stand(seen({ plan: { state: 'ADOPTED' }, event: 'EXECUTORY' }))).toMatchObject({ ADOPTION: 'DUE CO_PRESIDENTS vlg+tiznit' });
    expect(stand(seen({ plan: { state: 'ADOPTED' }, event: 'EXECUTORY', executory: true }))).toMatchObject({ ADOPTION: 'DONE' });
  });
});

describe('moving a milestone', () => {
  const coordinator = hand('tiznit', 'COORDINATOR');
  const move = (milestone: (typeof movableMilestones)[number], daysBefore: number | null, current: MilestoneDays = defaultDays) => moveMilestone(current, { partnershipId: 'p', hand: coordinator, milestone, daysBefore });

  it('is a coordinator’s, for her party, and told', () => {
    expect(move('SHEETS_DUE', 90)).toMatchObject({ refused: false, value: { state: { milestone: 'SHEETS_DUE', daysBefore: 90, partyId: 'tiznit' }, facts: [{ kind: 'MilestoneMoved', data: { code: 'SHEETS_DUE', daysBefore: 90, partyId: 'tiznit' } }] } });
    for (const other of [nobody, hand('vlg'), hand('vlg', 'CO_PRESIDENT')]) expect(codeOf(moveMilestone(defaultDays, { partnershipId: 'p', hand: other, milestone: 'FREEZE', daysBefore: 40 }))).toBe('PLAN_BY_COORDINATORS');
  });

  it('keeps the order of the steps, and a day before the deadline', () => {
    expect(codeOf(move('FREEZE', 61))).toBe('MILESTONE_OUT_OF_ORDER');
    expect(codeOf(move('MEETING', 46))).toBe('MILESTONE_OUT_OF_ORDER');
    expect([0, -5, 331, 2_147_483_647].map((days) => codeOf(move('MEETING', days)))).toEqual(Array.from({ length: 4 }, () => 'MILESTONE_OUT_OF_RANGE'));
    expect(codeOf(move('FREEZE', null, { ...defaultDays, MEETING: 50, FREEZE: 55 }))).toBe('MILESTONE_OUT_OF_ORDER');
  });

  it('whatever is moved, in whatever order, no step comes due before the one it follows', () => {
    const asked = fc.array(fc.record({ milestone: fc.constantFrom(...movableMilestones), daysBefore: fc.option(fc.integer({ min: -2, max: 340 })) }), { maxLength: 12 });
    fc.assert(fc.property(asked, (commands) => {
      let days: MilestoneDays = defaultDays;
      for (const { milestone, daysBefore } of commands) if (!move(milestone, daysBefore, days).refused) days = { ...days, [milestone]: daysBefore ?? defaultDays[milestone] };
      const due = milestoneDays(deadline(), days, calendars);
      expect(due.SHEETS_DUE <= due.CO_VALIDATION && due.CO_VALIDATION <= due.FREEZE && due.FREEZE <= due.MEETING && due.CONVOCATION <= due.MEETING && due.MEETING <= due.ADOPTION).toBe(true);
      for (const name of movableMilestones) expect(days[name] >= dayRange.first && days[name] <= dayRange.last).toBe(true);
    }), { numRuns: 200 });
  });
});
