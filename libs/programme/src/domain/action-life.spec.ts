import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '#kernel';
import { cancel, closeMilestone, complete, liftBlocker, mayStart, nameOwner, open, raiseBlocker, report, reschedule, setMilestone, start, type Followed, type Follower } from './action-life.js';
import { actionStates, followed, isOver, overdueOf, type ActionHead, type FollowedAction } from './followed-action.js';
import { codeOf, hand, nobody } from './given.contract.js';
import { sourcesOf } from './sources.js';

const day = (text: string): CivilDate => text as CivilDate;
const today = day('2026-11-22');
const text = { kind: 'ARTICLE', reference: 'Art. 5', quote: 'exécutoires qu’après signature' } as const;
const rules = sourcesOf(new Map([['executory', { value: 'EVERY_PARTY_SIGNED', source: text }]]));
const by = (who = hand('vlg'), on = today): Follower => ({ hand: who, today: on, sources: rules });
const coordination = by(hand('vlg', 'COORDINATOR'));
const signed = new Date('2025-12-03T16:05:00Z');
const head = (over: Partial<ActionHead> = {}): ActionHead => ({
  id: 'action', partnershipId: 'p', decisionId: 'plan-decision', executoryAt: signed, sheetId: 'sheet', year: 2026, title: 'Sport', startsOn: day('2026-02-01'), plannedEnd: day('2026-11-30'), ...over,
});
const born = (over: Partial<ActionHead> = {}): FollowedAction => followed(head(over), []);
const done = (answer: Followed): FollowedAction => {
  if (answer.refused) throw new Error(answer.code);
  return answer.value.action;
};
const underWay = (over: Partial<ActionHead> = {}): FollowedAction => done(start(born(over), { reason: '' }, by()));
const another = { id: 'other-decision', executoryAt: signed };

describe('starting an action (C4, F32)', () => {
  it('waits for its decision to be executory, and quotes the partnership’s own text', () => {
    expect(mayStart(born(), by())).toMatchObject({ refused: false });
    expect(start(born({ executoryAt: null }), { reason: '' }, coordination)).toMatchObject({ refused: true, code: 'ACTION_NOT_EXECUTORY', args: { origin: 'PLAN' }, source: text });
    expect(start(born({ executoryAt: null, sheetId: null }), { reason: ' ' }, coordination)).toMatchObject({ code: 'ACTION_NOT_EXECUTORY', args: { origin: 'DECISION' } });
  });

  it('early, wants a coordination and a reason, which stays shown', () => {
    expect(codeOf(start(born({ executoryAt: null }), { reason: 'La saison commence' }, by()))).toBe('ACTION_BY_COORDINATORS');
    const early = done(start(born({ executoryAt: null }), { reason: 'La saison commence' }, coordination));
    expect(early).toMatchObject({ state: 'STARTED', earlyReason: 'La saison commence', startedOn: today });
    expect(underWay().earlyReason).toBeNull();
  });
});

/** A hand that tries anything, in any order: what it is told is an answer, never a broken story. */
const tries = fc.record({ act: fc.nat(9), executory: fc.boolean(), coordinator: fc.boolean(), reason: fc.constantFrom('', 'Motif'), place: fc.nat(6), percent: fc.integer({ min: -5, max: 105 }) });
type Try = typeof tries extends fc.Arbitrary<infer One> ? One : never;

function attempt(action: FollowedAction, { act, coordinator, reason, place, percent }: Try): Followed {
  const who = coordinator ? coordination : by();
  const acts: readonly (() => Followed)[] = [
    () => start(action, { reason }, who),
    () => report(action, { state: 'AT_RISK', percent, note: reason }, who),
    () => raiseBlocker(action, { what: 'Visa refusé', since: today, partyId: null }, who),
    () => liftBlocker(action, { blocker: place, liftedOn: today, note: '' }, who),
    () => setMilestone(action, { label: 'Jalon', dueOn: day('2026-06-30') }, who),
    () => closeMilestone(action, { milestone: place, doneOn: reason ? null : today, note: reason }, who),
    () => complete(action, { completedOn: today, note: '' }, who),
    () => reschedule(action, { endsOn: day(place > 3 ? '2027-05-01' : '2026-12-15'), reason, decision: coordinator ? another : null }, who),
    () => cancel(action, { reason, decision: place > 2 ? another : { id: 'plan-decision', executoryAt: signed } }, who),
    () => nameOwner(action, { seatId: 'seat', partyId: 'vlg', held: true }, who),
  ];
  return acts[act]!();
}

