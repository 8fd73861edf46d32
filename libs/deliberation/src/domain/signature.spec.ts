import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { edit, reopen, submit } from './drafting.js';
import { assignNumber, finalise } from './finalising.js';
import { codeOf, draftMinutes, later, mayor, president, refusalOf, rules, seat, seats, towns, valueOf, withRules } from './given.contract.js';
import { nextActors, type Minutes, type Seal } from './minutes.js';
import type { Party, Seat } from './seat.js';
import { everyPartySigned, refuseToSign, sign, type Signing } from './signature.js';
import { statementOf } from './statement.js';
import { followMandates } from './succession.js';

type Final = Minutes & { seal: Seal };
const final = (minutes: Minutes = draftMinutes(), members: readonly Seat[] = seats): Final => {
  const reviewed = valueOf(submit(minutes, { at: later(200) })).state;
  const numbered = valueOf(assignNumber(reviewed, { year: 2026, sequence: 1 }, rules));
  const contentHash = `hash-${minutes.version}`;
  return valueOf(finalise(numbered, { contentHash, pdfSha256: `pdf-${minutes.version}`, seats: members, at: later(220) }, rules)).state as Final;
};
const machineNow = later(100_000);
const act = (minutes: Minutes, by: Seat, more: Partial<Signing> = {}): Signing => ({
  seat: by,
  personId: by.personId,
  version: minutes.version,
  contentHash: minutes.seal?.contentHash ?? 'none',
  pdfSha256: minutes.seal?.pdfSha256 ?? 'none',
  method: 'MAIL_CODE',
  place: by.partyId === 'vlg' ? 'Villeneuve-la-Garenne' : 'Tiznit',
  at: later(300),
  stepUpAt: new Date(machineNow.getTime() - 60_000),
  machineNow,
  ...more,
});
const world = { seats, rules };
const signedBy = (minutes: Minutes, by: Seat, more: Partial<Signing> = {}): Minutes => valueOf(sign(minutes, act(minutes, by, more), world)).state;

describe('AT-01: executory', () => {
  it.each([[mayor, president], [president, mayor]])('not at the first signature, exactly at the second, in either order, dated at the later one', (first, second) => {
    const half = valueOf(sign(final(), act(final(), first), world));
    expect(half.state).toMatchObject({ state: 'PARTIALLY_SIGNED', executoryAt: null });
    expect(half.facts.map(({ kind }) => kind)).toEqual(['MinutesSigned']);
    const whole = valueOf(sign(half.state, act(half.state, second, { at: later(4000) }), world));
    expect(whole.state).toMatchObject({ state: 'EXECUTORY', executoryAt: later(4000) });
    expect(whole.facts.map(({ kind }) => kind)).toEqual(['MinutesSigned', 'MinutesBecameExecutory']);
    expect(whole.facts[1]?.data).toMatchObject({ number: 'PV-2026-1', contentHash: 'hash-1', executoryAt: later(4000).toISOString() });
    expect(nextActors(whole.state)).toEqual([]);
  });

  it('is dated at the later signature even when clocks disagree about the order', () => {
    expect(signedBy(signedBy(final(), mayor, { at: later(900) }), president, { at: later(800) }).executoryAt).toEqual(later(900));
  });

  it('AT-17: five parties, five signatures', () => {
    const five: Party[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, shortName: id, country: id < 'c' ? 'FR' : 'PS' }));
    const heads = five.map(({ id }) => seat(`${id}-1`, 'CO_PRESIDENT', { partyId: id }));
    let minutes: Minutes = final(draftMinutes(five), heads);
    const states = heads.map((head) => (minutes = valueOf(sign(minutes, act(minutes, head), { seats: heads, rules })).state).state);
    expect(states).toEqual(['PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'PARTIALLY_SIGNED', 'EXECUTORY']);
  });
});

describe('every party has signed', () => {
  const whole = signedBy(signedBy(final(), mayor), president);
  const with2nd = (change: object): Minutes => ({ ...whole, signatures: whole.signatures.map((each) => (each.partyId === 'tiz' ? { ...each, ...change } : each)) });

  it('only on this version’s very hashes, never without a seal, never of nobody', () => {
    expect(everyPartySigned(whole)).toBe(true);
    for (const other of [{ contentHash: 'hash-0' }, { pdfSha256: 'pdf-0' }, { version: 0 }]) expect(everyPartySigned(with2nd(other))).toBe(false);
    expect(everyPartySigned({ ...whole, seal: null })).toBe(false);
    expect(everyPartySigned({ ...whole, facts: { ...whole.facts, parties: [] } })).toBe(false);
  });
});

