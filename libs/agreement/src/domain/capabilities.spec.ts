import { describe, expect, it } from '@jest/globals';
import { agreementKinds, capabilities, capabilitiesOf, lacking, type AgreementKind, type Bond } from './capabilities.js';

const bond = (kind: AgreementKind, ...ruleKeys: string[]): Bond => ({ kind, ruleKeys });

describe('what an agreement gives its parties', () => {
  it.each([
    ['TWINNING', []],
    ['FRIENDSHIP_PACT', []],
    ['LETTER_OF_INTENT', []],
    ['MUTUAL_COMMITMENT', ['STATE_ACTS']],
    ['CONVENTION', ['COMMITTEE', 'PLAN', 'PLAN_DEADLINE', 'TERM', 'STATE_ACTS']],
  ] as const)('%s: %j', (kind, given) => {
    expect(capabilitiesOf([bond(kind, 'deadline')])).toEqual(given);
  });

  it('a convention that names no deadline has a plan, and no deadline for it', () => {
    expect(capabilitiesOf([bond('CONVENTION', 'majority')])).toEqual(capabilities.filter((one) => one !== 'PLAN_DEADLINE'));
  });

  it('a twinning and a convention in one partnership give what the convention gives', () => {
    expect(capabilitiesOf([bond('TWINNING'), bond('CONVENTION')])).toContain('COMMITTEE');
    expect(lacking([bond('TWINNING'), bond('CONVENTION')], 'COMMITTEE')).toBeNull();
  });

  it('a rule of another agreement lends a twinning no deadline', () => {
    expect(capabilitiesOf([bond('TWINNING', 'deadline'), bond('CONVENTION')])).not.toContain('PLAN_DEADLINE');
  });

  it('refuses by name what the kind lacks, and says the table is ours', () => {
    for (const kind of agreementKinds.filter((one) => one !== 'CONVENTION')) {
      expect(lacking([bond(kind)], 'COMMITTEE')).toMatchObject({ refused: true, code: 'AGREEMENT_LACKS', args: { kind, capability: 'COMMITTEE' }, source: { kind: 'PRODUCT_DEFAULT' } });
    }
    expect(lacking([bond('MUTUAL_COMMITMENT')], 'STATE_ACTS')).toBeNull();
  });

  it('says nothing where nothing is recorded yet', () => {
    expect(lacking([], 'COMMITTEE')).toBeNull();
  });
});
