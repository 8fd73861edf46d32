import type { Language, RuleSource } from '#kernel';

/** A rule and where it comes from: our default is never presented as the partners' own rule. */
export interface Ruled<Value> {
  readonly value: Value;
  readonly source: RuleSource;
}

/** Who votes (C5 Q1). PARTY: one voice per party, carried by its co-president or the co-president's delegate. */
export type Voters = 'ALL_MEMBERS' | 'ELECTED' | 'PARTY';
/** What an abstention does to unanimity (C5 Q3). NEUTRAL counts only the votes for and against. */
export type Abstention = 'BLOCKS' | 'NEUTRAL';
/** Without whom the committee cannot decide (C5 Q4). EVERY_PARTY asks one voting member present of each. */
export type Quorum = 'EVERY_CO_PRESIDENT' | 'EVERY_PARTY' | 'NONE';
/** Whose silence blocks: the members present, or every seated member (C5 Q4). */
export type Basis = 'PRESENT' | 'SEATED';
/** HYBRID: members may take part from afar; a fully remote meeting may be held but does not use the turn (C5 Q6). */
export type Remote = 'NONE' | 'HYBRID';
/** How many powers a member may carry for absent colleagues of her own party (C5 Q5). */
export type Proxies = 'OFF' | 'ONE_PER_MEMBER' | 'TWO_PER_MEMBER';
/** How often the committee meets at least (C5 Q10), in civil years. */
export type Frequency = 'ONCE_PER_CIVIL_YEAR' | 'ONCE_PER_TWO_CIVIL_YEARS';
export type SigningMethod = 'MAIL_CODE' | 'PASSKEY';
/** How a signature is given here. DEMO is no way of signing: an instance of demonstration alone takes it, and says so. */
export type SignedHere = SigningMethod | 'DEMO';
/** How a signature was given: here, or by hand on the printed PV. */
export type SignedBy = SignedHere | 'PAPER';

/**
 * How one committee decides. Frozen into every ballot when it opens, so that a later change of rules
 * never changes a past decision. Changed only by a joint decision once in service (C5 Q25).
 */
export interface CommitteeRules {
  readonly majority: Ruled<'UNANIMITY'>;
  readonly voters: Ruled<Voters>;
  readonly everyPartyMustConcur: Ruled<boolean>;
  readonly abstention: Ruled<Abstention>;
  readonly quorum: Ruled<Quorum>;
  readonly basis: Ruled<Basis>;
  readonly proxies: Ruled<Proxies>;
  readonly remote: Ruled<Remote>;
  readonly writtenProcedure: Ruled<'OFF'>;
  /** In which order countries host. */
  readonly alternation: Ruled<'PER_ORDINARY_MEETING' | 'FREE'>;
  readonly frequency: Ruled<Frequency>;
  /** Which side convenes … */
  readonly convening: Ruled<'HOST_SIDE'>;
  /** … and who speaks for that side. */
  readonly convener: Ruled<'HOST_CO_PRESIDENT'>;
  readonly executory: Ruled<'EVERY_PARTY_SIGNED'>;
  readonly signature: Ruled<{ readonly methods: readonly SigningMethod[]; readonly order: 'ANY' }>;
  readonly stepUp: Ruled<{ readonly maximumAgeMinutes: number }>;
  readonly minutesUnit: Ruled<'ONE_PER_MEETING'>;
  readonly languages: Ruled<{ readonly authoritative: Language; readonly allowed: readonly Language[] }>;
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** A copy nobody can change: what a ballot keeps of the rules in force when it opened. */
export const frozenRules = (rules: CommitteeRules): CommitteeRules => freeze(structuredClone(rules));
