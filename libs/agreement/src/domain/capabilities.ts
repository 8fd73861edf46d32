import { refused, type Refusal, type RuleSource } from '#kernel';

export const agreementKinds = ['CONVENTION', 'TWINNING', 'MUTUAL_COMMITMENT', 'LETTER_OF_INTENT', 'FRIENDSHIP_PACT'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/**
 * What an agreement may give its parties: a committee that meets, decides and signs; a yearly plan; a deadline for that plan; a term,
 * with its renewal and its notice; the State's acts before it takes effect.
 */
export const capabilities = ['COMMITTEE', 'PLAN', 'PLAN_DEADLINE', 'TERM', 'STATE_ACTS'] as const;
export type Capability = (typeof capabilities)[number];

/** By kind (domain.md C4, « Guards listed by type »): a twinning has no end (3-01), a mutual commitment no committee, only a transmission (0-01, 0-02). */
const byKind: Readonly<Record<AgreementKind, readonly Capability[]>> = {
  CONVENTION: ['COMMITTEE', 'PLAN', 'PLAN_DEADLINE', 'TERM', 'STATE_ACTS'],
  TWINNING: [],
  MUTUAL_COMMITMENT: ['STATE_ACTS'],
  LETTER_OF_INTENT: [],
  FRIENDSHIP_PACT: [],
};

/** An agreement, as far as what it gives hangs on it: its kind, and the keys its rules settle. */
export interface Bond {
  readonly kind: AgreementKind;
  readonly ruleKeys: readonly string[];
}

/** A text that names no deadline has none: none is invented for it (A0.1). */
const settles = ({ ruleKeys }: Bond, capability: Capability): boolean => capability !== 'PLAN_DEADLINE' || ruleKeys.includes('deadline');

/** What these agreements give together: a twinning and a convention stand side by side in one partnership (3-08). In the table's order. */
export const capabilitiesOf = (bonds: readonly Bond[]): Capability[] =>
  capabilities.filter((capability) => bonds.some((bond) => byKind[bond.kind].includes(capability) && settles(bond, capability)));

/** The table is ours: no text says what a kind of agreement must not have. */
const tableSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, ce que chaque forme d’accord comporte' } as const satisfies RuleSource;

/**
 * Why what hangs on this capability is not done here; `null` where it may be. Without any agreement nothing is known yet: the rooms
 * above answer that themselves.
 * @returns refused `AGREEMENT_LACKS` (arguments `kind`, `capability`)
 */
export function lacking(bonds: readonly Bond[], capability: Capability): Refusal | null {
  const [bond] = bonds;
  if (!bond || capabilitiesOf(bonds).includes(capability)) return null;
  return refused('AGREEMENT_LACKS', { kind: bond.kind, capability }, tableSource);
}