describe('AT-02: any change after a signature', () => {
  it('opens a new version, voids that signature, keeps the old version readable, asks both again', () => {
    const half = signedBy(final(), mayor);
    const { state, facts } = valueOf(edit(half, { language: 'ar', section: 'discussions', text: 'نقاش', at: later(310) }, rules));
    expect(state).toMatchObject({ state: 'DRAFT', version: 2, signatures: [], seal: null });
    expect(state.replaced).toMatchObject([{ version: 1, seal: { contentHash: 'hash-1' }, prose: { fr: { discussions: 'Échanges sur le plan 2027.' } }, voidSignatures: [{ partyId: 'vlg' }] }]);
    expect(facts.map(({ kind }) => kind)).toEqual(['MinutesVersionReplaced', 'SignatureVoided', 'SignatureRequestLapsed']);
    const again = final(state);
    expect(again.requests.map((request) => request.state)).toEqual(['REQUESTED', 'REQUESTED']);
    expect(codeOf(sign(again, act(half, president), world))).toBe('SIGNED_TEXT_CHANGED');
    expect(signedBy(again, president).state).toBe('PARTIALLY_SIGNED');
    expect(codeOf(reopen(half, { reason: 'x', at: later(310) }))).toBe('MINUTES_ALREADY_SIGNED');
  });
});

describe('a signature is refused', () => {
  const refusal = (minutes: Minutes, by: Seat, more: Partial<Signing> = {}) => codeOf(sign(minutes, act(minutes, by, more), world));

  it('to whoever is not that party’s co-president at that instant, quoting Art. 5', () => {
    const minutes = final();
    for (const member of seats.filter(({ category }) => category !== 'CO_PRESIDENT')) expect(refusal(minutes, member)).toBe('NOT_THE_CO_PRESIDENT');
    expect(refusal(minutes, mayor, { personId: 'person-tiz-1' })).toBe('NOT_THE_CO_PRESIDENT');
    expect(refusal(minutes, { ...mayor, partyId: 'elsewhere' })).toBe('NOT_THE_CO_PRESIDENT');
    expect(refusal(minutes, seat('vlg-9', 'CO_PRESIDENT'))).toBe('NOT_THE_CO_PRESIDENT');
    expect(refusal(minutes, { ...mayor, until: later(300) })).toBe('MANDATE_NOT_RUNNING');
    expect(refusal(minutes, { ...mayor, from: later(301) })).toBe('MANDATE_NOT_RUNNING');
    expect(refusalOf(sign(minutes, act(minutes, seats[1] as Seat), world)).source).toMatchObject({ kind: 'ARTICLE', reference: 'Art. 5' });
  });

  it('on another text, PDF or version, twice, or out of its time', () => {
    const minutes = final();
    for (const other of [{ contentHash: 'hash-0' }, { pdfSha256: 'pdf-0' }, { version: 2 }]) expect(refusal(minutes, mayor, other)).toBe('SIGNED_TEXT_CHANGED');
    expect(refusal(signedBy(minutes, mayor), mayor)).toBe('ALREADY_SIGNED');
    expect(refusal(signedBy(signedBy(minutes, mayor), president), president)).toBe('ALREADY_SIGNED');
    expect(refusal(draftMinutes(), mayor)).toBe('MINUTES_NOT_FINAL');
    expect(refusal(minutes, mayor, { place: ' ' })).toBe('PLACE_REQUIRED');
  });

  it('without a proof of identity from the last five minutes, or by a way the rules do not accept', () => {
    const minutes = final();
    const ago = (milliseconds: number) => ({ stepUpAt: new Date(machineNow.getTime() - milliseconds) });
    expect(refusal(minutes, mayor, { stepUpAt: null })).toBe('STEP_UP_REQUIRED');
    expect(refusal(minutes, mayor, ago(300_000))).toBe('STEP_UP_REQUIRED');
    expect(refusal(minutes, mayor, ago(-1))).toBe('STEP_UP_REQUIRED');
    expect(refusal(minutes, mayor, ago(299_999))).toBeNull();
    const passkeyOnly = withRules({ signature: { methods: ['PASSKEY'], order: 'ANY' } });
    expect(codeOf(sign(minutes, act(minutes, mayor), { seats, rules: passkeyOnly }))).toBe('SIGNING_METHOD_NOT_ACCEPTED');
  });
});

describe('refusing to sign', () => {
  it('needs a motive, sends the PV back to draft v+1 and keeps the void signature as evidence', () => {
    const half = signedBy(final(), mayor);
    const command = { seat: president, personId: president.personId, at: later(400), motive: 'Le point 3 manque' };
    expect(codeOf(refuseToSign(half, { ...command, motive: '' }, world))).toBe('MOTIVE_REQUIRED');
    const { state, facts } = valueOf(refuseToSign(half, command, world));
    expect(state).toMatchObject({ state: 'DRAFT', version: 2, signatures: [], replaced: [{ reason: 'Le point 3 manque', voidSignatures: [{ partyId: 'vlg' }] }] });
    expect(facts.map(({ kind }) => kind)).toEqual(['SignatureRefused', 'MinutesVersionReplaced', 'SignatureVoided']);
    expect(codeOf(refuseToSign(half, { ...command, seat: mayor, personId: mayor.personId }, world))).toBe('ALREADY_SIGNED');
    expect(codeOf(refuseToSign(half, { ...command, seat: seats[1] as Seat }, world))).toBe('NOT_THE_CO_PRESIDENT');
  });
});

