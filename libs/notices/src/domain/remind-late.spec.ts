import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate, type CivilDate } from '#kernel';
import type { Debt } from './planning.js';
import { isLate, lateFrom } from './lateness.js';
import { lettersIn, remindLate, ruleOf, type Heard, type LateFacts } from './remind-late.js';
import { silence, silenceLimit } from './silence.js';

const now = new Date('2026-12-08T12:00:00Z');
const today = civilDate('2026-12-08');
const debt = (kind: Debt['kind'], base: string, more: Partial<Debt> = {}): Debt => ({
  kind, partnershipId: 'p', objectKind: kind.toLowerCase(), objectId: `${kind}-1`, period: '1', base: civilDate(base), standing: 'OPEN', debtors: [], details: {}, ...more,
});
const minutes = debt('MINUTES', '2026-11-22', { debtors: ['fr-mayor', 'ma-mayor'] });
const older = debt('PUBLICATION', '2026-11-20', { debtors: ['fr-desk'] });
const office = (personId: string, office: 'CO_PRESIDENTS' | 'COORDINATORS') => {
  const partyId = personId.slice(0, 2);
  return { personId, partyId, audiences: [office], ofSide: new Map([[partyId, [office]]]) };
};
const recipients = [office('fr-mayor', 'CO_PRESIDENTS'), office('ma-mayor', 'CO_PRESIDENTS'), office('fr-desk', 'COORDINATORS')];
const hoursAgo = (hours: number): Heard => ({ lastAt: new Date(now.getTime() - hours * 3_600_000), silencedUntil: null });
const asked = (more: Partial<LateFacts>): LateFacts => ({ debts: [minutes], recipients, heard: () => ({ lastAt: null, silencedUntil: null }), now, today, by: { personId: 'fr-desk', partyIds: ['fr'] }, ...more });
const whys = (facts: LateFacts): Record<string, string> => {
  const { letters, leftOut } = remindLate(facts);
  return Object.fromEntries([...letters.map((late) => [`${late.debt.kind} ${late.personId}`, 'LETTER']), ...leftOut.map(({ debt: about, personId, why }) => [`${about.kind} ${personId}`, why])]);
};

describe('« relancer les retardataires »', () => {
  it('one letter to the late of one’s own side; the other side is its own coordination’s affair', () => {
    expect(whys(asked({}))).toEqual({ 'MINUTES fr-mayor': 'LETTER', 'MINUTES ma-mayor': 'OTHER_SIDE' });
    expect(remindLate(asked({})).letters.map(ruleOf)).toEqual(['MINUTES_AGAIN']);
  });

  it.each([[47, 'ASKED_LATELY'], [48, 'LETTER']])('a letter %i hours ago: %s', (hours, why) => {
    expect(whys(asked({ heard: () => hoursAgo(hours) }))['MINUTES fr-mayor']).toBe(why);
  });

  it('says until when, for a silence that was asked for and for the 48 hours', () => {
    const until = new Date('2026-12-10T08:00:00Z');
    const [left] = remindLate(asked({ heard: () => ({ lastAt: null, silencedUntil: until }) })).leftOut;
    expect(left).toMatchObject({ why: 'SILENCED', until });
    expect(remindLate(asked({ heard: () => hoursAgo(40) })).leftOut[0]?.until).toEqual(new Date(now.getTime() + 8 * 3_600_000));
  });

  it('never to oneself, and one letter a person with all of hers: what has waited longest first', () => {
    const two = [minutes, debt('ACTION', '2026-12-01', { debtors: ['fr-mayor'], details: { day: '2026-12-01' } }), older];
    expect(whys(asked({ debts: two }))).toMatchObject({ 'MINUTES fr-mayor': 'LETTER', 'ACTION fr-mayor': 'LETTER', 'PUBLICATION fr-desk': 'YOURSELF' });
    const preview = remindLate(asked({ debts: two }));
    expect([preview.letters.map(({ debt: about }) => about.kind), lettersIn(preview)]).toEqual([['MINUTES', 'ACTION'], 1]);
  });

  it('where a debt names nobody, those its own rows speak to: freezing a plan is not asked of a mayor', () => {
    const freeze = debt('FREEZE', '2026-11-16', { details: { day: '2026-11-16' } });
    expect(whys(asked({ debts: [freeze], by: { personId: 'fr-other', partyIds: ['fr'] } }))).toEqual({ 'FREEZE fr-desk': 'LETTER' });
  });

  it('nobody is late before the day, nor with what is news', () => {
    const plan = debt('PLAN', '2026-12-31', { details: { lastValidDay: '2026-12-30' } });
    expect([isLate(plan, civilDate('2026-12-30')), isLate(plan, civilDate('2026-12-31'))]).toEqual([false, true]);
    expect(lateFrom(minutes)).toBe('2026-11-25');
    expect(isLate(debt('TACIT', '2020-01-01'), today)).toBe(false);
    expect(isLate({ ...minutes, standing: 'SETTLED' }, today)).toBe(false);
  });
});

describe('« silence jusqu’au … »', () => {
  const plan = (lastValidDay: CivilDate): Debt => debt('PLAN', '2026-12-31', { details: { lastValidDay } });
  const code = (answer: ReturnType<typeof silence>): string => (answer.refused ? answer.code : answer.value);

  it('never past a legal deadline, nor for longer than a month', () => {
    expect(silenceLimit(plan(civilDate('2026-12-30')), today)).toBe('2026-12-30');
    expect(silenceLimit(plan(civilDate('2027-12-30')), today)).toBe(addDays(today, 30));
    expect(code(silence(plan(civilDate('2026-12-30')), civilDate('2026-12-31'), today))).toBe('SILENCE_TOO_LONG');
    expect(code(silence(plan(civilDate('2026-12-30')), civilDate('2026-12-30'), today))).toBe('2026-12-30');
  });

  it('not once the day has come, nor backwards', () => {
    expect(code(silence(plan(today), addDays(today, 1), today))).toBe('SILENCE_NOT_POSSIBLE');
    expect(code(silence(minutes, addDays(today, 1), today))).toBe('SILENCE_NOT_POSSIBLE');
    expect(code(silence(plan(civilDate('2026-12-30')), today, today))).toBe('SILENCE_IN_THE_PAST');
  });

  it('a day that somebody promised may wait a month', () => {
    expect(silenceLimit(debt('ACTION', '2026-12-01', { details: { day: '2026-12-01' } }), today)).toBe(addDays(today, 30));
  });
});
