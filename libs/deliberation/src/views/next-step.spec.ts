import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '#kernel';
import { emptyAttendance } from '../domain/attendance.js';
import { submit } from '../domain/drafting.js';
import { assignNumber, finalise } from '../domain/finalising.js';
import { draftMinutes, everyoneThere, later, mayor, meetingIn, morning, president, rules, seat, seats, towns, valueOf, villeneuve } from '../domain/given.contract.js';
import { meetingMoves, type MeetingState } from '../domain/meeting.js';
import { minutesMoves, type Minutes, type MinutesState } from '../domain/minutes.js';
import { answersFor, nextOfMeeting, nextOfMinutes, stranded, type NextStep } from '../domain/next-step.js';
import type { Seat } from '../domain/seat.js';
import { sign } from '../domain/signature.js';
import type { Committee } from './committee.reader.js';
import { meetingMay } from './meeting-may.js';
import { minutesMay } from './minutes-may.js';

const at = later(300);
/** One of each office, on both sides. */
const personas: readonly Seat[] = [...seats, ...(['SESSION_SECRETARY', 'CABINET', 'GUEST', 'STATE_OBSERVER'] as const).flatMap((category, index) => [seat(`vlg-${20 + index}`, category), seat(`tiz-${20 + index}`, category)])];
const parties = towns.map((town) => ({ ...town })) as unknown as Committee['shownParties'];
const committee = { at, parties: towns, seats: personas, rules, shownParties: parties, shownSeats: [] } as unknown as Committee;
const fresh = { at, machineNow: at };

const statesOf = <State extends string>(moves: Readonly<Record<State, unknown>>): State[] => Object.keys(moves) as State[];
const meetingIs = (state: MeetingState) =>
  meetingIn(villeneuve, { state, startsAt: later(600), convenedAt: morning, openedAt: state === 'OPEN' ? morning : null, ...(['CLOSED', 'MINUTED'].includes(state) && { openedAt: morning, closedAt: later(120) }) });

/** A PV in each of its states, made by the very rules. */
function minutesIn(): Readonly<Record<MinutesState, Minutes>> {
  const draft = draftMinutes();
  const review = valueOf(submit(draft, { at: later(200) })).state;
  const final = valueOf(finalise(valueOf(assignNumber(review, { year: 2026, sequence: 1 }, rules)), { contentHash: 'hash', pdfSha256: 'pdf', seats, at: later(220) }, rules)).state;
  const signedBy = (minutes: Minutes, by: Seat): Minutes =>
    valueOf(sign(minutes, { seat: by, personId: by.personId, version: 1, contentHash: 'hash', pdfSha256: 'pdf', method: 'PASSKEY', place: 'Ici', at, stepUpAt: at, machineNow: at }, { seats, rules })).state;
  const half = signedBy(final, mayor);
  return { DRAFT: draft, REVIEW: review, FINAL: final, PARTIALLY_SIGNED: half, EXECUTORY: signedBy(half, president) };
}
const pv = minutesIn();
const stepsOfMinutes = ({ state, facts, signatures }: Minutes) => nextOfMinutes({ state, missing: facts.parties.flatMap(({ id }) => (signatures.some(({ partyId }) => partyId === id) ? [] : [id])) });

/** What the screens let this persona do, by the very rules of the actions. */
const allowed = (may: object): string[] => Object.entries(may as Record<string, { allowed: boolean }>).flatMap(([verb, answer]) => (answer.allowed ? [verb] : []));
const inMeeting = (state: MeetingState, { personId }: Seat): string[] =>
  allowed(meetingMay({ meeting: meetingIs(state), committee, attendance: state === 'CONVENED' ? { ...everyoneThere, bySeat: { ...everyoneThere.bySeat } } : emptyAttendance, openBallots: 0, personId, stepUp: { ...fresh, method: 'PASSKEY' } }));
const onMinutes = (minutes: Minutes, { personId }: Seat): string[] =>
  allowed(minutesMay({ minutes, committee, personId, stepUp: fresh, demo: false, observations: [], today: '2026-12-31' as CivilDate, rectified: false }));