describe('AT-23: a mandate ends between the two signatures', () => {
  const half = signedBy(final(), president);
  const ended = { ...mayor, until: later(500) };
  const successor = seat('vlg-8', 'CO_PRESIDENT', { from: later(500), name: 'Maire suivant' });
  const after = seats.map((each) => (each.id === mayor.id ? ended : each)).concat(successor);
  const follow = (minutes: Minutes, members: readonly Seat[]) => valueOf(followMandates(minutes, { seats: members, at: later(600) }));

  it('the pending request lapses, the successor is asked, the first signature stays', () => {
    const { state, facts } = follow(half, after);
    expect(state.requests.filter(({ partyId }) => partyId === 'vlg').map((request) => [request.seatId, request.state])).toEqual([['vlg-1', 'LAPSED'], ['vlg-8', 'REQUESTED']]);
    expect(state.signatures).toEqual(half.signatures);
    expect(facts).toMatchObject([{ kind: 'SignatureRequestLapsed', data: { cause: 'MANDATE_ENDED' } }, { kind: 'SignatureRequested', data: { seatId: 'vlg-8' } }]);
    expect(follow(state, after).facts).toEqual([]);
    const late = { seats: after, rules };
    expect(codeOf(sign(state, act(state, ended, { at: later(600) }), late))).toBe('MANDATE_NOT_RUNNING');
    expect(valueOf(sign(state, act(state, successor, { at: later(600) }), late)).state.state).toBe('EXECUTORY');
  });

  it('a signature given in office stays when its mandate ends, and the successor does not sign again', () => {
    const mayorFirst = signedBy(final(), mayor);
    const { state, facts } = follow(mayorFirst, after);
    expect(facts).toEqual([]);
    expect(codeOf(sign(state, act(state, successor, { at: later(600) }), { seats: after, rules }))).toBe('ALREADY_SIGNED');
  });

  it('a vacant office names the coordinators as next actors, until somebody holds it', () => {
    const vacant = follow(half, after.filter(({ id }) => id !== successor.id)).state;
    expect(nextActors(vacant)).toEqual([{ who: 'COORDINATORS', verb: 'NAME_CO_PRESIDENT', partyId: 'vlg' }]);
    expect(nextActors(follow(vacant, after).state)).toMatchObject([{ who: 'CO_PRESIDENT', seatId: 'vlg-8' }]);
  });
});

describe('the statement', () => {
  it('is another statement whenever a hash, seat, place, nonce or instant is another', () => {
    const minutes = final();
    const terms = { seat: mayor, place: 'Villeneuve-la-Garenne', intent: 'Je signe', language: 'fr', nonce: 'n-1', issuedAt: later(300) };
    const variants = [
      statementOf(minutes, terms),
      statementOf({ ...minutes, seal: { ...minutes.seal, contentHash: 'x' } }, terms),
      statementOf({ ...minutes, seal: { ...minutes.seal, pdfSha256: 'x' } }, terms),
      statementOf({ ...minutes, version: 2 }, terms),
      statementOf(minutes, { ...terms, seat: president }),
      statementOf(minutes, { ...terms, place: 'Tiznit' }),
      statementOf(minutes, { ...terms, nonce: 'n-2' }),
      statementOf(minutes, { ...terms, issuedAt: later(301) }),
    ];
    expect(new Set(variants.map(canonicalJson)).size).toBe(variants.length);
    expect(towns.every(({ id }) => minutes.facts.parties.some((party) => party.id === id))).toBe(true);
  });
});

describe('AT-24: an acting deputy', () => {
  const deputy = (interim: Seat['interim']): { by: Seat; world: { seats: readonly Seat[]; rules: typeof rules } } => {
    const by: Seat = { ...mayor, ...(interim === undefined ? {} : { interim }) };
    return { by, world: { seats: seats.map((one) => (one.id === mayor.id ? by : one)), rules } };
  };
  const act118 = { reference: 'Arrêté 2026-118', dated: '2026-11-03', sha256: 'ab' };
  it.each([
    ['without the document', { ...act118, sha256: null }],
    ['without its date', { ...act118, dated: null }],
  ])('signs nothing %s', (_what, interim) => {
    const { by, world: theirs } = deputy(interim);
    expect(refusalOf(sign(final(), act(final(), by), theirs))).toMatchObject({ code: 'INTERIM_ACT_MISSING', args: { act: 'Arrêté 2026-118' }, source: { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q12' } });
  });
  it('signs with it, and the signed statement names it; a full mandate’s names none', () => {
    const { by, world: theirs } = deputy(act118);
    expect(valueOf(sign(final(), act(final(), by), theirs)).state.state).toBe('PARTIALLY_SIGNED');
    const terms = { place: 'Ici', intent: 'Je signe', language: 'fr', nonce: 'n', issuedAt: later(300) };
    expect(statementOf(final(), { seat: by, ...terms }).interim).toEqual(act118);
    expect('interim' in statementOf(final(), { seat: mayor, ...terms })).toBe(false);
  });
});
