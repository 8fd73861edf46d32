import { accepted, canonicalJson, refused, type Answer, type CivilDate, type Decided, type Fact, type Json, type RuleSource } from '#kernel';

/** A council's resolution (« délibération ») by which a party binds itself. */
export interface CouncilResolution {
  /** « Conseil municipal de … ». */
  readonly body: string;
  readonly decidedOn: CivilDate;
  readonly number: string | null;
}
/** A party's signature: the office that signs, its own place, its own day. */
export interface PartySignature {
  readonly office: string;
  readonly place: string;
  readonly signedOn: CivilDate;
}
/** What the prefecture's acknowledgement says of a French act. */
export interface ActTransmission {
  readonly actId: string | null;
  readonly sentOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly publishedOn: CivilDate | null;
}
/** A State's visa: whom it is asked of, and what became of it. */
export interface Visa {
  readonly authority: string;
  readonly reference: string | null;
  readonly submittedOn: CivilDate | null;
  readonly decision: 'GRANTED' | 'REFUSED' | null;
  readonly decidedOn: CivilDate | null;
}
/** Who holds each of the originals. */
export interface OriginalCopies {
  readonly holders: readonly string[];
}
/** A notice (« préavis ») by a party; its motive stands beside it. */
export interface TerminationNotice {
  readonly sentOn: CivilDate;
  readonly receivedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
}
/** What the parties chose for the end of a period: renew as it is, amend, or end. */
export interface RenewalReview {
  readonly ordinal: number;
  readonly reviewedOn: CivilDate;
  readonly outcome: 'RENEW' | 'AMEND' | 'END';
}
/** The effect an agreement was recorded with, before any of its acts was: it stands until they are all there. */
export interface DeclaredEffect {
  readonly on: CivilDate;
}

/** What the register of an agreement's life may hold, by kind. */
export interface Contents {
  readonly RESOLUTION: CouncilResolution;
  readonly SIGNATURE: PartySignature;
  readonly TRANSMISSION: ActTransmission;
  readonly VISA: Visa;
  readonly ORIGINALS: OriginalCopies;
  readonly NOTICE: TerminationNotice;
  readonly REVIEW: RenewalReview;
  readonly DECLARED: DeclaredEffect;
}
export type EntryKind = keyof Contents;
export const entryKinds: readonly EntryKind[] = ['RESOLUTION', 'SIGNATURE', 'TRANSMISSION', 'VISA', 'ORIGINALS', 'NOTICE', 'REVIEW', 'DECLARED'];

/** An entry as it stands: its last version. Earlier ones stay in the register, with why they were corrected. */
export interface Entry<Kind extends EntryKind = EntryKind> {
  readonly id: string;
  readonly kind: Kind;
  /** `null` for what belongs to the agreement as a whole. */
  readonly partyId: string | null;
  readonly version: number;
  readonly content: Contents[Kind];
  /** Why a known value was corrected; of a notice: why it is given, then why it is withdrawn. */
  readonly motive: string | null;
}

/** What a person writes in the register. */
export interface Draft<Kind extends EntryKind = EntryKind> {
  readonly kind: Kind;
  readonly partyId: string | null;
  readonly content: Contents[Kind];
  readonly motive: string | null;
}

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, registre de la convention' };
const factOf: Readonly<Record<EntryKind, string>> = {
  RESOLUTION: 'CouncilResolutionRecorded',
  SIGNATURE: 'AgreementSignatureRecorded',
  TRANSMISSION: 'TransmissionRecorded',
  VISA: 'VisaRecorded',
  ORIGINALS: 'OriginalCopiesRecorded',
  NOTICE: 'TerminationNoticeRecorded',
  REVIEW: 'RenewalReviewed',
  DECLARED: 'EffectDeclared',
};

const asJson = (value: unknown): Json => value as Json;
const same = (one: unknown, other: unknown): boolean => canonicalJson(asJson(one)) === canonicalJson(asJson(other));

/** A value that was known and is now another: filling what was awaited is no correction. */
const corrects = (before: object, after: object): boolean => Object.entries(before).some(([name, value]) => value !== null && !same(value, (after as Record<string, unknown>)[name]));

/** Dates and codes of an entry: what a fact may say in clear. Texts stay in the row. */
function spoken(kind: EntryKind, content: object): Record<string, Json> {
  const texts: Partial<Record<EntryKind, readonly string[]>> = { RESOLUTION: ['body', 'number'], SIGNATURE: ['office', 'place'], VISA: ['authority', 'reference'], ORIGINALS: ['holders'] };
  return Object.fromEntries(Object.entries(content).filter(([name]) => !texts[kind]?.includes(name)).map(([name, value]) => [name, asJson(value)]));
}

/**
 * Writes a draft over what stands in its place: a first version, or the next one. Nothing is overwritten: a known value is changed only with its reason.
 * Refused with `NOTHING_CHANGED` or `CORRECTION_NEEDS_MOTIVE`.
 */
export function enter(standing: Entry | null, draft: Draft, place: { readonly id: string; readonly agreementId: string; readonly partnershipId: string }): Answer<Decided<Entry>> {
  if (standing && same(standing.content, draft.content)) return refused('NOTHING_CHANGED', {}, source);
  if (standing && draft.motive === null && corrects(standing.content, draft.content)) return refused('CORRECTION_NEEDS_MOTIVE', {}, source);
  const { kind, partyId, content, motive } = draft;
  const id = standing?.id ?? place.id;
  const version = (standing?.version ?? 0) + 1;
  const data = { agreementId: place.agreementId, version, ...(partyId && { partyId }), ...(motive && { motive }), ...spoken(kind, content) };
  const fact: Fact = { kind: factOf[kind], partnershipId: place.partnershipId, subject: { kind: 'lifeEntry', id }, data };
  return accepted({ state: { id, kind, partyId, version, content, motive }, facts: [fact] });
}

/** The entry of a kind and a party that stands; of notices, none: each is its own. */
export const standingEntry = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind, partyId: string | null): Entry<Kind> | null =>
  (entries.find((entry) => entry.kind === kind && entry.partyId === partyId) as Entry<Kind> | undefined) ?? null;

/** Every standing entry of a kind, in the order they were first written. */
export const entriesOf = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): Entry<Kind>[] => entries.filter((entry) => entry.kind === kind) as Entry<Kind>[];
