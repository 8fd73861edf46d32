import { addMonths, compareDates, currencies, type CivilDate, type RuleSource } from '#kernel';
import { parseActId } from './legal-act.js';
import { entriesOf, standingEntry, type ActTransmission, type CouncilResolution, type Entry } from './register.js';
import { bindsByResolution, type LifeFacts } from './standing.js';
import { executorySource } from './transmission.js';

/** Every thing the register may be found to lack or to say oddly. */
export const warningCodes = [
  'RESOLUTION_MISSING', 'SIGNED_BEFORE_RESOLUTION', 'RESOLUTION_OLD', 'TRANSMITTED_LATE', 'PUBLICATION_MISSING', 'ACT_NO_SUCH_DAY', 'ACT_SIREN_KEY',
  'ACT_OTHER_DEPARTMENT', 'ACT_OTHER_DAY', 'VISA_REFUSED', 'AMOUNT_MISSING',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Something a person should look at. It never stops anything: the tool records, it does not judge (B1). */
export interface ComplianceWarning {
  readonly code: WarningCode;
  readonly partyId: string | null;
  /** The day it speaks of, when there is one. */
  readonly on: CivilDate | null;
  readonly source: RuleSource;
}

const ours: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, vérifications de la convention' };
const protocol: RuleSource = { kind: 'LAW', reference: 'protocole ACTES, IDActe' };

/** A French council's business is settled by its resolutions; for another country's, the care is ours. */
const council = (country: string): RuleSource => (country === 'FR' ? { kind: 'LAW', reference: 'L. 2121-29 CGCT' } : ours);

/** A resolution may be older than the text it allows to sign; beyond a year somebody should look. A resolution sent after two months too. */
const months = { resolution: 12, sending: 2 } as const;

type Warn = (code: WarningCode, partyId: string | null, said: { on?: CivilDate | null; source: RuleSource }) => ComplianceWarning;
const warn: Warn = (code, partyId, { on = null, source }) => ({ code, partyId, on, source });

const isAfter = (later: CivilDate, earlier: CivilDate, atLeast: number): boolean => compareDates(later, addMonths(earlier, atLeast)) > 0;

/** The day the text was there for certain: that of the last council that resolved on it. */
const textKnownOn = (entries: readonly Entry[]): CivilDate | null => entriesOf(entries, 'RESOLUTION').map(({ content }) => content.decidedOn).sort(compareDates).at(-1) ?? null;

function ofResolution({ kind, entries }: LifeFacts, party: LifeFacts['parties'][number]): ComplianceWarning[] {
  const resolution = standingEntry(entries, 'RESOLUTION', party.id)?.content;
  const signature = standingEntry(entries, 'SIGNATURE', party.id)?.content;
  if (!resolution) return signature && bindsByResolution(kind, party) ? [warn('RESOLUTION_MISSING', party.id, { on: signature.signedOn, source: council(party.country) })] : [];
  const known = textKnownOn(entries);
  return [
    ...(signature && compareDates(signature.signedOn, resolution.decidedOn) < 0 ? [warn('SIGNED_BEFORE_RESOLUTION', party.id, { on: signature.signedOn, source: council(party.country) })] : []),
    ...(known && isAfter(known, resolution.decidedOn, months.resolution) ? [warn('RESOLUTION_OLD', party.id, { on: resolution.decidedOn, source: ours })] : []),
  ];
}

function ofActId({ actId }: ActTransmission, partyId: string | null, resolution: CouncilResolution | undefined): ComplianceWarning[] {
  const read = actId === null ? null : parseActId(actId);
  if (!read || read.refused) return [];
  const { id, warnings } = read.value;
  const named = warnings.map((code) => warn(`ACT_${code}`, partyId, { source: protocol }));
  const otherDay = resolution && id.decidedOn && id.nature === 'DE' && id.decidedOn !== resolution.decidedOn;
  return [...named, ...(otherDay ? [warn('ACT_OTHER_DAY', partyId, { on: id.decidedOn, source: protocol })] : [])];
}

function ofTransmission({ entries }: LifeFacts, { partyId, content }: Entry<'TRANSMISSION'>): ComplianceWarning[] {
  const resolution = standingEntry(entries, 'RESOLUTION', partyId)?.content;
  const late = resolution && content.sentOn && isAfter(content.sentOn, resolution.decidedOn, months.sending);
  return [
    ...ofActId(content, partyId, resolution),
    ...(late ? [warn('TRANSMITTED_LATE', partyId, { on: content.sentOn, source: ours })] : []),
    ...(content.receivedOn && !content.publishedOn ? [warn('PUBLICATION_MISSING', partyId, { on: content.receivedOn, source: executorySource })] : []),
  ];
}

/** Everything in the register that somebody should look at, party by party. */
export function warningsOf(facts: LifeFacts): ComplianceWarning[] {
  const refusedVisas = entriesOf(facts.entries, 'VISA').filter(({ content }) => content.decision === 'REFUSED');
  return [
    ...facts.parties.flatMap((party) => ofResolution(facts, party)),
    ...entriesOf(facts.entries, 'TRANSMISSION').flatMap((entry) => ofTransmission(facts, entry)),
    ...refusedVisas.map(({ partyId, content }) => warn('VISA_REFUSED', partyId, { on: content.decidedOn, source: facts.rules.foreignVisa.source })),
  ];
}

/** « 26 400 000 dirhams », « 12 000 € », « ٥٠ ألف درهم »: figures with a currency's name close behind. */
const amountSaid = new RegExp(`[\\d\u0660-\u0669][\\d\u0660-\u0669\\s.,\u066b\u066c]{0,40}(?:(?:mille|millions?(?: de| d[’'])?|k|M|ألف|مليون)\\s*)?(?:€|£|\\$|(?:${[...currencies, 'euros?', 'dirhams?', 'dhs?', 'dinars?', 'francs?'].join('|')})(?![\\p{L}])|درهم|يورو|أورو|دينار)`, 'iu');

/** Does a text name a sum of money? It reads figures, not meanings: an article on an old loan would count. */
export const saysAmount = (text: string): boolean => amountSaid.test(text);

const forecast: RuleSource = { kind: 'LAW', reference: 'L. 1115-1 CGCT' };

/** A convention of a French authority says what it is expected to cost; `written`: in its text, in an annex, or in the budget of an adopted plan (AT-30). */
export function amountWarning({ kind, parties }: Pick<LifeFacts, 'kind' | 'parties'>, written: boolean): ComplianceWarning[] {
  const asked = kind === 'CONVENTION' && parties.some(({ country }) => country === 'FR');
  return asked && !written ? [warn('AMOUNT_MISSING', null, { source: forecast })] : [];
}
