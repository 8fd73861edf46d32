import { describe, expect, it } from '@jest/globals';
import { territoryOf, WorkCalendar, type CivilDate } from '#kernel';
import { edit, submit } from './drafting.js';
import { bareFacts, codeOf, draftMinutes, later, meetingIn, rules, seat, seats, valueOf, villeneuve } from './given.contract.js';
import { isBehind, readAsSpeaker, wordedBy, type Wordings } from './languages.js';
import type { Minutes } from './minutes.js';
import { answerObservation, observationsUntil, observe, readyToFinalise, silentMembers, type Observation, type Observe } from './observations.js';
import { rectify } from './rectifying.js';

const [french, moroccan] = [new WorkCalendar(territoryOf('FR', 'Europe/Paris')), new WorkCalendar(territoryOf('MA', 'Africa/Casablanca'))];
const until = '2026-11-23' as CivilDate;
const there = (seatId: string, presence: string) => ({ seatId, partyId: seatId.slice(0, 3), name: `Nom ${seatId}`, category: 'ELECTED', presence });
const drafted: Minutes = { ...draftMinutes(), facts: { ...bareFacts(meetingIn(villeneuve)), members: [there('vlg-2', 'PRESENT'), there('tiz-2', 'REMOTE'), there('tiz-3', 'ABSENT')] } };
const reviewed = valueOf(submit(drafted, { until, at: later(200) })).state;

const said = (more: Partial<Observe> = {}, minutes = reviewed) =>
  observe(minutes, { id: 'o-1', seats, personId: 'person-vlg-2', today: until, kind: 'CHANGE', passage: 'discussions', quoted: '', text: 'Le chiffre est 40.', proseVersion: 1, at: later(300), ...more });
const observation = (more: Partial<Observe> = {}): Observation => valueOf(said(more)).observation;

describe('observations on a draft (C3, S+8)', () => {
  it('close on the fifth day worked in both territories: All Saints, Green March, Armistice and Independence do not count', () => {
    expect(observationsUntil('2026-10-30' as CivilDate, [french, moroccan])).toBe('2026-11-09');
    expect(observationsUntil('2026-11-05' as CivilDate, [french, moroccan])).toBe('2026-11-16');
    expect(observationsUntil('2026-11-05' as CivilDate, [french])).toBe('2026-11-13');
  });

  it('are made by whoever was there, by the last day included, from the office of today', () => {
    expect(valueOf(said())).toMatchObject({ observation: { kind: 'CHANGE', seatId: 'vlg-2', version: 1, quoted: null }, facts: [{ kind: 'MinutesObserved', data: { passage: 'discussions' } }] });
    expect(JSON.stringify(valueOf(said()).facts)).not.toContain('40');
    expect(codeOf(said({ today: '2026-11-24' as CivilDate }))).toBe('OBSERVATIONS_CLOSED');
    expect(codeOf(said({ personId: 'person-tiz-3' }))).toBe('OBSERVER_NOT_PRESENT');
    expect(codeOf(said({ personId: null }))).toBe('OBSERVER_NOT_PRESENT');
    const successor = seats.map((held) => (held.id === 'vlg-2' ? seat('vlg-2', 'ELECTED', { personId: 'successor' }) : held));
    expect(codeOf(said({ seats: successor }))).toBe('OBSERVER_NOT_PRESENT');
    expect(codeOf(said({ seats: successor, personId: 'successor' }))).toBeNull();
    expect(codeOf(said({}, drafted))).toBe('MINUTES_STATE_FORBIDS');
  });

  it('say something, unless they agree', () => {
    expect(codeOf(said({ text: ' ' }))).toBe('OBSERVATION_BLANK');
    expect(codeOf(said({ passage: 'votes' }))).toBe('PASSAGE_UNKNOWN');
    expect(codeOf(said({ text: 'x'.repeat(2_001) }))).toBe('TEXT_TOO_LONG');
    expect(observation({ kind: 'AGREE', text: '', passage: 'discussions' })).toMatchObject({ kind: 'AGREE', passage: 'whole', text: null });
  });

  it('are answered until FINAL, with a reason when they are not taken up', () => {
    const answer = (takenUp: boolean, text: string, minutes = reviewed) => answerObservation(minutes, observation(), { takenUp, text, personId: 'person-vlg-5', at: later(310) });
    expect(valueOf(answer(true, ''))).toMatchObject({ answer: { takenUp: true, text: null }, facts: [{ kind: 'ObservationAnswered', data: { personId: 'person-vlg-2' } }] });
    expect(codeOf(answer(false, ' '))).toBe('REASON_REQUIRED');
    expect(codeOf(answer(false, 'Le compte rendu dit 30.', { ...reviewed, state: 'FINAL' }))).toBe('MINUTES_STATE_FORBIDS');
    expect(codeOf(answerObservation(reviewed, observation({ kind: 'AGREE' }), { takenUp: true, text: '', personId: 'x', at: later(1) }))).toBe('OBSERVATION_TAKES_NO_ANSWER');
  });

  it('hold FINAL back while a request for a change has no answer, and only then', () => {
    const answered = { ...observation(), answer: { takenUp: false, text: 'Non', personId: 'x', at: later(1) } };
    expect(codeOf(readyToFinalise([observation(), answered]))).toBe('OBSERVATIONS_UNANSWERED');
    expect(codeOf(readyToFinalise([answered, observation({ kind: 'REMARK' }), observation({ kind: 'AGREE' })]))).toBeNull();
    expect(codeOf(readyToFinalise([]))).toBeNull();
  });

  it('name those who were there and are silent on this version', () => {
    expect(silentMembers(reviewed, []).map(({ seatId }) => seatId)).toEqual(['vlg-2', 'tiz-2']);
    expect(silentMembers(reviewed, [observation()]).map(({ seatId }) => seatId)).toEqual(['tiz-2']);
    expect(silentMembers({ ...reviewed, version: 2 }, [observation()])).toHaveLength(2);
  });
});

