import { describe, expect, it } from '@jest/globals';
import type { CivilDate, RuleSource } from '#kernel';
import { planItem } from './agenda-plan.js';
import { codeOf, mayor, meetingIn, morning, refusalOf, seat, seats, valueOf, villeneuve } from './given.contract.js';
import { itemsDue } from './items-due.js';
import type { MeetingState } from './meeting.js';
import { proposeItem, settleProposal } from './proposing.js';
import { keepSafety, type KeepSafetySheet } from './safety-sheet.js';
import { safetySource } from './safety-source.js';

const planned = meetingIn(villeneuve);
const late: readonly MeetingState[] = ['OPEN', 'CLOSED', 'MINUTED', 'CANCELLED'];

describe('a point that a member proposes', () => {
  const propose = (more: Partial<Parameters<typeof proposeItem>[1]> = {}, meeting = planned) => proposeItem(meeting, { id: 'p-1', seat: mayor, title: 'Le jumelage des écoles', why: '', at: morning, ...more });
  const proposed = { ...valueOf(propose()).state, personId: mayor.personId };

  it('waits for its answer, before the meeting opens, from a member’s seat, under a title', () => {
    expect(proposed).toMatchObject({ state: 'PROPOSED', seatId: mayor.id, agendaItemId: null, reason: null });
    for (const state of late) expect(codeOf(propose({}, { ...planned, state }))).toBe('PROPOSALS_CLOSED');
    expect(codeOf(propose({ title: ' ' }))).toBe('AGENDA_TITLE_BLANK');
    expect(codeOf(propose({ seat: seat('vlg-5', 'COORDINATOR') }))).toBe('NOT_SEATED');
  });

  it('is taken up as an item, or declined with a reason; once', () => {
    const taken = valueOf(settleProposal(planned, proposed, { takenUpAs: 'item-1', at: morning }));
    expect([taken.state, taken.facts[0]?.kind]).toEqual([{ ...proposed, state: 'TAKEN_UP', agendaItemId: 'item-1' }, 'AgendaProposalTakenUp']);
    expect(taken.facts[0]?.data).toMatchObject({ personId: mayor.personId });
    const declined = valueOf(settleProposal(planned, proposed, { declinedFor: 'À la prochaine réunion', at: morning })).state;
    expect(declined).toMatchObject({ state: 'DECLINED', reason: 'À la prochaine réunion', agendaItemId: null });
    expect(codeOf(settleProposal(planned, proposed, { declinedFor: ' ', at: morning }))).toBe('REASON_REQUIRED');
    for (const settled of [taken.state, declined]) expect(codeOf(settleProposal(planned, settled, { takenUpAs: 'item-2', at: morning }))).toBe('PROPOSAL_SETTLED');
    for (const state of late) expect(codeOf(settleProposal({ ...planned, state }, proposed, { takenUpAs: 'item-1', at: morning }))).toBe('PROPOSALS_CLOSED');
  });
});

describe('what is planned of an item', () => {
  it('is between a minute and a day of work, by a seat of this partnership, or is left open', () => {
    const of = (durationMinutes: number | null, presenterSeatId: string | null = null) => codeOf(planItem({ durationMinutes, presenterSeatId }, ['vlg-1']));
    expect([of(1), of(480), of(null), of(45, 'vlg-1')]).toEqual([null, null, null, null]);
    expect([of(0), of(481), of(1.5)]).toEqual(['AGENDA_DURATION_OUTSIDE', 'AGENDA_DURATION_OUTSIDE', 'AGENDA_DURATION_OUTSIDE']);
    expect(of(45, 'elsewhere')).toBe('NOT_FOUND');
  });
});

describe('what the year calls for', () => {
  const article: RuleSource = { kind: 'ARTICLE', reference: 'Art. 3' };
  const term: RuleSource = { kind: 'ARTICLE', reference: 'Art. 7' };
  const on = (day: string, renewal: { from: string; on: string } | null = null, sources: RuleSource | null = article) =>
    itemsDue({ day: day as CivilDate, planSource: sources, evaluationSource: sources, renewal: renewal && { from: renewal.from as CivilDate, on: renewal.on as CivilDate, source: term } });

  it('is next year’s plan and last year’s evaluation, each with its article', () => {
    expect(on('2026-11-20')).toEqual([{ kind: 'PLAN', year: 2027, source: article }, { kind: 'EVALUATION', year: 2025, source: article }]);
    expect(on('2026-11-20', null, null)).toEqual([]);
  });

  it('is the choice before a renewal, from six months before it and until its day', () => {
    const renewal = { from: '2026-11-20', on: '2027-05-20' };
    const asked = (day: string) => on(day, renewal, null).map(({ kind, year }) => `${kind} ${year}`);
    expect([asked('2026-11-19'), asked('2026-11-20'), asked('2027-05-19'), asked('2027-05-20')]).toEqual([[], ['RENEWAL 2027'], ['RENEWAL 2027'], []]);
    expect(on('2026-12-01', renewal, null)[0]?.source).toBe(term);
  });
});

describe('the safety sheet of a meeting', () => {
  const sheet = { hostContact: 'Coordination, 01 00 00 00 00', emergency: '112', insurance: '', advice: null, adviceOn: '2026-11-01' as CivilDate, notes: '' };
  const keep = (more: Partial<KeepSafetySheet> = {}, { meeting = planned, version = 0 } = {}) =>
    keepSafety(meeting, { kept: version ? { ...sheet, version } : null, source: safetySource }, { sheet, expectedVersion: version, seats, personId: 'person-vlg-5', hostName: 'Villeneuve', at: morning, ...more });

  it('is the host’s coordination’s and presidency’s, by the text it rests on', () => {
    expect(valueOf(keep()).by.id).toBe('vlg-5');
    expect(valueOf(keep({ personId: mayor.personId })).by.id).toBe('vlg-1');
    for (const personId of ['person-tiz-5', 'person-tiz-1', 'person-vlg-2', 'somebody', null]) expect(refusalOf(keep({ personId }))).toMatchObject({ code: 'SAFETY_BY_HOST', source: safetySource });
  });

  it('names somebody to call, grows by versions, and holds no day of reading without a level', () => {
    expect(codeOf(keep({ sheet: { ...sheet, hostContact: ' ' } }))).toBe('SAFETY_CONTACT_BLANK');
    expect(valueOf(keep()).state).toEqual({ ...sheet, adviceOn: null, version: 1 });
    expect(valueOf(keep({ sheet: { ...sheet, advice: 'REINFORCED' } }, { version: 3 })).state).toMatchObject({ advice: 'REINFORCED', adviceOn: '2026-11-01', version: 4 });
    expect(codeOf(keep({ expectedVersion: 2 }, { version: 3 }))).toBe('SAFETY_SHEET_CHANGED');
  });

  it('is kept while the meeting sits, and no more once it is over', () => {
    expect(codeOf(keep({}, { meeting: { ...planned, state: 'OPEN' } }))).toBeNull();
    for (const state of ['CLOSED', 'MINUTED', 'CANCELLED'] as const) expect(codeOf(keep({}, { meeting: { ...planned, state } }))).toBe('SAFETY_SHEET_CLOSED');
  });
});
