import type { RuleSource } from '#kernel';
import { frozenRules, type CommitteeRules } from './rules.js';

const article = (reference: string, quote: string): RuleSource => ({ kind: 'ARTICLE', reference, quote });
/** Ours, until the partners settle it; `quote` is then the text that leaves the question open. */
const byDefault = (question: number, quote?: string): RuleSource => ({
  kind: 'PRODUCT_DEFAULT',
  reference: `C5 Q${question}`,
  ...(quote === undefined ? {} : { quote }),
});

const unanimity = 'Le comité prend ses décisions à l’unanimité.';
const turn = 'Le Comité de Pilotage se réunit au moins une fois par an à tour de rôle en France et au Maroc';
const convenedByHost = 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.';
const signedByBoth =
  'Les PV de délibérations du Comité de Pilotage ne sont exécutoires qu’après signature respective du Président de Tiznit et du Maire de Villeneuve-la-Garenne.';
const minutesKept = 'Les délibérations du Comité de Pilotage font l’objet de Procès-verbaux (PV).';
const languagesUsed =
  'Les documents officiels pourront être écrits en français, en berbère ou en arabe. La langue officielle du partenariat est le français.';
const planDue = 'un programme d’actions annuel sera validé par le comité de pilotage […], avant le 31 décembre de l’année n-1';

/**
 * The convention Villeneuve-la-Garenne ↔ Tiznit as rules: what its articles say is cited as theirs,
 * what they leave open takes the safest reading and says that it is a parameter (C5).
 */
export const villeneuveTiznitRules: CommitteeRules = frozenRules({
  majority: { value: 'UNANIMITY', source: article('Art. 5', unanimity) },
  voters: { value: 'ALL_MEMBERS', source: byDefault(1) },
  everyPartyMustConcur: { value: true, source: byDefault(2, unanimity) },
  abstention: { value: 'BLOCKS', source: byDefault(3, unanimity) },
  quorum: { value: 'EVERY_CO_PRESIDENT', source: byDefault(4) },
  basis: { value: 'PRESENT', source: byDefault(4) },
  proxies: { value: 'OFF', source: byDefault(5) },
  remote: { value: 'HYBRID', source: byDefault(6) },
  writtenProcedure: { value: 'OFF', source: byDefault(7) },
  planDeadline: { value: { lastDay: '12-30', event: 'ADOPTION', zoneRule: 'EARLIEST_ZONE' }, source: byDefault(8, planDue) },
  alternation: { value: 'PER_ORDINARY_MEETING', source: article('Art. 5', turn) },
  frequency: { value: 'ONCE_PER_CIVIL_YEAR', source: byDefault(10, turn) },
  convening: { value: 'HOST_SIDE', source: article('Art. 5', convenedByHost) },
  convener: { value: 'HOST_CO_PRESIDENT', source: byDefault(11, convenedByHost) },
  executory: { value: 'EVERY_PARTY_SIGNED', source: article('Art. 5', signedByBoth) },
  signature: { value: { methods: ['MAIL_CODE', 'PASSKEY'], order: 'ANY' }, source: byDefault(12, signedByBoth) },
  stepUp: { value: { maximumAgeMinutes: 5 }, source: byDefault(12) },
  minutesUnit: { value: 'ONE_PER_MEETING', source: byDefault(13, minutesKept) },
  languages: { value: { authoritative: 'fr', allowed: ['fr', 'ar', 'zgh'] }, source: article('Art. 8', languagesUsed) },
  latePlan: { value: 'VALID_MARKED_LATE', source: byDefault(22) },
});
