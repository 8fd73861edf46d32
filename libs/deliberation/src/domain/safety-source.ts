import type { RuleSource } from '#kernel';

/** Some conventions promise the safety of people and goods (4-50); a sheet for each meeting is ours (design C3, S-2). */
export const safetySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3, S-2' };
