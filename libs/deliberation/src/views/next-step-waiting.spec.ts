import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '#kernel';
import { answerConvocation } from '../domain/answering.js';
import { castVote, closeBallot, openBallot, type Ballot } from '../domain/ballot.js';
import { submit } from '../domain/drafting.js';
import { assignNumber, finalise } from '../domain/finalising.js';
import { codeOf, decisionOf, draftMinutes, everyoneThere, later, meetingIn, morning, rules, seat, seats, tiznit, towns, valueOf, villeneuve } from '../domain/given.contract.js';
import { bring, mayAnswer, mayWithdraw, type Hand } from '../domain/hand-signature.js';
import { confirmHands, coordinates, noteHands, withdrawHands } from '../domain/hands.js';
import { answerObservation, readyToFinalise, unanswered, type Observation } from '../domain/observations.js';
import { enter, mayChange, mayConfirm, type PaperHand } from '../domain/paper-minutes.js';
import { callRoll, voterOf } from '../domain/roll.js';
import type { Seat, SeatCategory } from '../domain/seat.js';
import { holdsSitting } from '../domain/stewards.js';

/** What waits inside a state, where `next-step.spec` looks at the states: a ballot, a sheet of hands, a scan, a paper, a request. */
interface Wait {
  readonly name: string;
  /** The acts that carry it on, and those that take it back. */
  readonly acts: Readonly<Record<string, (persona: Seat) => boolean>>;
  /** Who is asked, act by act: what the page of it says. */
  readonly asked: Readonly<Record<string, (persona: Seat) => boolean>>;
}

const at = later(30);
const personas: readonly Seat[] = [...seats, ...(['SESSION_SECRETARY', 'CABINET', 'GUEST', 'STATE_OBSERVER'] as const).flatMap((category, index) => ['vlg', 'tiz'].map((party) => seat(`${party}-${20 + index}`, category, { votes: false })))];
const handOf = (persona: Seat, ...offices: readonly SeatCategory[]): Hand & PaperHand => ({ personId: persona.personId, partyIds: offices.includes(persona.category) ? [persona.partyId] : [] });
const may = (answer: { readonly refused: boolean }): boolean => !answer.refused;
const is = (persona: Seat, category: SeatCategory, party?: string): boolean => persona.category === category && (party === undefined || persona.partyId === party);
const sits = (persona: Seat): boolean => ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY'].includes(persona.category);

const open = meetingIn(villeneuve, { state: 'OPEN', openedAt: morning });
const roll = callRoll({ at: morning, parties: towns, seats, attendance: everyoneThere }, rules);
const world = { meeting: open, roll, rules, openBallots: 0 };
const voted = valueOf(openBallot(decisionOf(open), { id: 'b-1', textHash: 'text-1', at: later(10) }, world)).state;
const byVoice = (ballot: Ballot, { personId }: Seat): boolean => {
  const voice = ballot.roll.electors.find((elector) => voterOf(elector).personId === personId);
  return voice !== undefined && may(castVote(ballot, { seatId: voice.seatId, personId, choice: 'FOR', words: null, textHash: 'text-1', at }));
};

const desk = (id: string): Seat => seats.find((held) => held.id === id)!;
const hands = valueOf(noteHands(open, { id: 'h-1', by: desk('vlg-5'), rounds: [{ decision: decisionOf(open), ballotId: 'b-2', roll, exceptions: [] }], awaiting: [], at: later(20) })).state;
const atDesk = (persona: Seat, act: (by: Seat) => { readonly refused: boolean }): boolean => {
  const by = coordinates(personas, persona.personId, at);
  return !by.refused && may(act(by.value));
};

const review = valueOf(submit(draftMinutes(), { at: later(200) })).state;
const final = valueOf(finalise(valueOf(assignNumber(review, { year: 2026, sequence: 1 }, rules)), { contentHash: 'hash', pdfSha256: 'pdf', seats, at: later(220) }, rules)).state;
const day = '2026-11-16' as CivilDate;
const scan = valueOf(bring(final, { id: 'hand-1', party: tiznit, personId: 'person-tiz-5', place: 'Tiznit', signedOn: day, scanSha256: 'scan', at: later(5_000) }, { then: { seats, at: later(240) }, rules, finalOn: '2026-11-14' as CivilDate, today: day })).state;

const paper = valueOf(enter(
  { id: 'paper', partnershipId: 'p-1', number: 'PV n° 3', heldOn: day, kind: 'ORDINARY', hostPartyId: 'tiz', place: 'Tiznit', decisions: [], signatures: [], contentHash: 'hash' },
  { hand: handOf(desk('vlg-5'), 'COORDINATOR'), at },
)).state;

const request: Observation = {
  id: 'o-1', version: 1, proseVersion: 1, kind: 'CHANGE', passage: 'discussions', quoted: null, text: 'Le chiffre est 40.', partyId: 'tiz', seatId: 'tiz-2', personId: 'person-tiz-2', madeAt: later(210), answer: null,
};

