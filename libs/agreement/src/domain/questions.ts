import type { Json, RuleSource } from '#kernel';
import { capabilitiesOf, type AgreementKind, type Capability } from './capabilities.js';
import { fitsShape, type Field, type Shape } from './rule-values.js';

/** What an agreement must give its parties for a rule to mean something there. EVERY: any text at all. */
export type Needs = 'EVERY' | Capability;
export type RuleSubject = 'VOTE' | 'MEETINGS' | 'MINUTES' | 'PLAN' | 'LIFE' | 'OPENNESS' | 'RULES';

/** A rule an agreement may settle: its question (C5), what it may be, and the reading we take where the text is silent. */
export interface RuleDefinition {
  /** C5's number; `null`: the texts leave no question there, only a source to name. */
  readonly question: number | null;
  readonly subject: RuleSubject;
  readonly needs: Needs;
  readonly shape: Shape;
  /** The safest reading (A0.2). */
  readonly byDefault: Json;
  /** Where nothing is recorded there is no such rule at all, not our default: a text without a deadline has none. */
  readonly absentMeansNone?: true;
  /** Held by the product itself: nobody may set it (Q25). */
  readonly fixed?: true;
}

type Place = readonly [question: number | null, subject: RuleSubject, needs: Needs];
const one = (reading: string | boolean, ...notYet: string[]): Field => ({ kind: 'CHOICE', readings: [reading], ...(notYet.length ? { notYet } : {}) });
const oneOf = (...readings: (string | boolean)[]): Field => ({ kind: 'CHOICE', readings });
const composite = (fields: Readonly<Record<string, Field>>): Shape => ({ kind: 'COMPOSITE', fields });
const rule = ([question, subject, needs]: Place, shape: Shape, byDefault: Json): RuleDefinition => ({ question, subject, needs, shape, byDefault });

/**
 * The rules Passerelle applies, by key. The numbers are the questions of domain.md C5: all twenty-five are answered here.
 * Rooms above read the keys they know with their own types; a spec of the programme room holds that what is offered here is what they apply.
 */