/** How a story may go wrong: what a law of the machine forbids. */
function broken(before: FollowedAction, after: FollowedAction): string | null {
  const kept = before.entries.every((entry, index) => after.entries[index] === entry);
  if (!kept || after.entries.length !== before.entries.length + 1) return 'a line was lost';
  if (before.state === 'PLANNED' && after.state !== 'PLANNED' && after.executoryAt === null && !after.earlyReason && !['CANCELLED', 'RESCHEDULED'].includes(after.state)) return 'started before the plan';
  if (isOver(before)) return 'written on a story that was over';
  if (after.percent < 0 || after.percent > 100 || !actionStates.includes(after.state)) return 'out of bounds';
  return after.endedByDecisionId === after.decisionId ? 'ended by its own decision' : null;
}

describe('any story', () => {
  const told = (trying: (action: FollowedAction, one: Try) => Followed) => fc.property(fc.boolean(), fc.array(tries, { maxLength: 40 }), (executory, many) => {
    let action = born(executory ? {} : { executoryAt: null });
    for (const one of many) {
      const answer = trying(action, one);
      if (answer.refused) continue;
      expect(broken(action, answer.value.action)).toBeNull();
      action = answer.value.action;
    }
    // What is kept makes the same action again.
    expect(followed(head({ executoryAt: action.executoryAt }), action.entries)).toEqual(action);
  });

  it('never starts before its plan without a reason, never loses a line, never goes on once over', () => {
    fc.assert(told(attempt), { numRuns: 400 });
  });

  it('would be seen: planted, a hand for whom every plan is executory, and one that forgets the first line', () => {
    const hasty = (action: FollowedAction, one: Try): Followed => {
      const answer = attempt({ ...action, executoryAt: signed }, one);
      return answer.refused ? answer : { ...answer, value: { ...answer.value, action: { ...answer.value.action, executoryAt: action.executoryAt } } };
    };
    const forgetful = (action: FollowedAction, one: Try): Followed => {
      const answer = attempt(action, one);
      return answer.refused ? answer : { ...answer, value: { ...answer.value, action: { ...answer.value.action, entries: answer.value.action.entries.slice(1) } } };
    };
    for (const planted of [hasty, forgetful]) expect(fc.check(told(planted), { numRuns: 400 }).failed).toBe(true);
  });
});

describe('an action under way', () => {
  it('is blocked while something stands in its way, and then as it was told before', () => {
    const told = done(report(underWay(), { state: 'AT_RISK', percent: 40, note: '' }, by()));
    const blocked = done(raiseBlocker(told, { what: 'Visa refusé', since: day('2026-11-02'), partyId: 'tiznit' }, by()));
    expect(blocked).toMatchObject({ state: 'BLOCKED', percent: 40, blockers: [{ what: 'Visa refusé', partyId: 'tiznit', liftedOn: null }] });
    expect(codeOf(complete(blocked, { completedOn: today, note: '' }, by()))).toBe('ACTION_STILL_BLOCKED');
    expect(codeOf(liftBlocker(blocked, { blocker: blocked.entries.length, liftedOn: day('2026-11-01'), note: '' }, by()))).toBe('ENDS_BEFORE_START');
    const lifted = done(liftBlocker(blocked, { blocker: blocked.entries.length, liftedOn: today, note: '' }, by()));
    expect(lifted.state).toBe('AT_RISK');
    expect(codeOf(liftBlocker(lifted, { blocker: blocked.entries.length, liftedOn: today, note: '' }, by()))).toBe('BLOCKER_UNKNOWN');
  });

  it('may go back in percent, each change kept; and says something or nothing is written', () => {
    const back = done(report(done(report(underWay(), { state: null, percent: 60, note: '' }, by())), { state: null, percent: 45, note: 'Recompte' }, by()));
    expect(back).toMatchObject({ percent: 45, state: 'STARTED' });
    expect(back.entries.map(({ kind }) => kind)).toEqual(['STARTED', 'REPORT', 'REPORT']);
    expect(codeOf(report(back, { state: null, percent: null, note: ' ' }, by()))).toBe('NOTHING_REPORTED');
    expect(codeOf(report(back, { state: null, percent: 101, note: '' }, by()))).toBe('PERCENT_OUT_OF_RANGE');
    expect(codeOf(report(born(), { state: 'ON_TRACK', percent: null, note: '' }, by()))).toBe('ACTION_NOT_STARTED');
  });

  it('is late from the day after a milestone, or after its end, until that is done or given up', () => {
    const planned = done(setMilestone(underWay(), { label: 'Former', dueOn: day('2026-06-30') }, by()));
    expect(overdueOf(planned, day('2026-06-30'))).toEqual([]);
    expect(overdueOf(planned, day('2026-07-01'))).toMatchObject([{ label: 'Former' }]);
    expect(overdueOf(planned, day('2026-12-01')).map(({ place }) => place)).toEqual([2, 0]);
    expect(codeOf(closeMilestone(planned, { milestone: 2, doneOn: day('2026-11-23'), note: '' }, by()))).toBe('DAY_AHEAD');
    expect(codeOf(closeMilestone(planned, { milestone: 2, doneOn: null, note: '' }, by()))).toBe('REASON_REQUIRED');
    const reached = done(closeMilestone(planned, { milestone: 2, doneOn: day('2026-06-28'), note: '' }, by()));
    expect(overdueOf(reached, day('2026-07-01'))).toEqual([]);
    expect(codeOf(closeMilestone(reached, { milestone: 2, doneOn: today, note: '' }, by()))).toBe('MILESTONE_UNKNOWN');
    expect(overdueOf(done(complete(planned, { completedOn: today, note: '' }, by())), day('2027-01-01'))).toEqual([]);
  });
});

