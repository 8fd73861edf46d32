import type { Json, RuleSource } from '#kernel';

const byDefault = (reference: string): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference });

/** What is ours alone: states, roles, the form of a sheet. No agreement settles it, so it is named as ours everywhere. */
export const sources = {
  targets: byDefault('A4.2, 4-22'),
  sheetContent: byDefault('B5'),
  states: byDefault('C4'),
  followUp: byDefault('Passerelle, suivi des actions'),
  backPlan: byDefault('Passerelle, rétroplanning'),
  roles: byDefault('A5'),
  inputs: byDefault('Saisie'),
  entered: byDefault('Passerelle, saisie pour une personne'),
  takeUp: byDefault('Passerelle, reprise de l’existant'),
  rates: byDefault('Passerelle, cours de change'),
} as const satisfies Record<string, RuleSource>;

/** A rule that an agreement may settle: the one value this room applies, and our source where the agreement is silent. */
interface Settled {
  readonly value: string;
  readonly silent: RuleSource;
}

/** Rules of this room that an agreement may hold among its rules in force, by their key there (C5). */
const settled = {
  planByCommittee: { value: 'YEARLY', silent: byDefault('Passerelle, plan annuel') },
  jointly: { value: 'EVERY_PARTY_VALIDATES', silent: byDefault('Passerelle, validation par chaque partie') },
  sheetsByCommittee: { value: 'EACH_PARTY_WRITES_ITS_OWN', silent: byDefault('Passerelle, fiches techniques') },
  transversalAxes: { value: 'EACH_ANSWERED', silent: byDefault('Passerelle, axes transversaux') },
  newAxis: { value: 'JOINT_VALIDATION_FIRST', silent: byDefault('C5 Q20') },
  calendar: { value: 'START_AND_END', silent: byDefault('Passerelle, calendrier prévisionnel') },
  indicators: { value: 'WITH_METHOD_AND_PERSON', silent: byDefault('Passerelle, indicateurs') },
  outsideAxes: { value: 'ALLOWED_WITH_REASON', silent: byDefault('C5 Q21') },
  executory: { value: 'EVERY_PARTY_SIGNED', silent: byDefault('C5 Q12') },
} as const satisfies Record<string, Settled>;

export type ProgrammeRule = keyof typeof settled;

/** Where each rule of a partnership's programme comes from: its own text, else our default, named as such. */
export type ProgrammeSources = Readonly<Record<ProgrammeRule, RuleSource>>;

/**
 * The sources of one partnership, from its own rules in force.
 * @throws RangeError on a value this room cannot apply: a refusal must not quote a text that says something else.
 */
export function sourcesOf(inForce: ReadonlyMap<string, { readonly value: Json; readonly source: RuleSource }>): ProgrammeSources {
  const entries = Object.entries(settled).map(([key, { value, silent }]) => {
    const rule = inForce.get(key);
    if (rule && rule.value !== value) throw new RangeError(`the rule ${key} cannot be ${JSON.stringify(rule.value)}`);
    return [key, rule?.source ?? silent];
  });
  return Object.fromEntries(entries) as ProgrammeSources;
}