export const ruleDefinitions = {
  majority: rule([null, 'VOTE', 'COMMITTEE'], one('UNANIMITY'), 'UNANIMITY'),
  voters: rule([1, 'VOTE', 'COMMITTEE'], oneOf('ALL_MEMBERS', 'ELECTED', 'PARTY'), 'ALL_MEMBERS'),
  everyPartyMustConcur: rule([2, 'VOTE', 'COMMITTEE'], oneOf(true, false), true),
  abstention: rule([3, 'VOTE', 'COMMITTEE'], oneOf('BLOCKS', 'NEUTRAL'), 'BLOCKS'),
  quorum: rule([4, 'VOTE', 'COMMITTEE'], oneOf('EVERY_CO_PRESIDENT', 'EVERY_PARTY', 'NONE'), 'EVERY_CO_PRESIDENT'),
  basis: rule([4, 'VOTE', 'COMMITTEE'], oneOf('PRESENT', 'SEATED'), 'PRESENT'),
  proxies: rule([5, 'VOTE', 'COMMITTEE'], oneOf('OFF', 'ONE_PER_MEMBER', 'TWO_PER_MEMBER'), 'OFF'),
  remote: rule([6, 'MEETINGS', 'COMMITTEE'], oneOf('HYBRID', 'NONE'), 'HYBRID'),
  writtenProcedure: rule([7, 'VOTE', 'COMMITTEE'], one('OFF', 'ON'), 'OFF'),
  planByCommittee: rule([null, 'PLAN', 'PLAN'], one('YEARLY'), 'YEARLY'),
  deadline: {
    ...rule(
      [8, 'PLAN', 'PLAN'],
      composite({ day: { kind: 'DAY' }, inclusive: oneOf(false, true), event: oneOf('ADOPTION', 'EXECUTORY'), zoneRule: oneOf('EARLIEST', 'LATEST') }),
      { day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' },
    ),
    absentMeansNone: true,
  },
  alternation: rule([9, 'MEETINGS', 'COMMITTEE'], { kind: 'CHOICE', readings: ['PER_ORDINARY_MEETING', 'FREE'], notYet: ['PER_YEAR'] }, 'PER_ORDINARY_MEETING'),
  frequency: rule([10, 'MEETINGS', 'COMMITTEE'], { kind: 'CHOICE', readings: ['ONCE_PER_CIVIL_YEAR', 'ONCE_PER_TWO_CIVIL_YEARS'], notYet: ['ONCE_PER_TWELVE_MONTHS'] }, 'ONCE_PER_CIVIL_YEAR'),
  convening: rule([null, 'MEETINGS', 'COMMITTEE'], one('HOST_SIDE'), 'HOST_SIDE'),
  convener: rule([11, 'MEETINGS', 'COMMITTEE'], one('HOST_CO_PRESIDENT', 'HOST_STATE'), 'HOST_CO_PRESIDENT'),
  executory: rule([null, 'MINUTES', 'COMMITTEE'], one('EVERY_PARTY_SIGNED'), 'EVERY_PARTY_SIGNED'),
  signature: rule([12, 'MINUTES', 'COMMITTEE'], composite({ methods: { kind: 'MANY', readings: ['MAIL_CODE', 'PASSKEY'] }, order: one('ANY', 'FIXED') }), {
    methods: ['MAIL_CODE', 'PASSKEY'],
    order: 'ANY',
  }),
  stepUp: rule([12, 'MINUTES', 'COMMITTEE'], composite({ maximumAgeMinutes: { kind: 'NUMBER', from: 1, to: 15 } }), { maximumAgeMinutes: 5 }),
  minutesUnit: rule([13, 'MINUTES', 'COMMITTEE'], one('ONE_PER_MEETING', 'ONE_PER_DECISION'), 'ONE_PER_MEETING'),
  effectRule: rule([14, 'LIFE', 'STATE_ACTS'], oneOf('LAST_EVENT', 'LAST_SIGNATURE'), 'LAST_EVENT'),
  prefectVisa: rule([15, 'LIFE', 'STATE_ACTS'], oneOf('AR', 'EXPRESS'), 'AR'),
  foreignVisa: rule([16, 'LIFE', 'STATE_ACTS'], composite({ authority: oneOf('GOVERNOR', 'INTERIOR', 'NONE'), tacit: oneOf(false, true) }), { authority: 'GOVERNOR', tacit: false }),
  renewal: rule(
    [17, 'LIFE', 'TERM'],
    composite({
      months: { kind: 'NUMBER', from: 1, to: 240 },
      renewalMonths: { kind: 'NUMBER', from: 1, to: 240 },
      renewals: { kind: 'NUMBER', from: 0, to: 99, orNone: true },
      reviewMonthsBefore: { kind: 'NUMBER', from: 1, to: 24 },
    }),
    { months: 36, renewalMonths: 36, renewals: null, reviewMonthsBefore: 6 },
  ),
  termination: rule(
    [18, 'LIFE', 'TERM'],
    composite({ months: { kind: 'NUMBER', from: 0, to: 36 }, motive: oneOf('REQUIRED', 'OPTIONAL'), amicable: oneOf('RECOMMENDED', 'REQUIRED') }),
    { months: 3, motive: 'REQUIRED', amicable: 'RECOMMENDED' },
  ),
  languages: rule([19, 'MINUTES', 'COMMITTEE'], composite({ authoritative: one('fr'), allowed: { kind: 'MANY', readings: ['fr', 'ar', 'zgh', 'en'] } }), {
    authoritative: 'fr',
    allowed: ['fr', 'ar', 'zgh'],
  }),
  jointly: rule([null, 'PLAN', 'PLAN'], one('EVERY_PARTY_VALIDATES'), 'EVERY_PARTY_VALIDATES'),
  sheetsByCommittee: rule([null, 'PLAN', 'PLAN'], one('EACH_PARTY_WRITES_ITS_OWN'), 'EACH_PARTY_WRITES_ITS_OWN'),
  transversalAxes: rule([null, 'PLAN', 'PLAN'], one('EACH_ANSWERED'), 'EACH_ANSWERED'),
  newAxis: rule([20, 'PLAN', 'PLAN'], one('JOINT_VALIDATION_FIRST', 'AMENDMENT_FIRST'), 'JOINT_VALIDATION_FIRST'),
  calendar: rule([null, 'PLAN', 'PLAN'], one('START_AND_END'), 'START_AND_END'),
  indicators: rule([null, 'PLAN', 'PLAN'], one('WITH_METHOD_AND_PERSON'), 'WITH_METHOD_AND_PERSON'),
  outsideAxes: rule([21, 'PLAN', 'PLAN'], one('ALLOWED_WITH_REASON', 'FORBIDDEN'), 'ALLOWED_WITH_REASON'),
  latePlan: rule([22, 'PLAN', 'PLAN'], one('VALID_MARKED_LATE'), 'VALID_MARKED_LATE'),
  publication: rule([23, 'OPENNESS', 'COMMITTEE'], one('DECISIONS_AND_PLAN', 'WHOLE_MINUTES', 'NOTHING'), 'DECISIONS_AND_PLAN'),
  evaluation: rule([24, 'OPENNESS', 'PLAN'], one('ONE_VOICE_UNWEIGHTED', 'WEIGHTED_BY_PARTY'), 'ONE_VOICE_UNWEIGHTED'),
  changeOfRules: { ...rule([25, 'RULES', 'EVERY'], one('SET_UP_THEN_COMMITTEE'), 'SET_UP_THEN_COMMITTEE'), fixed: true },
} as const satisfies Readonly<Record<string, RuleDefinition>>;

export type RuleKey = keyof typeof ruleDefinitions;
export const ruleKeys = Object.keys(ruleDefinitions) as RuleKey[];
export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(ruleDefinitions, key);
export const definitionOf = (key: RuleKey): RuleDefinition => ruleDefinitions[key];

/** Does this rule mean anything under an agreement of this kind? A plan that may have a deadline is asked which. */
export const concerns = (key: RuleKey, kind: AgreementKind): boolean => {
  const { needs } = definitionOf(key);
  return needs === 'EVERY' || capabilitiesOf([{ kind, ruleKeys: ['deadline'] }]).includes(needs);
};

/** May the rule be this value? `languages` must also allow the language that has authority. */
export function mayBe(key: RuleKey, value: Json): boolean {
  if (!fitsShape(definitionOf(key).shape, value)) return false;
  if (key !== 'languages') return true;
  const { authoritative, allowed } = value as { readonly authoritative: string; readonly allowed: readonly string[] };
  return allowed.includes(authoritative);
}

/** Our own reading, named as ours: « C5 Q3 », or the rule's subject where the texts leave no question. */
export const defaultSource = (key: RuleKey): RuleSource => {
  const { question } = definitionOf(key);
  return { kind: 'PRODUCT_DEFAULT', reference: question === null ? 'C5' : `C5 Q${question}` };
};

interface Ruled {
  readonly value: Json;
  readonly source: RuleSource;
}

/** The value in force and its source, or our default where the agreement is silent; `null`: silent, and then there is no such rule. */
export function ruleOrDefault(inForce: ReadonlyMap<string, Ruled>, key: RuleKey): Ruled | null {
  const { byDefault, absentMeansNone } = definitionOf(key);
  return inForce.get(key) ?? (absentMeansNone ? null : { value: byDefault, source: defaultSource(key) });
}
