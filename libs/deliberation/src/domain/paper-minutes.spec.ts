import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { confirm, correct, enter, lastSignature, mayChange, note, readPaper, withdraw, type PaperContent, type PaperHand, type PaperMinutes } from './paper-minutes.js';

const at = new Date('2026-11-22T10:00:00Z');
const parties = [{ id: 'north', shortName: 'Nord', country: 'FR' }, { id: 'south', shortName: 'Sud', country: 'MA' }];
const world = { parties, today: civilDate('2026-11-22') };
const content: PaperContent = {
  number: 'PV n° 3',
  heldOn: civilDate('2026-02-10'),
  kind: 'ORDINARY',
  hostPartyId: 'south',
  place: 'Salle du conseil',
  decisions: [{ title: 'Plan 2026', text: '', result: 'ADOPTED' }],
  signatures: [
    { partyId: 'south', office: 'Président', signedOn: civilDate('2026-02-10') },
    { partyId: 'north', office: 'Maire', signedOn: civilDate('2026-03-01') },
  ],
};
const north: PaperHand = { personId: 'camille', partyIds: ['north'] };
const south: PaperHand = { personId: 'salma', partyIds: ['south'] };
const entered = (): PaperMinutes => {
  const decided = enter({ ...content, id: 'paper', partnershipId: 'us', contentHash: 'hash' }, { hand: north, at });
  if (decided.refused) throw new Error(decided.code);
  return decided.value.state;
};
const read = { contentHash: 'hash', scanSha256: 'scan' };
const confirming = (hand: PaperHand, more: object = {}) => confirm(entered(), { hand, read, scanSha256: 'scan', executoryAt: at, at, ...more });
const codeOf = (answer: { refused: boolean; code?: string }): string | undefined => (answer.refused ? answer.code : undefined);

describe('a PV signed on paper (« repris »)', () => {
  it('is read as the paper says it: a decision without words has its title for text, signatures in the order of the parties', () => {
    const answer = readPaper({ ...content, number: '  PV n° 3 ' }, world);
    expect(answer).toMatchObject({ refused: false, value: { number: 'PV n° 3', decisions: [{ text: 'Plan 2026' }], signatures: [{ partyId: 'north' }, { partyId: 'south' }] } });
  });

  it('is refused with what to mend', () => {
    const faults: [Partial<PaperContent>, string][] = [
      [{ number: ' ' }, 'PAPER_TEXT_BLANK'],
      [{ heldOn: civilDate('2026-11-23') }, 'PAPER_DATE_AHEAD'],
      [{ hostPartyId: 'other' }, 'PAPER_PARTY_UNKNOWN'],
      [{ decisions: [{ title: '', text: 'x', result: 'ADOPTED' }] }, 'PAPER_TEXT_BLANK'],
      [{ decisions: Array.from({ length: 61 }, () => content.decisions[0]!) }, 'PAPER_TOO_MANY'],
      [{ signatures: [{ partyId: 'south', office: 'Président', signedOn: civilDate('2026-02-09') }] }, 'PAPER_SIGNED_BEFORE'],
      [{ signatures: [content.signatures[0]!, content.signatures[0]!] }, 'PAPER_PARTY_TWICE'],
    ];
    for (const [fault, code] of faults) expect({ fault, code: codeOf(readPaper({ ...content, ...fault }, world)) }).toEqual({ fault, code });
  });

  it('is executory from the last signature it bears, and only once it bears every party’s', () => {
    expect(lastSignature(content, parties)).toMatchObject({ partyId: 'north', signedOn: '2026-03-01' });
    expect(lastSignature({ signatures: content.signatures.slice(0, 1) }, parties)).toBeNull();
  });

  it('is confirmed by another person of another party, on the very words and scan she read', () => {
    expect(confirming(south)).toMatchObject({ refused: false, value: { state: { state: 'CONFIRMED' }, confirmedFor: 'south' } });
    expect(codeOf(confirming(north))).toBe('PAPER_BY_OTHER');
    expect(codeOf(confirming({ personId: 'camille', partyIds: ['north', 'south'] }))).toBe('PAPER_BY_OTHER');
    expect(codeOf(confirming({ personId: 'lea', partyIds: ['north'] }))).toBe('PAPER_BY_OTHER');
    expect(codeOf(confirming({ personId: 'nobody', partyIds: [] }))).toBe('NOT_ALLOWED');
    expect(codeOf(confirming(south, { scanSha256: null }))).toBe('PAPER_NEEDS_SCAN');
    expect(codeOf(confirming(south, { scanSha256: 'another scan' }))).toBe('PAPER_CHANGED');
    expect(codeOf(confirming(south, { read: { ...read, contentHash: 'before the correction' } }))).toBe('PAPER_CHANGED');
  });

  it('changes before it is confirmed, by its own side, and never after', () => {
    const paper = entered();
    const command = { hand: north, content, contentHash: 'other', at };
    expect(correct(paper, command)).toMatchObject({ refused: false, value: { state: { contentHash: 'other' } } });
    expect(codeOf(mayChange(paper, south))).toBe('PAPER_BY_ITS_SIDE');
    expect(codeOf(withdraw(paper, { hand: north, reason: '', at }))).toBe('REASON_REQUIRED');
    const confirmed: PaperMinutes = { ...paper, state: 'CONFIRMED' };
    expect([correct(confirmed, command), withdraw(confirmed, { hand: north, reason: 'x', at }), confirm(confirmed, { hand: south, read, scanSha256: 'scan', executoryAt: at, at })].map(codeOf)).toEqual(['PAPER_STATE_FORBIDS', 'PAPER_STATE_FORBIDS', 'PAPER_STATE_FORBIDS']);
    expect(codeOf(note(paper, { hand: south, words: 'x', at }))).toBe('PAPER_STATE_FORBIDS');
    expect(note(confirmed, { hand: south, words: 'Le 3 se lit 8.', at })).toMatchObject({ refused: false, value: { state: confirmed } });
  });
});
