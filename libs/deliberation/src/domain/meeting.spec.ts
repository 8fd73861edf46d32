import { describe, expect, it } from '@jest/globals';
import { convene } from './convening.js';
import { codeOf, everyoneThere, later, mayor, meetingIn, morning, president, refusalOf, rules, seat, seats, tiznit, towns, valueOf, villeneuve, withRules, attended } from './given.contract.js';
import { meetingMoves, type Meeting, type MeetingState } from './meeting.js';
import { cancel, cancelConvocation, postpone, reschedule, schedule } from './planning.js';
import { callRoll } from './roll.js';
import type { WrittenDelegation } from './seat.js';
import { close, noteMinuted, open, recordNoQuorum } from './sitting.js';
import { nextTurn } from './turn.js';

const at = later(-60 * 24 * 30);
const frenchHost = { host: villeneuve, hostCoPresident: mayor, rules };
const hostCoordinator = seat('vlg-5', 'COORDINATOR');
const power = (more: Partial<WrittenDelegation> = {}): WrittenDelegation => ({ documentId: 'doc-1', fromSeatId: mayor.id, toSeatId: hostCoordinator.id, from: at, until: null, ...more });

describe('AT-05: who convenes', () => {
  const meeting = meetingIn(villeneuve);

  it('refuses the guest side, its coordinator and its president alike, and quotes Art. 5', () => {
    for (const by of [seat('tiz-5', 'COORDINATOR'), president]) {
      const refusal = refusalOf(convene(meeting, { by, delegation: null, method: 'MAIL_CODE', at }, frenchHost));
      expect(refusal).toMatchObject({ code: 'CONVENER_NOT_HOST_SIDE', args: { host: 'Villeneuve-la-Garenne' } });
      expect(refusal.source).toEqual({ kind: 'ARTICLE', reference: 'Art. 5', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' });
    }
  });

  it('accepts the host representative and tells it', () => {
    const { state, facts } = valueOf(convene(meeting, { by: mayor, delegation: null, method: 'MAIL_CODE', at }, frenchHost));
    expect(state).toMatchObject({ state: 'CONVENED', convenedAt: at });
    expect(facts).toMatchObject([{ kind: 'MeetingConvened', subject: { kind: 'meeting', id: 'm-1' }, data: { bySeatId: 'vlg-1', delegationDocumentId: null } }]);
  });

  it('refuses the host coordinator by our parameter, not by the article, unless the power is valid', () => {
    const attempt = (delegation: WrittenDelegation | null) => convene(meeting, { by: hostCoordinator, delegation, method: 'MAIL_CODE', at }, frenchHost);
    expect(refusalOf(attempt(null))).toMatchObject({ code: 'CONVENER_NOT_REPRESENTATIVE', source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q11' } });
    expect(codeOf(attempt(power({ fromSeatId: president.id })))).toBe('DELEGATION_NOT_VALID');
    expect(codeOf(attempt(power({ toSeatId: 'vlg-4' })))).toBe('DELEGATION_NOT_VALID');
    expect(codeOf(attempt(power({ until: at })))).toBe('DELEGATION_NOT_VALID');
    expect(valueOf(attempt(power())).facts[0]?.data).toMatchObject({ delegationDocumentId: 'doc-1' });
  });

  it('refuses a president whose mandate is over, a past date, and a second convocation', () => {
    const former = { ...mayor, until: at };
    expect(codeOf(convene(meeting, { by: former, delegation: null, method: 'MAIL_CODE', at }, frenchHost))).toBe('MANDATE_NOT_RUNNING');
    expect(codeOf(convene(meeting, { by: mayor, delegation: null, method: 'MAIL_CODE', at: morning }, frenchHost))).toBe('MEETING_IS_PAST');
    expect(codeOf(convene({ ...meeting, state: 'CONVENED' }, { by: mayor, delegation: null, method: 'MAIL_CODE', at }, frenchHost))).toBe('MEETING_STATE_FORBIDS');
  });
});

describe('AT-06: the turn', () => {
  const held = (host: Meeting['hostPartyId'], year: number, more: Partial<Meeting> = {}) =>
    meetingIn(villeneuve, { id: `m-${year}-${host}`, hostPartyId: host, state: 'MINUTED', startsAt: new Date(Date.UTC(year, 5, 1)), ...more });
  const plan = (host: typeof tiznit, more: Partial<Meeting> = {}) => ({ ...meetingIn(host, more), host });
  const lastInMorocco = [held('vlg', 2024), held('tiz', 2025)];

  it('proposes France after Morocco and asks why when Morocco is chosen again', () => {
    const turn = nextTurn(towns, lastInMorocco);
    expect(turn).toEqual({ country: 'FR', hostPartyId: 'vlg' });
    const refusal = refusalOf(schedule(plan(tiznit, { turnBreakReason: '  ' }), turn, rules));
    expect(refusal).toMatchObject({ code: 'TURN_BREAK_NEEDS_REASON', args: { expected: 'FR', chosen: 'MA' }, source: { reference: 'Art. 5' } });
    expect(valueOf(schedule(plan(tiznit, { turnBreakReason: 'Travaux en mairie' }), turn, rules)).state).toMatchObject({ state: 'SCHEDULED', turnBreakReason: 'Travaux en mairie' });
    expect(valueOf(schedule(plan(villeneuve, { turnBreakReason: 'sans objet' }), turn, rules)).state.turnBreakReason).toBeNull();
  });

  it('is not used by extraordinary, remote, cancelled or postponed meetings', () => {
    const others = [
      held('vlg', 2026, { kind: 'EXTRAORDINARY' }),
      held('vlg', 2027, { mode: 'REMOTE' }),
      held('vlg', 2028, { state: 'CANCELLED' }),
      held('vlg', 2029, { state: 'POSTPONED' }),
    ];
    expect(nextTurn(towns, [...others, ...lastInMorocco]).country).toBe('FR');
    const turn = nextTurn(towns, lastInMorocco);
    for (const free of [{ kind: 'EXTRAORDINARY' }, { mode: 'REMOTE' }] as const) expect(codeOf(schedule(plan(tiznit, free), turn, rules))).toBeNull();
  });

  it('lets anyone begin, and turns over countries for five parties (AT-17)', () => {
    expect(nextTurn(towns, []).country).toBeNull();
    expect(codeOf(schedule(plan(tiznit), nextTurn(towns, []), rules))).toBeNull();
    const five = ['fr-a', 'ps-a', 'ps-b', 'fr-b', 'ps-c'].map((id) => ({ id, shortName: id, country: id.slice(0, 2).toUpperCase() }));
    const hosts: string[] = [];
    const past: Meeting[] = [];
    for (let year = 2020; year < 2026; year += 1) {
      const { hostPartyId } = nextTurn(five, past);
      hosts.push(hostPartyId);
      past.push(held(hostPartyId, year));
    }
    expect(hosts).toEqual(['fr-a', 'ps-a', 'fr-b', 'ps-b', 'fr-a', 'ps-c']);
  });

  it('refuses a meeting from afar where the rules want everyone in the room', () => {
    expect(codeOf(schedule(plan(villeneuve, { mode: 'HYBRID' }), nextTurn(towns, []), withRules({ remote: 'NONE' })))).toBe('REMOTE_NOT_ALLOWED');
  });
});

describe('the states of a meeting', () => {
  const world = (attendance = everyoneThere) => callRoll({ at: morning, parties: towns, seats, attendance }, rules);
  const withoutMayor = attended({ ...everyoneThere.bySeat, 'vlg-1': 'EXCUSED' });
  const acts = {
    CONVENED: (meeting: Meeting) => convene(meeting, { by: mayor, delegation: null, method: 'MAIL_CODE', at }, frenchHost),
    OPEN: (meeting: Meeting) => open(meeting, { roll: world(), at: morning }, rules),
    NO_QUORUM: (meeting: Meeting) => recordNoQuorum(meeting, { roll: world(withoutMayor), at: morning }, rules),
    CLOSED: (meeting: Meeting) => close(meeting, { openBallots: 0, at: later(90) }),
    POSTPONED: (meeting: Meeting) => postpone(meeting, { reason: 'Grève', at }),
    CANCELLED: (meeting: Meeting) => cancel(meeting, { reason: 'Grève', at }),
    SCHEDULED: (meeting: Meeting) => (meeting.state === 'CONVENED' ? cancelConvocation(meeting, { reason: 'Erreur', at }) : reschedule(meeting, { reason: 'Report', startsAt: later(600), place: 'Ailleurs', at })),
    MINUTED: (meeting: Meeting) => noteMinuted(meeting, { minutesId: 'pv-1', at: later(200) }),
  } satisfies Record<MeetingState, unknown>;
  const states = Object.keys(meetingMoves) as MeetingState[];

  it('follow the table, and nothing else: every state × every act', () => {
    const reached = new Set<MeetingState>();
    for (const from of states) {
      for (const [to, act] of Object.entries(acts)) {
        const answer = act(meetingIn(villeneuve, { state: from }));
        const allowed = (meetingMoves[from] as readonly string[]).includes(to) || (from === 'MINUTED' && to === 'MINUTED');
        expect({ from, to, refusal: codeOf(answer) }).toEqual({ from, to, refusal: allowed ? null : 'MEETING_STATE_FORBIDS' });
        if (allowed) expect(valueOf(answer).state.state).toBe(to);
        if (allowed) reached.add(to as MeetingState);
      }
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('opens with the quorum only, and naming who is missing', () => {
    const convened = meetingIn(villeneuve, { state: 'CONVENED' });
    const refusal = refusalOf(open(convened, { roll: world(withoutMayor), at: morning }, rules));
    expect(refusal).toMatchObject({ code: 'QUORUM_NOT_MET', args: { missing: 'Villeneuve-la-Garenne' }, source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q4' } });
    expect(codeOf(recordNoQuorum(convened, { roll: world(), at: morning }, rules))).toBe('QUORUM_IS_MET');
    expect(codeOf(close({ ...convened, state: 'OPEN' }, { openBallots: 1, at: later(90) }))).toBe('BALLOT_STILL_OPEN');
  });

  it('asks why whenever people were told otherwise', () => {
    const silent = { reason: ' ', at };
    expect(codeOf(cancel(meetingIn(villeneuve), silent))).toBe('REASON_REQUIRED');
    expect(codeOf(postpone(meetingIn(villeneuve), silent))).toBe('REASON_REQUIRED');
    expect(codeOf(cancelConvocation(meetingIn(villeneuve, { state: 'CONVENED' }), silent))).toBe('REASON_REQUIRED');
    expect(codeOf(reschedule(meetingIn(villeneuve), { ...silent, startsAt: later(1), place: 'Ailleurs' }))).toBe('REASON_REQUIRED');
  });

  it('notes the PV once', () => {
    expect(valueOf(noteMinuted(meetingIn(villeneuve, { state: 'MINUTED' }), { minutesId: 'pv-1', at: later(200) })).facts).toEqual([]);
  });
});
