import type { RuleSource } from '#kernel';
import { frozenRules, type CommitteeRules } from './rules.js';

/** Ours, until the partners settle it: the question it answers is the reference. */
const byDefault = (question: number): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference: `C5 Q${question}` });
/** What most conventions say somewhere; when this one does not, it is still our parameter, not theirs. */
const usual = (reference: string): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference });

/** The safest reading of every question an agreement leaves open (C5). No partner's own rule stands here. */
export const productDefaults: CommitteeRules = frozenRules({
  majority: { value: 'UNANIMITY', source: usual('C5') },
  voters: { value: 'ALL_MEMBERS', source: byDefault(1) },
  everyPartyMustConcur: { value: true, source: byDefault(2) },
  abstention: { value: 'BLOCKS', source: byDefault(3) },
  quorum: { value: 'EVERY_CO_PRESIDENT', source: byDefault(4) },
  basis: { value: 'PRESENT', source: byDefault(4) },
  proxies: { value: 'OFF', source: byDefault(5) },
  remote: { value: 'HYBRID', source: byDefault(6) },
  writtenProcedure: { value: 'OFF', source: byDefault(7) },
  alternation: { value: 'PER_ORDINARY_MEETING', source: byDefault(9) },
  frequency: { value: 'ONCE_PER_CIVIL_YEAR', source: byDefault(10) },
  convening: { value: 'HOST_SIDE', source: byDefault(11) },
  convener: { value: 'HOST_CO_PRESIDENT', source: byDefault(11) },
  executory: { value: 'EVERY_PARTY_SIGNED', source: byDefault(12) },
  signature: { value: { methods: ['MAIL_CODE', 'PASSKEY'], order: 'ANY' }, source: byDefault(12) },
  stepUp: { value: { maximumAgeMinutes: 5 }, source: byDefault(12) },
  minutesUnit: { value: 'ONE_PER_MEETING', source: byDefault(13) },
  languages: { value: { authoritative: 'fr', allowed: ['fr', 'ar', 'zgh'] }, source: byDefault(19) },
});