const waits: readonly Wait[] = [
  {
    name: 'a convocation without an answer',
    acts: { answer: (persona) => may(answerConvocation({ meeting: meetingIn(villeneuve, { state: 'CONVENED', convenedAt: morning }), rules }, { seat: persona, reply: 'COMING', at: morning })) },
    asked: { answer: ({ votes }) => votes },
  },
  {
    name: 'an open ballot',
    acts: { vote: (persona) => byVoice(voted.ballot, persona), close: ({ personId }) => may(holdsSitting(personas, personId, at)) && may(closeBallot(voted, { at })) },
    asked: { vote: ({ votes }) => votes, close: sits },
  },
  {
    name: 'hands noted by one coordination',
    acts: {
      confirm: (persona) => atDesk(persona, (by) => confirmHands(hands, { by, at })),
      takeBack: (persona) => atDesk(persona, (by) => withdrawHands(hands, { by, reason: 'Une erreur.', at })),
    },
    asked: { confirm: (persona) => is(persona, 'COORDINATOR', 'tiz'), takeBack: (persona) => is(persona, 'COORDINATOR') },
  },
  {
    name: 'a request for a change',
    acts: { answer: ({ personId }) => may(holdsSitting(personas, personId, at)) && may(answerObservation(review, request, { takenUp: true, text: '', personId, at })) },
    asked: { answer: sits },
  },
  {
    name: 'a scan of a signature by hand',
    acts: { answer: (persona) => may(mayAnswer(final, scan, handOf(persona, 'COORDINATOR', 'CO_PRESIDENT'))), takeBack: (persona) => may(mayWithdraw(scan, handOf(persona, 'COORDINATOR'))) },
    asked: { answer: (persona) => is(persona, 'COORDINATOR', 'vlg') || is(persona, 'CO_PRESIDENT', 'vlg'), takeBack: (persona) => is(persona, 'COORDINATOR', 'tiz') },
  },
  {
    name: 'a paper without its scan',
    acts: { confirm: (persona) => may(mayConfirm(paper, handOf(persona, 'COORDINATOR'), null)), join: (persona) => may(mayChange(paper, handOf(persona, 'COORDINATOR'))) },
    asked: { confirm: () => false, join: (persona) => is(persona, 'COORDINATOR', 'vlg') },
  },
  {
    name: 'a paper with its scan',
    acts: { confirm: (persona) => may(mayConfirm(paper, handOf(persona, 'COORDINATOR'), 'scan')), takeBack: (persona) => may(mayChange(paper, handOf(persona, 'COORDINATOR'))) },
    asked: { confirm: (persona) => is(persona, 'COORDINATOR', 'tiz'), takeBack: (persona) => is(persona, 'COORDINATOR', 'vlg') },
  },
];

/** Personas who are asked and may not, or may and are not asked. */
const faultsOf = ({ acts, asked }: Wait): string[] =>
  Object.entries(acts).flatMap(([act, can]) => personas.flatMap((persona) => (can(persona) === asked[act]!(persona) ? [] : [`${persona.id} (${persona.category}) ${can(persona) ? 'may but is not asked to' : 'is asked to but may not'} ${act}`])));

const isCarriedBy = ({ acts }: Wait, held: readonly Seat[]): boolean => held.some((persona) => Object.values(acts).some((can) => can(persona)));

describe('nothing that waits inside a state is without a next step (F33)', () => {
  it.each(waits)('$name waits for those who are asked, all of them and only them', (wait) => {
    expect(faultsOf(wait)).toEqual([]);
    expect(isCarriedBy(wait, personas)).toBe(true);
  });

  it('whatever seats are empty, two coordinations and two presidencies are enough: each waits for one of them at most', () => {
    const offices = personas.filter(({ category }) => ['CO_PRESIDENT', 'COORDINATOR'].includes(category));
    const others = personas.filter((persona) => !offices.includes(persona));
    fc.assert(fc.property(fc.constantFrom(...waits), fc.subarray(others), (wait, held) => expect(isCarriedBy(wait, [...offices, ...held])).toBe(true)));
  });

  it('what one coordination brought alone is never stuck: the other carries it on, or she takes it back', () => {
    const bySide: Readonly<Record<string, string>> = { 'hands noted by one coordination': 'vlg-5', 'a scan of a signature by hand': 'tiz-5', 'a paper without its scan': 'vlg-5', 'a paper with its scan': 'vlg-5' };
    for (const wait of waits) if (bySide[wait.name]) expect([wait.name, isCarriedBy(wait, [desk(bySide[wait.name]!)])]).toEqual([wait.name, true]);
  });

  it('a request that was answered waits no more, and only then the PV may be final', () => {
    expect([unanswered([request]).length, codeOf(readyToFinalise([request]))]).toEqual([1, 'OBSERVATIONS_UNANSWERED']);
    const { answer } = valueOf(answerObservation(review, request, { takenUp: false, text: 'Le relevé dit 30.', personId: 'person-vlg-5', at }));
    expect([unanswered([{ ...request, answer }]).length, codeOf(readyToFinalise([{ ...request, answer }]))]).toEqual([0, null]);
  });

  it('sees a planted dead end: a scan that only who brought it might confirm', () => {
    const [, , , , wait] = waits;
    const alone: Wait = { ...wait!, acts: { ...wait!.acts, answer: (persona) => is(persona, 'COORDINATOR', 'tiz') } };
    expect(faultsOf(alone)).toContain('vlg-5 (COORDINATOR) is asked to but may not answer');
    expect(faultsOf(alone)).toContain('tiz-5 (COORDINATOR) may but is not asked to answer');
  });
});
