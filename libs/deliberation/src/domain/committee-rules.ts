import { languages, type Json, type RuleSource } from '#kernel';
import { productDefaults } from './product-defaults.js';
import { frozenRules, type CommitteeRules } from './rules.js';

/** A rule as the agreement room keeps it: any JSON, with its source. */
export interface RawRule {
  readonly value: Json;
  readonly source: RuleSource;
}

/** Every value this room knows how to apply: one it does not know must not be read as a milder one. */
const known: { readonly [Key in keyof CommitteeRules]: readonly CommitteeRules[Key]['value'][] | ((value: Json) => boolean) } = {
  majority: ['UNANIMITY'],
  voters: ['ALL_MEMBERS', 'ELECTED', 'PARTY'],
  everyPartyMustConcur: [true, false],
  abstention: ['BLOCKS', 'NEUTRAL'],
  quorum: ['EVERY_CO_PRESIDENT', 'EVERY_PARTY', 'NONE'],
  basis: ['PRESENT', 'SEATED'],
  proxies: ['OFF', 'ONE_PER_MEMBER', 'TWO_PER_MEMBER'],
  remote: ['NONE', 'HYBRID'],
  writtenProcedure: ['OFF'],
  alternation: ['PER_ORDINARY_MEETING', 'FREE'],
  frequency: ['ONCE_PER_CIVIL_YEAR', 'ONCE_PER_TWO_CIVIL_YEARS'],
  convening: ['HOST_SIDE'],
  convener: ['HOST_CO_PRESIDENT'],
  executory: ['EVERY_PARTY_SIGNED'],
  signature: (value) => listOf(field(value, 'methods'), ['MAIL_CODE', 'PASSKEY']) && field(value, 'order') === 'ANY',
  stepUp: (value) => Number.isInteger(field(value, 'maximumAgeMinutes')) && Number(field(value, 'maximumAgeMinutes')) > 0,
  minutesUnit: ['ONE_PER_MEETING'],
  languages: (value) => listOf(field(value, 'allowed'), languages) && listOf([field(value, 'authoritative') ?? ''], languages),
};

const field = (value: Json, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>)[name] : undefined;
const listOf = (list: Json | undefined, allowed: readonly string[]): boolean =>
  Array.isArray(list) && list.length > 0 && list.every((item) => allowed.includes(item as string));

function isKnown(key: keyof CommitteeRules, value: Json): boolean {
  const test = known[key];
  return typeof test === 'function' ? test(value) : (test as readonly Json[]).includes(value);
}

/**
 * The committee's rules from the rules in force: a key the agreement does not settle takes the product's default, and says so.
 * @throws RangeError on a value this room cannot apply: a decision must not be taken under a guessed rule.
 */
export function committeeRules(inForce: ReadonlyMap<string, RawRule>): CommitteeRules {
  const entries = Object.entries(productDefaults).map(([key, byDefault]) => {
    const rule = inForce.get(key);
    if (!rule) return [key, byDefault];
    if (!isKnown(key as keyof CommitteeRules, rule.value)) throw new RangeError(`the rule ${key} cannot be ${JSON.stringify(rule.value)}`);
    return [key, { value: rule.value, source: rule.source }];
  });
  return frozenRules(Object.fromEntries(entries) as CommitteeRules);
}
