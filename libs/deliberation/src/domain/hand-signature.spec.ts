import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { edit, submit } from './drafting.js';
import { assignNumber, finalise } from './finalising.js';
import { codeOf, draftMinutes, later, mayor, president, refusalOf, rules, seats, tiznit, valueOf, villeneuve } from './given.contract.js';
import { bring, confirmHand, declineHand, isAwaited, mayAnswer, mayBring, withdrawHand, type BringCommand, type BringWorld, type Counted, type DayWorld, type Hand, type HandSignature } from './hand-signature.js';
import type { Minutes } from './minutes.js';
import type { Seat } from './seat.js';
import { sign } from './signature.js';

const day = (text: string): CivilDate => text as CivilDate;
const final = (): Minutes => {
  const reviewed = valueOf(submit(draftMinutes(), { at: later(200) })).state;
  const numbered = valueOf(assignNumber(reviewed, { year: 2026, sequence: 1 }, rules));
  return valueOf(finalise(numbered, { contentHash: 'hash-1', pdfSha256: 'pdf-1', seats, at: later(220) }, rules)).state;
};
const tiznitDesk: Hand = { personId: 'person-tiz-5', partyIds: ['tiz'] };
const villeneuveDesk: Hand = { personId: 'person-vlg-5', partyIds: ['vlg'] };
const then = (held: readonly Seat[] = seats): DayWorld => ({ then: { seats: held, at: later(240) }, rules });
const world = (more: Partial<BringWorld> = {}): BringWorld => ({ ...then(), finalOn: day('2026-11-14'), today: day('2026-11-20'), ...more });
const command = (more: Partial<BringCommand> = {}): BringCommand => ({ id: 'hand-1', party: tiznit, personId: 'person-tiz-5', place: 'Tiznit', signedOn: day('2026-11-16'), scanSha256: 'scan-1', at: later(5_000), ...more });
const brought = (minutes: Minutes = final()): HandSignature => valueOf(bring(minutes, command(), world())).state;
const seen = (more: object = {}) => ({ command: { hand: villeneuveDesk, seen: { contentHash: 'hash-1', scanSha256: 'scan-1' }, at: later(6_000), ...more }, world: then() });
const counted = (minutes: Minutes, paper: HandSignature = brought(minutes)): Counted => valueOf(confirmHand(minutes, paper, seen()));
const signedHere = (minutes: Minutes, by: Seat): Minutes => {
  const at = later(300);
  const how = { version: 1, contentHash: 'hash-1', pdfSha256: 'pdf-1', method: 'MAIL_CODE', place: 'Ici', at, stepUpAt: at, machineNow: at } as const;
  return valueOf(sign(minutes, { seat: by, personId: by.personId, ...how }, { seats, rules })).state;
};

