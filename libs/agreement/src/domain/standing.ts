import { addDays, addMonths, compareDates, type CivilDate } from '#kernel';
import type { AgreementKind } from './capabilities.js';
import { effectiveOn, lastNoticeDay, noticeEndsOn, periodOf, periodOn, type EffectEvent, type Period } from './life.js';
import type { LifeRules } from './life-rules.js';
import { entriesOf, standingEntry, type Entry, type Visa } from './register.js';

/** A party, as the rules of the agreement's life look at it. */
export interface LifeParty {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** All that the life of an agreement is derived from. Nothing of it is stored twice: states and dates are read from the register. */
export interface LifeFacts {
  readonly kind: AgreementKind;
  readonly parties: readonly LifeParty[];
  readonly rules: LifeRules;
  readonly entries: readonly Entry[];
  /** The effect the agreement was recorded with, before its register held anything. */
  readonly recordedEffect: CivilDate | null;
  /** Since when the parties are bound, where the text gives no day: « 1962 ». */
  readonly since: string | null;
  /** The parties' civil day; the earliest of them where they differ. */
  readonly today: CivilDate;
}

/** C4, Agreement. SUSPENDED and ANNULLED have no act yet. */
export type AgreementState = 'DRAFT' | 'UNDER_NEGOTIATION' | 'AUTHORISED' | 'SIGNING' | 'SIGNED' | 'AWAITING_VISAS' | 'IN_FORCE' | 'NOTICE_GIVEN' | 'TERMINATED';

/** What is awaited, and from whom. */
export interface Awaited {
  readonly what: 'RESOLUTION' | 'SIGNATURE' | 'PREFECTURE' | 'FOREIGN_VISA' | 'PUBLICATION' | 'NOTICE_RECEIPT' | 'RENEWAL_REVIEW';
  readonly partyId: string | null;
}

/** What is derived: the state, the effect, the period and its end, what is awaited. */
export interface Standing {
  readonly state: AgreementState;
  readonly effect: { readonly on: CivilDate | null; readonly origin: 'EVENTS' | 'DECLARED' | 'NONE'; readonly events: readonly EffectEvent[] };
  readonly period: Period | null;
  /** The end of the current period: what follows, when it is looked at, and the last day to prevent it. */
  readonly renewal: { readonly on: CivilDate; readonly renews: boolean; readonly reviewOn: CivilDate; readonly lastNoticeOn: CivilDate | null; readonly reviewed: boolean } | null;
  /** « Si un préavis est reçu aujourd'hui : fin le … ». */
  readonly ifNoticeToday: CivilDate | null;
  readonly notice: Entry<'NOTICE'> | null;
  /** The day it ends or ended: by notice, or after its last period. */
  readonly endsOn: CivilDate | null;
  readonly awaited: readonly Awaited[];
}

/** Countries whose State gives a visa to a cooperation agreement (Morocco: loi organique 113-14, art. 118). */
export const visaCountries: readonly string[] = ['MA'];
export const france = 'FR';
/** Silence stands for a visa after 20 days, only where the parties have said so (C5 Q16). */
const tacitDays = 20;

/** The day a visa was given; a tacit one on its twentieth day, where the rule allows it. */
function grantedOn(visa: Visa | undefined, tacit: boolean): CivilDate | null {
  if (!visa || visa.decision === 'REFUSED') return null;
  if (visa.decision === 'GRANTED') return visa.decidedOn;
  return tacit && visa.submittedOn ? addDays(visa.submittedOn, tacitDays) : null;
}

/** Is a visa asked of this party's State, by these rules? */
export const asksVisa = (rules: LifeRules, { country }: LifeParty): boolean =>
  country === france ? rules.prefectVisa.value === 'EXPRESS' : visaCountries.includes(country) && rules.foreignVisa.value.authority !== 'NONE';

/** The State's event of one party: the prefecture's acknowledgement or express visa, the foreign authority's visa. */
function stateEvent({ rules, entries }: LifeFacts, party: LifeParty): EffectEvent | null {
  const { id: partyId, country } = party;
  const visa = standingEntry(entries, 'VISA', partyId)?.content;
  if (country === france) {
    const acknowledged = standingEntry(entries, 'TRANSMISSION', partyId)?.content.receivedOn ?? null;
    return { kind: 'PREFECTURE', partyId, on: rules.prefectVisa.value === 'AR' ? acknowledged : grantedOn(visa, false) };
  }
  return asksVisa(rules, party) || visa ? { kind: 'FOREIGN_VISA', partyId, on: grantedOn(visa, rules.foreignVisa.value.tacit) } : null;
}

/** The events an agreement's effect waits for (4-51): each party's signature, and the State's acts where this kind awaits them. */
export function effectEvents(facts: LifeFacts): EffectEvent[] {
  const signatures = facts.parties.map(({ id: partyId }): EffectEvent => ({ kind: 'SIGNATURE', partyId, on: standingEntry(facts.entries, 'SIGNATURE', partyId)?.content.signedOn ?? null }));
  const acts = facts.parties.flatMap((party) => stateEvent(facts, party) ?? []);
  // An act nobody awaits counts once it is there: « later of several dates » stays right under every reading (A0.2).
  return [...signatures, ...acts.filter(({ on }) => facts.rules.awaitsState || on !== null)];
}

/** Whose council must have resolved: every party's of a convention, the French ones' of any other text (B1). */
export const bindsByResolution = (kind: AgreementKind, { country }: LifeParty): boolean => kind === 'CONVENTION' || country === france;

function effectOf(facts: LifeFacts): Standing['effect'] {
  const events = effectEvents(facts);
  const derived = effectiveOn(events, facts.rules.effect.value);
  const declared = standingEntry(facts.entries, 'DECLARED', null)?.content.on ?? (facts.entries.length === 0 ? facts.recordedEffect : null);
  const on = derived ?? declared;
  return { on, origin: derived ? 'EVENTS' : declared ? 'DECLARED' : 'NONE', events };
}

/** The notice that ends the agreement first, among those received and not withdrawn; before that, one that was only sent. */
function noticeOf({ entries }: LifeFacts): Entry<'NOTICE'> | null {
  const standing = entriesOf(entries, 'NOTICE').filter(({ content }) => content.withdrawnOn === null);
  const received = standing.filter(({ content }) => content.receivedOn !== null).sort((one, other) => compareDates(one.content.receivedOn!, other.content.receivedOn!));
  return received[0] ?? standing[0] ?? null;
}

function endOf({ rules }: LifeFacts, effect: CivilDate | null, notice: Entry<'NOTICE'> | null): CivilDate | null {
  const received = notice?.content.receivedOn ?? null;
  const byNotice = received && rules.termination ? noticeEndsOn(received, rules.termination.value.months) : null;
  const { term } = rules;
  const last = effect && term && term.value.renewals !== null ? (periodOf(effect, term.value, term.value.renewals + 1)?.until ?? null) : null;
  return [byNotice, last].filter((day): day is CivilDate => day !== null).sort(compareDates)[0] ?? null;
}

function stateOf({ entries, parties, kind, since, today }: LifeFacts, { on, events }: Standing['effect'], { notice, endsOn }: Pick<Standing, 'notice' | 'endsOn'>): AgreementState {
  if (on && compareDates(on, today) <= 0) {
    if (endsOn && compareDates(endsOn, today) <= 0) return 'TERMINATED';
    return notice?.content.receivedOn ? 'NOTICE_GIVEN' : 'IN_FORCE';
  }
  if (!on && since) return 'IN_FORCE';
  const signed = events.filter((event) => event.kind === 'SIGNATURE' && event.on !== null).length;
  if (signed === parties.length && signed > 0) return events.every((event) => event.on !== null && compareDates(event.on, today) <= 0) ? 'SIGNED' : 'AWAITING_VISAS';
  if (signed > 0) return 'SIGNING';
  const authorised = parties.filter((party) => bindsByResolution(kind, party)).every(({ id }) => standingEntry(entries, 'RESOLUTION', id));
  if (authorised && entriesOf(entries, 'RESOLUTION').length > 0) return 'AUTHORISED';
  return entries.length > 0 ? 'UNDER_NEGOTIATION' : 'DRAFT';
}

function renewalOf({ rules, entries }: LifeFacts, effect: CivilDate | null, period: Period | null): Standing['renewal'] {
  const { term, termination } = rules;
  if (!effect || !term || !period) return null;
  const reviewed = entriesOf(entries, 'REVIEW').some(({ content }) => content.ordinal === period.ordinal);
  return {
    on: period.until,
    renews: periodOf(effect, term.value, period.ordinal + 1) !== null,
    reviewOn: addMonths(period.until, -term.value.reviewMonthsBefore),
    lastNoticeOn: termination ? lastNoticeDay(period, termination.value.months) : null,
    reviewed,
  };
}

/**
 * What is awaited before the effect: authorisations first, then signatures, then the State's acts. Nothing of an agreement recorded as already in
 * force, until somebody begins to write its signatures.
 */
function awaitedBefore(facts: LifeFacts, { events, origin }: Standing['effect']): Awaited[] {
  const old = origin === 'DECLARED' || facts.since !== null;
  if (old && (!facts.rules.awaitsState || entriesOf(facts.entries, 'SIGNATURE').length === 0)) return [];
  const resolutions = facts.parties.filter((party) => bindsByResolution(facts.kind, party)).filter(({ id }) => !standingEntry(facts.entries, 'RESOLUTION', id)).map(({ id: partyId }): Awaited => ({ what: 'RESOLUTION', partyId }));
  return [...resolutions, ...events.filter(({ on }) => on === null).map(({ kind: what, partyId }): Awaited => ({ what, partyId }))];
}

function awaitedSince({ entries, today }: LifeFacts, { notice, renewal }: Pick<Standing, 'notice' | 'renewal'>): Awaited[] {
  const unpublished = entriesOf(entries, 'TRANSMISSION').filter(({ content }) => content.receivedOn !== null && content.publishedOn === null);
  return [
    ...unpublished.map(({ partyId }): Awaited => ({ what: 'PUBLICATION', partyId })),
    ...(notice && !notice.content.receivedOn ? [{ what: 'NOTICE_RECEIPT', partyId: notice.partyId } as const] : []),
    ...(renewal && !notice && !renewal.reviewed && compareDates(renewal.reviewOn, today) <= 0 ? [{ what: 'RENEWAL_REVIEW', partyId: null } as const] : []),
  ];
}

/** Where the agreement stands today (C4), derived from its register and its rules alone. */
export function standingOf(facts: LifeFacts): Standing {
  const { rules, today } = facts;
  const effect = effectOf(facts);
  const notice = noticeOf(facts);
  const endsOn = endOf(facts, effect.on, notice);
  const state = stateOf(facts, effect, { notice, endsOn });
  const runs = state === 'IN_FORCE' || state === 'NOTICE_GIVEN';
  const period = runs && rules.term && effect.on ? periodOn(effect.on, rules.term.value, today) : null;
  const renewal = renewalOf(facts, effect.on, period);
  const ifNoticeToday = state === 'IN_FORCE' && rules.termination ? noticeEndsOn(today, rules.termination.value.months) : null;
  const awaited = state === 'TERMINATED' ? [] : [...awaitedBefore(facts, effect), ...awaitedSince(facts, { notice, renewal })];
  return { state, effect, period, renewal, ifNoticeToday, notice, endsOn, awaited };
}
