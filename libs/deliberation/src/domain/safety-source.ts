import type { RuleSource } from '#kernel';

/** « garantir la sécurité des biens et des personnes » (Art. 6, 4-50): which sheet does it is our reading. */
export const safetySource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Art. 6, C3', quote: 'garantir la sécurité des biens et des personnes' };
