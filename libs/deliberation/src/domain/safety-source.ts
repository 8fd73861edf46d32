import type { RuleSource } from '#kernel';

/** Some conventions promise the safety of people and goods (4-50); a sheet for each meeting is our reading (design C3). */
export const safetySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };
