import { describe, expect, it } from '@jest/globals';
import { contestSignature, signatureContestableUntil, type ContestSignature } from './code-signature.js';
import { codeOf, draftMinutes, later, mayor, president, seat, seats, valueOf } from './given.contract.js';
import { nextActors, type Minutes, type Signature } from './minutes.js';

const hour = 60 * 60_000;
const signedAt = later(300);
const signature = (party: 'tiz' | 'vlg', more: Partial<Signature> = {}): Signature => {
  const { id, personId, name } = party === 'vlg' ? mayor : president;
  return { partyId: party, seatId: id, personId, name, version: 1, contentHash: 'hash-1', pdfSha256: 'pdf-1', method: 'MAIL_CODE', level: 'SIMPLE', place: 'ici', signedAt, ...more };
};
const seal = { contentHash: 'hash-1', pdfSha256: 'pdf-1', finalisedAt: later(220) };
const halfSigned = (more: Partial<Signature> = {}): Minutes => ({ ...draftMinutes(), state: 'PARTIALLY_SIGNED', number: 'PV-2026-1', seal, signatures: [signature('tiz', more)] });
const executory: Minutes = { ...halfSigned(), state: 'EXECUTORY', executoryAt: signedAt, signatures: [signature('tiz'), signature('vlg')] };
const desk = seat('tiz-desk', 'COORDINATOR');
const contest = (minutes: Minutes, more: Partial<ContestSignature> = {}) =>
  contestSignature(minutes, { partyId: 'tiz', personId: desk.personId, seats: [...seats, desk], contested: false, reason: 'Il était en vol.', at: new Date(signedAt.getTime() + hour), ...more });

describe('a signature by mail code', () => {
  it('is contestable for 48 hours of the clock, also over a night that a zone makes longer', () => {
    expect(signatureContestableUntil(new Date('2026-12-10T15:00:01Z')).toISOString()).toBe('2026-12-12T15:00:01.000Z');
    expect(signatureContestableUntil(new Date('2026-10-24T22:30:00Z')).toISOString()).toBe('2026-10-26T22:30:00.000Z');
  });

  it('contested before the last one: a draft again, its signatures void but kept, and somebody is next', () => {
    const { state: { minutes, seatId }, facts } = valueOf(contest(halfSigned()));
    expect(minutes).toMatchObject({ state: 'DRAFT', version: 2, seal: null, signatures: [], replaced: [{ version: 1, reason: 'Il était en vol.', voidSignatures: [{ partyId: 'tiz' }] }] });
    expect(seatId).toBe(desk.id);
    expect(nextActors(minutes)).toEqual([{ who: 'COORDINATORS', verb: 'COMPLETE_DRAFT' }]);
    expect(facts.map(({ kind }) => kind)).toEqual(['SignatureContested', 'MinutesVersionReplaced', 'SignatureVoided']);
    expect(facts[1]?.data).toMatchObject({ cause: 'CONTESTED' });
  });

  it('contested once the PV is executory: told, and nothing that is sealed moves', () => {
    const { state: { minutes }, facts } = valueOf(contest(executory, { personId: president.personId }));
    expect(minutes).toBe(executory);
    expect(facts.map(({ kind, data }) => [kind, data])).toEqual([['SignatureContested', expect.objectContaining({ executory: true, seatId: president.id, bySeatId: president.id })]]);
  });

  it('at the last instant still, a millisecond later no more', () => {
    const last = signatureContestableUntil(signedAt);
    expect(codeOf(contest(halfSigned(), { at: last }))).toBeNull();
    expect(codeOf(contest(halfSigned(), { at: new Date(last.getTime() + 1) }))).toBe('SIGNATURE_CONTEST_TOO_LATE');
  });

  it.each<[string, readonly [Minutes, Partial<ContestSignature>, string]]>([
    ['the other side', [halfSigned(), { personId: mayor.personId }, 'SIGNATURE_NOT_YOURS']],
    ['a visitor', [halfSigned(), { personId: null }, 'SIGNATURE_NOT_YOURS']],
    ['a desk whose mandate ended', [halfSigned(), { seats: [...seats, { ...desk, until: later(1) }] }, 'SIGNATURE_NOT_YOURS']],
    ['an élu of that side', [halfSigned(), { personId: seats.find(({ partyId, category }) => partyId === 'tiz' && category === 'ELECTED')?.personId ?? '' }, 'SIGNATURE_NOT_YOURS']],
    ['a passkey', [halfSigned({ method: 'PASSKEY' }), {}, 'SIGNATURE_NOT_BY_CODE']],
    ['a paper', [halfSigned({ method: 'PAPER' }), {}, 'SIGNATURE_NOT_BY_CODE']],
    ['twice', [executory, { contested: true }, 'SIGNATURE_ALREADY_CONTESTED']],
    ['no reason', [halfSigned(), { reason: ' \n' }, 'REASON_REQUIRED']],
    ['a party that has not signed', [halfSigned(), { partyId: 'vlg' }, 'NOT_FOUND']],
  ])('not by, or not of: %s', (_, [minutes, more, code]) => expect(codeOf(contest(minutes, more))).toBe(code));
});