describe('its end', () => {
  it('moves within its year at a coordination’s word, beyond it by another executory decision', () => {
    const to = (endsOn: string, decision: typeof another | null, who = coordination): Followed => reschedule(underWay(), { endsOn: day(endsOn), reason: 'Retard des visas', decision }, who);
    expect(done(to('2026-12-31', null))).toMatchObject({ state: 'STARTED', endsOn: '2026-12-31' });
    expect(codeOf(to('2026-12-31', null, by()))).toBe('ACTION_BY_COORDINATORS');
    expect(to('2027-03-01', null)).toMatchObject({ code: 'ACTION_NEEDS_DECISION', source: { kind: 'PRODUCT_DEFAULT' } });
    expect(codeOf(to('2027-03-01', { id: 'other-decision', executoryAt: null as unknown as Date }))).toBe('ACTION_NEEDS_DECISION');
    expect(codeOf(to('2027-03-01', { id: 'plan-decision', executoryAt: signed }))).toBe('ACTION_NEEDS_DECISION');
    expect(done(to('2027-03-01', another))).toMatchObject({ state: 'RESCHEDULED', endedByDecisionId: 'other-decision' });
    expect(codeOf(cancel(underWay(), { reason: '', decision: another }, coordination))).toBe('REASON_REQUIRED');
    expect(done(cancel(born(), { reason: 'Sans partenaire', decision: another }, coordination))).toMatchObject({ state: 'CANCELLED' });
  });
});

describe('who', () => {
  it('follows: technicians and coordinations; names her own side’s owner, among those who sit', () => {
    expect(codeOf(setMilestone(born(), { label: 'x', dueOn: today }, by(nobody)))).toBe('NOT_ALLOWED');
    expect(codeOf(setMilestone(born(), { label: 'x', dueOn: today }, by(hand('vlg', 'CO_PRESIDENT'))))).toBe('NOT_ALLOWED');
    expect(codeOf(nameOwner(born(), { seatId: 's', partyId: 'tiznit', held: true }, by()))).toBe('OWNER_NOT_SEATED');
    expect(codeOf(nameOwner(born(), { seatId: 's', partyId: 'vlg', held: false }, by()))).toBe('OWNER_NOT_SEATED');
    const named = done(nameOwner(done(nameOwner(born(), { seatId: 's', partyId: 'vlg', held: true }, by())), { seatId: 't', partyId: 'tiznit', held: true }, by(hand('tiznit'))));
    expect([...named.owners]).toEqual([['vlg', 's'], ['tiznit', 't']]);
  });

  it('opens a follow-up: a coordination, of an adopted decision', () => {
    const decision = { id: 'decision', executoryAt: null, state: 'ADOPTED' };
    const command = { id: 'new', partnershipId: 'p', decision, title: 'Déposer le dossier', startsOn: null, endsOn: day('2027-02-01') };
    expect(done(open(command, coordination))).toMatchObject({ state: 'PLANNED', year: 2027, sheetId: null, decisionId: 'decision' });
    expect(codeOf(open(command, by()))).toBe('ACTION_BY_COORDINATORS');
    expect(codeOf(open({ ...command, decision: { ...decision, state: 'NOT_ADOPTED' } }, coordination))).toBe('DECISION_NOT_ADOPTED');
    expect(codeOf(open({ ...command, endsOn: day('2097-02-01') }, coordination))).toBe('YEAR_OUT_OF_RANGE');
  });
});