/** The act of each step, as the screens name it. A PV begins, and a meeting is called again, from a page of their own. */
const actOf: Readonly<Record<NextStep['verb'], string | null>> = { CONVENE: 'convene', OPEN: 'open', CLOSE: 'close', DRAFT: null, CALL_AGAIN: null, HAND_OVER: 'review', FINALISE: 'finalise', SIGN: 'sign' };

/** Personas named by a step who cannot take it, and those not named who can: both are faults. */
function faultsOf(steps: readonly NextStep[], may: (persona: Seat) => string[]): string[] {
  return personas.flatMap((persona) =>
    steps.flatMap((step) => {
      const act = actOf[step.verb];
      if (act === null) return [];
      const can = may(persona).includes(act);
      const named = steps.some((one) => one.verb === step.verb && answersFor(one, persona, at));
      return can === named ? [] : [`${persona.id} (${persona.category}) ${can ? 'may but is not asked to' : 'is asked to but may not'} ${step.verb}`];
    }),
  );
}

const ended = { meeting: ['MINUTED', 'CANCELLED'], minutes: ['EXECUTORY'] };

describe('no state × persona without a next step (F33)', () => {
  it.each(statesOf(meetingMoves))('a meeting %s waits for somebody who may act, or is ended', (state) => {
    const steps = nextOfMeeting({ state, hostPartyId: villeneuve.id });
    expect(steps.length > 0).toBe(!ended.meeting.includes(state));
    // Nothing that is ended may move again, but a postponed or unattended one is called again.
    expect(faultsOf(steps, (persona) => inMeeting(state, persona))).toEqual([]);
    for (const persona of personas) if (steps.length === 0) expect(inMeeting(state, persona).filter((act) => ['convene', 'open', 'close', 'cancel'].includes(act))).toEqual([]);
  });

  it.each(statesOf(minutesMoves))('a PV %s waits for somebody who may act, or is ended', (state) => {
    const steps = stepsOfMinutes(pv[state]);
    expect([pv[state].state, steps.length > 0]).toEqual([state, !ended.minutes.includes(state)]);
    expect(faultsOf(steps, (persona) => onMinutes(pv[state], persona))).toEqual([]);
    for (const persona of personas) if (steps.length === 0) expect(onMinutes(pv[state], persona).filter((act) => act !== 'rectify')).toEqual([]);
  });

  it('whatever seats are empty, a chain is said to be stranded exactly when nobody holds an office it waits for', () => {
    const states = fc.oneof(
      fc.constantFrom(...statesOf(meetingMoves)).map((state) => nextOfMeeting({ state, hostPartyId: villeneuve.id })),
      fc.tuple(fc.constantFrom(...statesOf(minutesMoves)), fc.subarray(['vlg', 'tiz'], { minLength: 1 })).map(([state, missing]) => nextOfMinutes({ state, missing })),
    );
    fc.assert(
      fc.property(states, fc.subarray([...personas]), (steps, held) => {
        for (const step of steps) {
          const someone = held.some((one) => step.offices.includes(one.category) && (step.partyId ?? one.partyId) === one.partyId);
          expect(stranded(steps, held, at).includes(step)).toBe(!someone);
        }
      }),
      { numRuns: 500 },
    );
    expect(stranded(stepsOfMinutes(pv.PARTIALLY_SIGNED), personas.filter(({ id }) => id !== president.id), at)).toMatchObject([{ verb: 'SIGN', partyId: 'tiz' }]);
  });

  it('sees a planted dead end, and an actor who could not act', () => {
    const technicians: NextStep = { verb: 'FINALISE', offices: ['TECHNICIAN'], partyId: null };
    const faults = faultsOf([technicians], (persona) => onMinutes(pv.REVIEW, persona));
    expect(faults).toContain('vlg-4 (TECHNICIAN) is asked to but may not FINALISE');
    expect(faults).toContain('vlg-5 (COORDINATOR) may but is not asked to FINALISE');
    expect(stranded([technicians], personas.filter(({ category }) => category !== 'TECHNICIAN'), at)).toEqual([technicians]);
  });
});
