import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { say } from '#phrases';
import { choices, conclude, type Choice, type Voice } from './decision-engine.js';
import { attended, everyoneThere, morning, rules, seats, towns, withRules } from './given.contract.js';
import { callRoll, type Roll } from './roll.js';

const fullRoll = callRoll({ at: morning, parties: towns, seats, attendance: everyoneThere }, rules);
const voices = (roll: Roll, except: Record<string, Choice | null> = {}): Voice[] =>
  roll.electors.flatMap(({ seatId }) => {
    const choice = seatId in except ? except[seatId] : 'FOR';
    return choice ? [{ seatId, choice, words: choice === 'AGAINST' ? 'Budget trop lourd' : null }] : [];
  });
const codes = (outcome: ReturnType<typeof conclude>): string[] => outcome.reasons.map(({ code, subjectId }) => (subjectId ? `${code} ${subjectId}` : code));

describe('AT-03: seven for and one abstention', () => {
  const oneAbstains = voices(fullRoll, { 'tiz-3': 'ABSTAIN' });

  it('is not adopted, and the reason names the abstention', () => {
    const outcome = conclude(rules, fullRoll, oneAbstains);
    expect(outcome).toMatchObject({ adopted: false, tally: { for: 7, against: 0, abstentions: 1, notCast: 0 } });
    expect(outcome.reasons).toEqual([{ code: 'ABSTENTION', subjectId: 'tiz-3', args: { name: 'Nom tiz-3' } }]);
    expect(say('fr', 'outcome.ABSTENTION', outcome.reasons[0]?.args)).toBe('abstention de Nom tiz-3');
  });

  it('is adopted when abstentions are neutral, and printed as unanimity of the votes cast', () => {
    const outcome = conclude(withRules({ abstention: 'NEUTRAL' }), fullRoll, oneAbstains);
    expect(outcome).toMatchObject({ adopted: true, reasons: [] });
    expect(say('fr', `outcome.${outcome.sentence.code}`, outcome.sentence.args)).toContain('à l’unanimité des suffrages exprimés (1 abstention)');
    expect(say('ar', `outcome.${outcome.sentence.code}`, outcome.sentence.args)).toContain('امتناع واحد');
  });
});

describe('eight for', () => {
  it('is plain unanimity, said so', () => {
    const { adopted, sentence } = conclude(rules, fullRoll, voices(fullRoll));
    expect({ adopted, ...sentence }).toEqual({ adopted: true, code: 'ADOPTED_UNANIMOUSLY', args: { for: 8 } });
    expect(say('fr', 'outcome.ADOPTED_UNANIMOUSLY', sentence.args)).toBe('Adoptée à l’unanimité (8 voix pour)');
  });
});

describe('AT-04: what else stops a decision', () => {
  it('one against, with its reason', () => {
    const outcome = conclude(rules, fullRoll, voices(fullRoll, { 'vlg-2': 'AGAINST' }));
    expect(outcome.reasons).toEqual([{ code: 'AGAINST', subjectId: 'vlg-2', args: { name: 'Nom vlg-2', words: 'Budget trop lourd' } }]);
  });

  it('one member present who did not vote, even where abstentions are neutral', () => {
    for (const reading of [rules, withRules({ abstention: 'NEUTRAL' })])
      expect(codes(conclude(reading, fullRoll, voices(fullRoll, { 'vlg-4': null })))).toEqual(['NOT_CAST vlg-4']);
  });

  it('a co-president absent without delegate', () => {
    const roll = callRoll({ at: morning, parties: towns, seats, attendance: attended({ ...everyoneThere.bySeat, 'tiz-1': 'ABSENT' }) }, rules);
    expect(codes(conclude(rules, roll, voices(roll)))).toEqual(['QUORUM tiz']);
    expect(say('fr', 'outcome.QUORUM', { name: 'Tiznit' })).toContain('Tiznit');
  });

  it('nobody on the roll, or a party without any voice', () => {
    expect(codes(conclude(rules, { ...fullRoll, electors: [] }, []))).toEqual(['EMPTY_ROLL']);
    const french = { ...fullRoll, electors: fullRoll.electors.filter(({ partyId }) => partyId === 'vlg') };
    expect(codes(conclude(rules, french, voices(french)))).toEqual(['PARTY_WITHOUT_VOTE tiz']);
    expect(conclude(withRules({ everyPartyMustConcur: false }), french, voices(french)).adopted).toBe(true);
  });

  it('abstentions alone, where they are neutral and parties need not concur', () => {
    const all = voices(fullRoll, Object.fromEntries(fullRoll.electors.map(({ seatId }) => [seatId, 'ABSTAIN' as const])));
    expect(codes(conclude(withRules({ abstention: 'NEUTRAL', everyPartyMustConcur: false }), fullRoll, all))).toEqual(['NO_VOTE_FOR']);
  });
});

describe('unanimity', () => {
  it('has a sentence in French and Arabic for every verdict and reason, and the tally adds up to the roll', () => {
    const voice = fc.record({ seatId: fc.constantFrom(...seats.map(({ id }) => id), 'stranger'), choice: fc.constantFrom(...choices), words: fc.option(fc.string()) });
    const reading = fc.record({ abstention: fc.constantFrom('BLOCKS', 'NEUTRAL'), everyPartyMustConcur: fc.boolean() } as const);
    fc.assert(
      fc.property(fc.uniqueArray(voice, { selector: ({ seatId }) => seatId }), reading, (given, values) => {
        const outcome = conclude(withRules(values), fullRoll, given);
        const { tally, sentence, reasons } = outcome;
        expect(tally.for + tally.against + tally.abstentions + tally.notCast).toBe(fullRoll.electors.length);
        expect(outcome.adopted).toBe(reasons.length === 0);
        expect(sentence.code === 'NOT_ADOPTED').toBe(!outcome.adopted);
        for (const language of ['fr', 'ar']) for (const said of [sentence, ...reasons]) expect(say(language, `outcome.${said.code}`, said.args)).not.toBe('');
      }),
    );
  });

  it('is deaf to whoever is not on the roll', () => {
    const intruder: Voice[] = [{ seatId: 'stranger', choice: 'AGAINST', words: 'non' }, { seatId: 'vlg-5', choice: 'ABSTAIN', words: null }];
    expect(conclude(rules, fullRoll, [...voices(fullRoll), ...intruder])).toEqual(conclude(rules, fullRoll, voices(fullRoll)));
  });
});
