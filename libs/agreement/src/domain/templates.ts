import type { Json, RuleSource } from '#kernel';
import type { AgreementKind } from './capabilities.js';
import { concerns, defaultSource, definitionOf, type RuleKey } from './questions.js';
import { isSame } from './rule-source.js';

export const templateKeys = ['COOPERATION', 'BY_PARTY', 'TWINNING', 'MUTUAL_COMMITMENT', 'LETTER_OF_INTENT'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** The subjects of cooperation that the agreements we know name most: offered, never written unasked. */
export const axisSubjects = ['INCLUSION', 'YOUTH', 'ECONOMY', 'SPORT', 'DIGITAL', 'ENVIRONMENT', 'EQUALITY', 'CULTURE'] as const;
export type AxisSubject = (typeof axisSubjects)[number];

/** Those offered as strategic axes, and those offered across all of them. */
export const offered = { STRATEGIC: ['INCLUSION', 'YOUTH', 'ECONOMY', 'SPORT', 'DIGITAL', 'ENVIRONMENT'], TRANSVERSAL: ['EQUALITY', 'CULTURE'] } as const satisfies Readonly<Record<'STRATEGIC' | 'TRANSVERSAL', readonly AxisSubject[]>>;

/** What an agreement begins with: its kind, and the readings that differ from our usual ones. */
export interface Template {
  readonly key: TemplateKey;
  readonly kind: AgreementKind;
  /** Only where the form of agreement itself makes another reading the safe one. No deadline: a text names one, or there is none. */
  readonly rules: Readonly<Partial<Record<RuleKey, Json>>>;
}

/**
 * From the practice of the agreements of `fixtures/`: a French–Moroccan convention votes by member under two co-presidents; with more parties
 * each has one voice and must be there; a twinning, a mutual commitment and a letter have no committee of their own.
 */
export const templates: readonly Template[] = [
  { key: 'COOPERATION', kind: 'CONVENTION', rules: {} },
  { key: 'BY_PARTY', kind: 'CONVENTION', rules: { voters: 'PARTY', quorum: 'EVERY_PARTY' } },
  { key: 'TWINNING', kind: 'TWINNING', rules: {} },
  { key: 'MUTUAL_COMMITMENT', kind: 'MUTUAL_COMMITMENT', rules: {} },
  { key: 'LETTER_OF_INTENT', kind: 'LETTER_OF_INTENT', rules: {} },
];

/** @throws RangeError: the key is of a known list */
export function templateOf(key: TemplateKey): Template {
  const found = templates.find((template) => template.key === key);
  if (!found) throw new RangeError(`no template is called ${key}`);
  return found;
}

/** A template's reading is ours, and says so, until a coordinator names the text it comes from (A0.1). */
const templateSource = (key: RuleKey): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference: `${defaultSource(key).reference}, modèle` });

/** The rules a template brings to an agreement of its kind; what equals our default is not written: it holds anyway. */
export const templateRules = ({ kind, rules }: Template): { readonly key: RuleKey; readonly value: Json; readonly source: RuleSource }[] =>
  (Object.entries(rules) as [RuleKey, Json][])
    .filter(([key, value]) => concerns(key, kind) && !isSame(value, definitionOf(key).byDefault))
    .map(([key, value]) => ({ key, value, source: templateSource(key) }));
