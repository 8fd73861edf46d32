import type { Json, RuleSource } from '#kernel';
import { defaultSource, type RuleKey } from './questions.js';

/** The value in force of a rule that means something under this agreement; `undefined` of any other. */
export type ValueOf = (key: RuleKey) => Json | undefined;

interface Pair {
  /** The rule that says one thing, then the one by which it does not happen. */
  readonly keys: readonly [RuleKey, RuleKey];
  readonly holds: (valueOf: ValueOf) => boolean;
}

/** Read off the decision engine and the plan's life: each rule may be what it is, together they do not do what the first one says. */
const pairs = {
  // One voice per party: whoever abstains has not said yes, and every party must.
  ABSTENTION_STILL_BLOCKS: {
    keys: ['abstention', 'everyPartyMustConcur'],
    holds: (valueOf) => valueOf('voters') === 'PARTY' && valueOf('abstention') === 'NEUTRAL' && valueOf('everyPartyMustConcur') === true,
  },
  // A meeting opens without a party, and can adopt nothing without its voice.
  NO_QUORUM_YET_EVERY_PARTY: { keys: ['quorum', 'everyPartyMustConcur'], holds: (valueOf) => valueOf('quorum') === 'NONE' && valueOf('everyPartyMustConcur') === true },
  // A yearly plan is adopted in a meeting only.
  YEARLY_PLAN_RARER_MEETINGS: { keys: ['frequency', 'planByCommittee'], holds: (valueOf) => valueOf('frequency') === 'ONCE_PER_TWO_CIVIL_YEARS' && valueOf('planByCommittee') === 'YEARLY' },
} as const satisfies Readonly<Record<string, Pair>>;

export type RuleClashCode = keyof typeof pairs;
export const ruleClashCodes = Object.keys(pairs) as RuleClashCode[];

/** Two rules in force that do not go together. Said beside both, never refused: the parties' text may want it so. */
export interface RuleClash {
  readonly code: RuleClashCode;
  readonly keys: readonly [RuleKey, RuleKey];
  readonly source: RuleSource;
}

export const clashesAmong = (valueOf: ValueOf): RuleClash[] =>
  ruleClashCodes.filter((code) => pairs[code].holds(valueOf)).map((code) => ({ code, keys: pairs[code].keys, source: defaultSource(pairs[code].keys[0]) }));
