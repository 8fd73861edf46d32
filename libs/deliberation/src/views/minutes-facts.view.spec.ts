import { describe, expect, it } from '@jest/globals';
import type { PartyType } from '#parties';
import { sampleMinutes } from '../documents/minutes.sample.js';
import { factsView } from './minutes-facts.view.js';

const parties = sampleMinutes.parties.map(({ id }) => ({ id }) as PartyType);
const quorumSource = { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q4' } as const;

describe('the facts of a PV on its page', () => {
  it('say beside a voice who carried it, in the reader’s language; nothing beside the others', () => {
    const [decision] = sampleMinutes.decisions;
    const [ballot] = decision!.ballots;
    const [first, ...others] = ballot!.voices;
    const heldBy = { fr: 'Le premier adjoint', ar: 'النائب الأول' };
    const record = { ...sampleMinutes, decisions: [{ ...decision!, ballots: [{ ...ballot!, voices: [{ ...first!, heldBy }, ...others.map(({ seatId, choice, words }) => ({ seatId, choice, words }))] }] }] };
    const carried = (language: 'fr' | 'ar'): (string | null)[] => factsView(record, { language, parties, quorumSource }).decisions[0]!.ballots[0]!.voices.map((voice) => voice.heldBy);
    expect(carried('fr')).toEqual([heldBy.fr, ...others.map(() => null)]);
    expect(carried('ar')[0]).toBe(heldBy.ar);
  });
});