describe('languages of a PV (Art. 8)', () => {
  const hand = (id: string, minutes: number) => ({ seat: seats.find((held) => held.id === id)!, at: later(minutes) });
  const write = (minutes: Minutes, language: 'fr' | 'ar' | 'zgh', text: string): Minutes => valueOf(edit(minutes, { language, section: 'discussions', text, at: later(1) }, rules)).state;
  const arabic = write(drafted, 'ar', 'نقاش');
  const wordings = wordedBy({}, { before: drafted, after: arabic }, hand('tiz-5', 10));

  it('remember who wrote each, and wait for a speaker other than the writer', () => {
    expect(wordings).toMatchObject({ ar: { seatId: 'tiz-5', version: 1, read: null } });
    expect(Object.keys(wordings)).toEqual(['ar']);
    const read = (id: string, language: 'ar' | 'zgh' = 'ar') => readAsSpeaker(arabic, wordings, { ...hand(id, 20), language });
    expect(codeOf(read('tiz-5'))).toBe('LANGUAGE_READ_BY_ANOTHER');
    expect(codeOf(read('tiz-2', 'zgh'))).toBe('LANGUAGE_NOT_WRITTEN');
    expect(valueOf(read('tiz-2'))).toMatchObject({ wordings: { ar: { read: { seatId: 'tiz-2' } } }, facts: [{ kind: 'MinutesLanguageRead', data: { code: 'ar' } }] });
    expect(codeOf(readAsSpeaker({ ...arabic, state: 'EXECUTORY' }, wordings, { ...hand('tiz-2', 20), language: 'ar' }))).toBe('MINUTES_ARE_EXECUTORY');
  });

  it('are unread again once rewritten, and behind once the French is', () => {
    const read: Wordings = valueOf(readAsSpeaker(arabic, wordings, { ...hand('tiz-2', 20), language: 'ar' })).wordings;
    const again = wordedBy(read, { before: arabic, after: write(arabic, 'ar', 'نقاش آخر') }, hand('tiz-5', 30));
    expect(again.ar).toMatchObject({ read: null });
    const french = wordedBy(read, { before: arabic, after: write(arabic, 'fr', 'Autre') }, hand('vlg-5', 40));
    expect([french.ar?.read?.seatId, isBehind(french, 'ar', 'fr'), isBehind(read, 'ar', 'fr'), isBehind(french, 'fr', 'fr')]).toEqual(['tiz-2', true, false, false]);
    expect(wordedBy(read, { before: arabic, after: arabic }, hand('vlg-5', 50))).toEqual(read);
  });
});

describe('a rectifying PV (C4)', () => {
  const signed: Minutes = { ...drafted, state: 'EXECUTORY', number: 'PV-2026-1', executoryAt: later(500) };
  const meeting = meetingIn(villeneuve, { state: 'MINUTED' });
  const opened = (minutes = signed, more: Partial<Parameters<typeof rectify>[2]> = {}) => rectify(minutes, meeting, { id: 'pv-2', facts: drafted.facts, reason: 'Le nom du lieu', rectified: false, at: later(600), ...more });

  it('is a new draft that names the executory one and starts from its words', () => {
    const { state, facts } = valueOf(opened());
    expect(state).toMatchObject({ id: 'pv-2', state: 'DRAFT', version: 1, number: null, rectifiesMinutesId: 'pv-1', prose: signed.prose, signatures: [] });
    expect(facts.map(({ kind, subject }) => [kind, subject.id])).toEqual([['MinutesRectificationOpened', 'pv-1'], ['MinutesDrafted', 'pv-2']]);
  });

  it('needs an executory PV that none rectifies yet, and a reason', () => {
    for (const state of ['DRAFT', 'REVIEW', 'FINAL', 'PARTIALLY_SIGNED'] as const) expect(codeOf(opened({ ...signed, state }))).toBe('MINUTES_NOT_EXECUTORY');
    expect(codeOf(opened(signed, { rectified: true }))).toBe('MINUTES_ALREADY_RECTIFIED');
    expect(codeOf(opened(signed, { reason: ' ' }))).toBe('REASON_REQUIRED');
  });
});
