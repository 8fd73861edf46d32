import { describe, expect, it } from '@jest/globals';
import { FixedClock } from '#kernel';
import { adoptChange, agreeCorrection, askCorrection, close, confirmService, fits, isPending, proposeChange, setRule, takeEffect, type Desk, type RuleAsked, type RuleBook, type RuleVersion, type RuleWorld } from './rule-life.js';

const at = new FixedClock(new Date('2026-11-22T09:00:00Z')).now();
const later = new FixedClock(new Date('2026-12-01T09:00:00Z')).now();
const fr: Desk = { personId: 'p-fr', partyIds: ['fr'] };
const ma: Desk = { personId: 'p-ma', partyIds: ['ma'] };
const setUp: RuleBook = { partnershipId: 'ps', agreementId: 'ag', kind: 'CONVENTION', inServiceAt: null, edition: 4, textEdition: 0, partyIds: ['fr', 'ma'], confirmedBy: [] };
const running: RuleBook = { ...setUp, inServiceAt: at };
const ours = { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q3' } as const;
const law = { kind: 'LAW', reference: 'L. 1115-1 CGCT' } as const;
const asked = (over: Partial<RuleAsked> = {}): RuleAsked => ({ id: 'v1', key: 'abstention', value: 'NEUTRAL', source: law, motive: 'Faute de frappe', at, ...over });
const world = (over: Partial<RuleWorld> = {}): RuleWorld => ({ desk: fr, current: { value: 'BLOCKS', source: ours }, pending: null, ...over });
const code = (answer: { refused: boolean; code?: string }): string => (answer.refused ? (answer.code ?? '') : 'YES');
const correction = (): RuleVersion => {
  const answer = askCorrection(running, asked(), world());
  if (answer.refused) throw new Error(answer.code);
  return answer.value.state;
};

describe('who may change a rule (Q25)', () => {
  it('sets in the set-up, proposes and corrects in service, never the other way round', () => {
    expect([setUp, running].map((book) => code(setRule(book, asked(), world())))).toEqual(['YES', 'RULES_IN_SERVICE']);
    expect([setUp, running].map((book) => code(proposeChange(book, asked(), world())))).toEqual(['RULES_NOT_IN_SERVICE', 'YES']);
    expect([setUp, running].map((book) => code(askCorrection(book, asked(), world())))).toEqual(['RULES_NOT_IN_SERVICE', 'YES']);
  });

  it.each([
    ['a reader who coordinates nobody', asked(), world({ desk: null }), 'RULES_BY_COORDINATORS'],
    ['a rule nobody knows', asked({ key: 'colour' }), world(), 'RULE_UNKNOWN'],
    ['the rule about rules', asked({ key: 'changeOfRules', value: 'SET_UP_THEN_COMMITTEE' }), world(), 'RULE_FIXED'],
    ['a reading that is not applied', asked({ key: 'writtenProcedure', value: 'ON' }), world(), 'RULE_VALUE_UNFIT'],
    ['what the rule says already', asked({ value: 'BLOCKS', source: ours }), world(), 'RULE_UNCHANGED'],
  ] as const)('refuses %s', (...[, wish, of, expected]) => {
    expect(code(setRule(setUp, wish, of))).toBe(expected);
    expect(code(proposeChange(running, wish, of))).toBe(expected);
  });

  it('has no committee’s rule under a twinning', () => expect(code(fits({ kind: 'TWINNING' }, 'abstention', 'BLOCKS'))).toBe('RULE_NOT_OF_THIS_AGREEMENT'));

  it('lets one change of a rule await at a time', () => expect(code(proposeChange(running, asked(), world({ pending: correction() })))).toBe('RULE_ALREADY_AWAITS'));

  it('enters service with the last party, on the edition it read', () => {
    const first = confirmService(setUp, { desk: fr, edition: 4, at });
    if (first.refused) throw new Error(first.code);
    expect(first.value.state).toMatchObject({ confirmedBy: ['fr'], inServiceAt: null });
    const last = confirmService(first.value.state, { desk: ma, edition: 4, at: later });
    expect(last).toMatchObject({ refused: false, value: { state: { inServiceAt: later }, facts: [{ kind: 'ServiceConfirmed' }, { kind: 'RulesEnteredService' }] } });
    expect(code(confirmService(first.value.state, { desk: fr, edition: 4, at }))).toBe('SERVICE_ALREADY_CONFIRMED');
    expect(code(confirmService(setUp, { desk: fr, edition: 3, at }))).toBe('RULES_READ_HAVE_CHANGED');
    expect(code(confirmService(running, { desk: fr, edition: 4, at }))).toBe('RULES_IN_SERVICE');
  });

  it('corrects an error by two parties and two people', () => {
    const version = correction();
    expect(code(agreeCorrection(running, version, { desk: fr, at: later }))).toBe('CORRECTION_BY_ANOTHER_PARTY');
    expect(code(agreeCorrection(running, version, { desk: { personId: 'p-fr', partyIds: ['fr', 'ma'] }, at: later }))).toBe('CORRECTION_BY_ANOTHER_PARTY');
    expect(agreeCorrection(running, version, { desk: ma, at: later })).toMatchObject({ refused: false, value: { state: { agreedParty: 'ma', agreedBy: 'p-ma', inEffectAt: later } } });
    expect(code(agreeCorrection(running, { ...version, closedAt: at }, { desk: ma, at: later }))).toBe('RULE_AWAITS_NOTHING');
    expect(code(askCorrection(running, asked({ motive: null }), world()))).toBe('RULE_MOTIVE_REQUIRED');
  });

  it('takes effect with the executory minutes, even when it was withdrawn while its ballot was open', () => {
    const proposed = proposeChange(running, asked(), world());
    if (proposed.refused) throw new Error(proposed.code);
    const withdrawn = close(running, proposed.value.state, { desk: ma, at });
    if (withdrawn.refused) throw new Error(withdrawn.code);
    expect(isPending(withdrawn.value.state)).toBe(false);
    const adopted = adoptChange(withdrawn.value.state, { decisionId: 'd', adoptedAt: at });
    expect(adopted).toMatchObject({ closedAt: null, inEffectAt: null, decisionId: 'd' });
    expect(takeEffect(running, adopted, { decisionId: 'd', executoryAt: later })).toMatchObject({ state: { inEffectAt: later }, facts: [{ kind: 'RuleChanged', data: { key: 'abstention', value: 'NEUTRAL' } }] });
    expect(code(close(running, adopted, { desk: fr, at: later }))).toBe('RULE_AWAITS_NOTHING');
  });
});
