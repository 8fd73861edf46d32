import type { Json, RuleSource } from '#kernel';
import { capabilitiesOf, type AgreementKind } from './capabilities.js';
import type { EffectRule, Term } from './life.js';
import { ruleOrDefault } from './questions.js';

interface Sourced<T> {
  readonly value: T;
  readonly source: RuleSource;
}

/** The rules of an agreement's life: the text's own, else ours, named so. `null`: this kind of agreement has no such thing, and its text says none. */
export interface LifeRules {
  /** Does its effect wait for the State's acts? A mutual commitment and a twinning may record some, and wait for none (C4). */
  readonly awaitsState: boolean;
  /** Are the State's acts part of its page at all, before any is recorded? */
  readonly showsState: boolean;
  readonly effect: Sourced<EffectRule>;
  readonly prefectVisa: Sourced<'AR' | 'EXPRESS'>;
  readonly foreignVisa: Sourced<{ readonly authority: 'GOVERNOR' | 'INTERIOR' | 'NONE'; readonly tacit: boolean }>;
  readonly term: Sourced<Term & { readonly reviewMonthsBefore: number }> | null;
  readonly termination: Sourced<{ readonly months: number; readonly motive: 'REQUIRED' | 'OPTIONAL' }> | null;
}

type InForce = ReadonlyMap<string, { readonly value: Json; readonly source: RuleSource }>;

const read = <T>(inForce: InForce, key: Parameters<typeof ruleOrDefault>[1]): Sourced<T> => ruleOrDefault(inForce, key) as unknown as Sourced<T>;

/** The rules of the life of an agreement of this kind, from those in force in it. */
export function lifeRulesOf(kind: AgreementKind, inForce: InForce): LifeRules {
  const has = capabilitiesOf([{ kind, ruleKeys: [...inForce.keys()] }]);
  const ofTerm = <T>(key: 'renewal' | 'termination'): Sourced<T> | null => (has.includes('TERM') || inForce.has(key) ? read<T>(inForce, key) : null);
  return {
    awaitsState: kind === 'CONVENTION',
    showsState: has.includes('STATE_ACTS'),
    effect: read(inForce, 'effectRule'),
    prefectVisa: read(inForce, 'prefectVisa'),
    foreignVisa: read(inForce, 'foreignVisa'),
    term: ofTerm('renewal'),
    termination: ofTerm('termination'),
  };
}