describe('a PV signed by hand', () => {
  it('is no signature while it waits; confirmed by the other side it is one, from that instant, in the capacity of the day it bears', () => {
    const minutes = final();
    const told = valueOf(bring(minutes, command(), world()));
    expect(told.facts.map(({ kind }) => kind)).toEqual(['HandSignatureEntered']);
    expect(told.state).toMatchObject({ state: 'ENTERED', seatId: president.id, personId: president.personId, contentHash: 'hash-1', version: 1 });
    const { minutes: half, signature, facts } = counted(minutes, told.state);
    expect(half).toMatchObject({ state: 'PARTIALLY_SIGNED', executoryAt: null });
    expect(signature).toMatchObject({ partyId: 'tiz', method: 'PAPER', level: 'SIMPLE', pdfSha256: 'pdf-1', signedAt: later(6_000) });
    expect(facts.map(({ kind }) => kind)).toEqual(['HandSignatureConfirmed', 'MinutesSigned']);
  });

  it('mixes with a signature given here, in either order: the last one makes the PV executory', () => {
    const afterCode = counted(signedHere(final(), mayor));
    expect(afterCode.minutes).toMatchObject({ state: 'EXECUTORY', executoryAt: later(6_000) });
    expect(afterCode.facts.map(({ kind }) => kind)).toEqual(['HandSignatureConfirmed', 'MinutesSigned', 'MinutesBecameExecutory']);
    // Never before somebody else has seen it: the paper's own day makes nothing executory.
    expect(signedHere(counted(final()).minutes, mayor)).toMatchObject({ state: 'EXECUTORY', executoryAt: later(6_000) });
  });

  it('of both sides ends executory too', () => {
    const one = counted(final()).minutes;
    const other = valueOf(bring(one, command({ id: 'hand-2', party: villeneuve, personId: villeneuveDesk.personId }), world())).state;
    expect(valueOf(confirmHand(one, other, seen({ hand: tiznitDesk }))).minutes.state).toBe('EXECUTORY');
  });

  it('stays its signatory’s when the mandate ended since; a mandate that did not run that day is none', () => {
    const gone = seats.map((seat) => (seat.id === president.id ? { ...seat, until: later(1_000) } : seat));
    const paper = brought();
    expect(valueOf(confirmHand(final(), paper, { ...seen(), world: then(gone) })).signature.personId).toBe(president.personId);
    const never = seats.map((seat) => (seat.id === president.id ? { ...seat, until: later(10) } : seat));
    expect(refusalOf(bring(final(), command(), world(then(never))))).toMatchObject({ code: 'HAND_NOBODY_THEN', args: { party: 'Tiznit', day: '2026-11-16' } });
    expect(codeOf(confirmHand(final(), paper, { ...seen(), world: then(never) }))).toBe('MANDATE_NOT_RUNNING');
  });

  it('is brought by its own coordination alone, once, of a final PV, with a place and a day that can be', () => {
    expect(valueOf(mayBring(final(), tiznitDesk, [])).id).toBe('tiz');
    expect(codeOf(mayBring(final(), { personId: 'x', partyIds: [] }, []))).toBe('NOT_ALLOWED');
    expect(codeOf(mayBring(final(), tiznitDesk, ['tiz']))).toBe('HAND_WAITS');
    expect(codeOf(mayBring(signedHere(final(), president), tiznitDesk, []))).toBe('ALREADY_SIGNED');
    expect(codeOf(mayBring(draftMinutes(), tiznitDesk, []))).toBe('MINUTES_NOT_FINAL');
    const tried = (more: Partial<BringCommand>) => codeOf(bring(final(), command(more), world()));
    expect(tried({ place: ' ' })).toBe('PLACE_REQUIRED');
    expect(tried({ signedOn: day('2026-11-13') })).toBe('HAND_SIGNED_BEFORE');
    expect(tried({ signedOn: day('2026-11-21') })).toBe('HAND_DATE_AHEAD');
    const interim = seats.map((seat) => (seat.id === president.id ? { ...seat, interim: { reference: 'Arrêté 12', dated: '2026-11-01', sha256: null } } : seat));
    expect(codeOf(bring(final(), command(), world(then(interim))))).toBe('INTERIM_ACT_MISSING');
  });

  it('is answered by another party, by neither who brought it nor who signed it, on the hashes that stand', () => {
    const paper = brought();
    const answer = (hand: Hand) => codeOf(mayAnswer(final(), paper, hand));
    expect(answer(villeneuveDesk)).toBeNull();
    expect(answer(tiznitDesk)).toBe('HAND_BY_OTHER');
    expect(answer({ ...villeneuveDesk, personId: tiznitDesk.personId })).toBe('HAND_BY_OTHER');
    expect(answer({ ...villeneuveDesk, personId: president.personId })).toBe('HAND_BY_OTHER');
    expect(answer({ personId: 'both', partyIds: ['vlg', 'tiz'] })).toBe('HAND_BY_OTHER');
    expect(answer({ personId: 'nobody', partyIds: [] })).toBe('NOT_ALLOWED');
    for (const wrong of [{ contentHash: 'hash-2', scanSha256: 'scan-1' }, { contentHash: 'hash-1', scanSha256: 'scan-2' }]) expect(codeOf(confirmHand(final(), paper, seen({ seen: wrong })))).toBe('HAND_CHANGED');
  });

  it('waits no more once its president signed here, or the text changed: nobody is asked, nothing counts twice', () => {
    const paper = brought();
    expect(isAwaited(final(), paper)).toBe(true);
    const already = signedHere(final(), president);
    expect([isAwaited(already, paper), codeOf(confirmHand(already, paper, seen()))]).toEqual([false, 'ALREADY_SIGNED']);
    const reworded = valueOf(edit(final(), { language: 'fr', section: 'discussions', text: 'Autre', at: later(400) }, rules)).state;
    expect([isAwaited(reworded, paper), codeOf(confirmHand(reworded, paper, seen()))]).toEqual([false, 'HAND_VERSION_REPLACED']);
  });

  it('declined says why and counts nothing; taken back by its own side alone; answered, it never changes', () => {
    const paper = brought();
    expect(codeOf(declineHand(final(), paper, { hand: villeneuveDesk, reason: ' ', at: later(1) }))).toBe('REASON_REQUIRED');
    const declined = valueOf(declineHand(final(), paper, { hand: villeneuveDesk, reason: 'La page manque', at: later(1) }));
    expect(declined.facts).toMatchObject([{ kind: 'HandSignatureDeclined', data: { reason: 'La page manque', partyId: 'tiz', byPartyId: 'vlg' } }]);
    expect(codeOf(withdrawHand(final(), paper, { hand: villeneuveDesk, at: later(1) }))).toBe('HAND_BY_ITS_SIDE');
    const withdrawn = valueOf(withdrawHand(final(), paper, { hand: tiznitDesk, at: later(1) })).state;
    for (const ended of [declined.state, withdrawn, counted(final(), paper).paper]) {
      expect(codeOf(confirmHand(final(), ended, seen()))).toBe('HAND_STATE_FORBIDS');
      expect(codeOf(withdrawHand(final(), ended, { hand: tiznitDesk, at: later(1) }))).toBe('HAND_STATE_FORBIDS');
    }
  });
});
