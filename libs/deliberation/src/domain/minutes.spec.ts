import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { edit, reopen, sendBack, submit, type EditProse } from './drafting.js';
import { assignNumber, finalise } from './finalising.js';
import { bareFacts, codeOf, draftMinutes, later, meetingIn, president, refusalOf, rules, seats, valueOf, villeneuve } from './given.contract.js';
import { draft, nextActors, type Minutes } from './minutes.js';
import { contentOf } from './minutes-content.js';

const inReview = (minutes: Minutes = draftMinutes()): Minutes => valueOf(submit(minutes, { at: later(200) })).state;
const write = (minutes: Minutes, more: Partial<EditProse> = {}): Minutes =>
  valueOf(edit(minutes, { language: 'fr', section: 'discussions', text: 'Texte corrigé.', at: later(210), ...more }, rules)).state;
const number = { year: 2026, sequence: 3 };
const seal = { contentHash: 'hash', pdfSha256: 'pdf', seats, at: later(220) };
const final = (minutes: Minutes = inReview()): Minutes => valueOf(finalise(valueOf(assignNumber(minutes, number, rules)), seal, rules)).state;

describe('the PV on its way to FINAL', () => {
  it('is drafted from a closed meeting, from its own facts', () => {
    const closed = meetingIn(villeneuve, { state: 'CLOSED' });
    const command = { id: 'pv-1', facts: bareFacts(closed), prose: {}, rectifiesMinutesId: null, at: later(180) };
    expect(valueOf(draft(closed, command)).facts).toMatchObject([{ kind: 'MinutesDrafted', data: { version: 1 } }]);
    expect(codeOf(draft({ ...closed, state: 'OPEN' }, command))).toBe('MEETING_NOT_CLOSED');
    expect(codeOf(draft({ ...closed, id: 'm-2' }, command))).toBe('MEETING_NOT_CLOSED');
    expect(codeOf(draft({ ...closed, state: 'MINUTED' }, command))).toBe('MEETING_NOT_CLOSED');
    expect(codeOf(draft({ ...closed, state: 'MINUTED' }, { ...command, rectifiesMinutesId: 'pv-0' }))).toBeNull();
  });

  it('goes to review and back, saying why', () => {
    expect(codeOf(sendBack(inReview(), { reason: '', at: later(205) }))).toBe('REASON_REQUIRED');
    expect(valueOf(sendBack(inReview(), { reason: 'Manque un point', at: later(205) })).state.state).toBe('DRAFT');
    expect(codeOf(sendBack(draftMinutes(), { reason: 'x', at: later(205) }))).toBe('MINUTES_STATE_FORBIDS');
    expect(codeOf(submit(final(), { at: later(230) }))).toBe('MINUTES_STATE_FORBIDS');
  });

  it('AT-21: cannot be final until whatever is written has its French version (Art. 8)', () => {
    const arabicOnly = write(write(inReview(), { text: ' ' }), { language: 'ar', text: 'نقاش' });
    const refusal = refusalOf(assignNumber(arabicOnly, number, rules));
    expect(refusal).toMatchObject({ code: 'FRENCH_VERSION_MISSING', args: { sections: 'discussions' }, source: { kind: 'ARTICLE', reference: 'Art. 8' } });
    const reserved = write(inReview(), { language: 'ar', section: 'reservations', text: 'تحفظ' });
    expect(refusalOf(finalise({ ...reserved, number: 'PV-2026-3' }, seal, rules)).args).toEqual({ sections: 'reservations' });
    expect(codeOf(edit(inReview(), { language: 'en', section: 'discussions', text: 'x', at: later(1) }, rules))).toBe('LANGUAGE_NOT_ALLOWED');
  });

  it('takes its number at FINAL, inside what is hashed, and keeps it through later versions', () => {
    const first = final();
    expect(first).toMatchObject({ state: 'FINAL', number: 'PV-2026-3', version: 1 });
    expect(contentOf(first)).toMatchObject({ number: 'PV-2026-3', version: 1 });
    const again = valueOf(assignNumber(inReview(write(first)), { year: 2027, sequence: 1 }, rules));
    expect(again).toMatchObject({ number: 'PV-2026-3', version: 2 });
    expect(codeOf(finalise(inReview(), seal, rules))).toBe('MINUTES_NOT_NUMBERED');
    expect(codeOf(assignNumber(draftMinutes(), number, rules))).toBe('MINUTES_STATE_FORBIDS');
  });

  it('asks every co-president in office, and refuses to wait for nobody', () => {
    expect(final().requests).toMatchObject([{ partyId: 'vlg', seatId: 'vlg-1', state: 'REQUESTED' }, { partyId: 'tiz', seatId: 'tiz-1', state: 'REQUESTED' }]);
    const vacant = seats.map((seat) => (seat.id === president.id ? { ...seat, until: later(0) } : seat));
    const numbered = valueOf(assignNumber(inReview(), number, rules));
    expect(refusalOf(finalise(numbered, { ...seal, seats: vacant }, rules))).toMatchObject({ code: 'CO_PRESIDENT_MISSING', args: { party: 'Tiznit' } });
    expect(nextActors(final()).map(({ who }) => who)).toEqual(['CO_PRESIDENT', 'CO_PRESIDENT']);
  });

  it('can be taken back before the first signature only, as a new version', () => {
    const { state, facts } = valueOf(reopen(final(), { reason: 'Finalisé trop tôt', at: later(230) }));
    expect(state).toMatchObject({ state: 'DRAFT', version: 2, seal: null, requests: [], replaced: [{ version: 1, seal: { contentHash: 'hash' } }] });
    expect(facts.map(({ kind }) => kind)).toEqual(['MinutesReopened', 'MinutesVersionReplaced', 'SignatureRequestLapsed', 'SignatureRequestLapsed']);
    expect(codeOf(reopen(final(), { reason: ' ', at: later(230) }))).toBe('REASON_REQUIRED');
    expect(codeOf(reopen(inReview(), { reason: 'x', at: later(230) }))).toBe('MINUTES_STATE_FORBIDS');
  });

  it('changes nothing when the words are the same', () => {
    const minutes = final();
    expect(write(minutes, { text: 'Échanges sur le plan 2027.' })).toBe(minutes);
  });
});

describe('what is hashed', () => {
  const text = (minutes: Minutes): string => canonicalJson(contentOf(minutes));

  it('is the same whatever the order in which languages were written, and blank sections do not count', () => {
    const ar: Partial<EditProse> = { language: 'ar', text: 'نقاش' };
    const zgh: Partial<EditProse> = { language: 'zgh', text: 'ⴰⵎⵙⴰⵡⴰⵍ' };
    const one = write(write(draftMinutes(), ar), zgh);
    expect(text(write(write(draftMinutes(), zgh), ar))).toBe(text(one));
    expect(text(write(one, { section: 'reservations', text: '  ' }))).toBe(text(one));
    expect(contentOf(one).languages).toEqual(['fr', 'ar', 'zgh']);
  });

  it('differs with any word, language, number, version or fact', () => {
    const base = draftMinutes();
    const others: Minutes[] = [
      write(base),
      write(base, { language: 'ar', text: 'نقاش' }),
      write(base, { section: 'nextMeeting', text: 'Tiznit, printemps 2027' }),
      { ...base, number: 'PV-2026-1' },
      { ...base, version: 2 },
      { ...base, rectifiesMinutesId: 'pv-0' },
      { ...base, facts: { ...base.facts, quorum: { ...base.facts.quorum, rule: 'NONE' } } },
    ];
    expect(new Set([base, ...others].map(text)).size).toBe(others.length + 1);
  });
});
