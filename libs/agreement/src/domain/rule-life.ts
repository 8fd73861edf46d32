import { accepted, refused, type Answer, type Decided, type Fact, type Json, type RuleSource } from '#kernel';
import type { AgreementKind } from './capabilities.js';
import { concerns, definitionOf, isRuleKey, mayBe, type RuleKey } from './questions.js';
import { isSame } from './rule-source.js';

/** Who may change the rules (C5 Q25): the one rule the product holds itself. */
export const changeOfRules: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q25' };

/** The rules of one agreement, as its acts find them under their lock. */
export interface RuleBook {
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly kind: AgreementKind;
  /** Instant of « mise en service »; `null` during the set-up. */
  readonly inServiceAt: Date | null;
  /** How many versions have taken effect, and how many times the text was written: what a confirmation was given on. */
  readonly edition: number;
  readonly textEdition: number;
  readonly partyIds: readonly string[];
  /** The parties that confirmed this very edition. */
  readonly confirmedBy: readonly string[];
}

/** A coordinator of the partnership, for the parties she speaks for. Anybody else has none. */
export interface Desk {
  readonly personId: string;
  readonly partyIds: readonly string[];
}

/** Act by which a version came: with the agreement's text, set by a coordinator, decided by the committee, or a typing error put right. */
export type RuleAct = 'RECORDED' | 'SET' | 'DECISION' | 'CORRECTION';

/** A value a rule had, has, or is asked to have (C5 Q25); the one in force is the last to take effect. */
export interface RuleVersion {
  readonly id: string;
  readonly key: RuleKey;
  readonly value: Json;
  readonly source: RuleSource;
  readonly act: RuleAct;
  readonly partyId: string | null;
  readonly personId: string | null;
  readonly motive: string | null;
  readonly askedAt: Date;
  readonly agreedParty: string | null;
  readonly agreedBy: string | null;
  readonly decisionId: string | null;
  readonly adoptedAt: Date | null;
  readonly inEffectAt: Date | null;
  readonly closedAt: Date | null;
}

/** A value asked for a rule, with its source already checked. */
export interface RuleAsked {
  readonly id: string;
  readonly key: string;
  readonly value: Json;
  readonly source: RuleSource;
  readonly motive: string | null;
  readonly at: Date;
}

export const isPending = ({ inEffectAt, closedAt, adoptedAt }: RuleVersion): boolean => !inEffectAt && !closedAt && !adoptedAt;

type Said = readonly [kind: string, data: Fact['data']];
const fact = ({ partnershipId }: RuleBook, id: string, [kind, data]: Said): Fact => ({ kind, partnershipId, subject: { kind: 'rule', id }, data });
const ofBook = ({ partnershipId, agreementId }: RuleBook, [kind, data]: Said): Fact => ({ kind, partnershipId, subject: { kind: 'agreement', id: agreementId }, data });

/** May this rule be this value under this agreement? Refused `RULE_UNKNOWN`, `RULE_FIXED`, `RULE_NOT_OF_THIS_AGREEMENT`, `RULE_VALUE_UNFIT`. */
export function fits(book: Pick<RuleBook, 'kind'>, key: string, value: Json): Answer<RuleKey> {
  if (!isRuleKey(key)) return refused('RULE_UNKNOWN');
  if (definitionOf(key).fixed) return refused('RULE_FIXED', {}, changeOfRules);
  if (!concerns(key, book.kind)) return refused('RULE_NOT_OF_THIS_AGREEMENT');
  return mayBe(key, value) ? accepted(key) : refused('RULE_VALUE_UNFIT');
}

/** What an act on a rule finds: who acts, the version in force, one that awaits. */
export interface RuleWorld {
  readonly desk: Desk | null;
  readonly current: Pick<RuleVersion, 'value' | 'source'> | null;
  readonly pending: RuleVersion | null;
}

const fresh = (asked: RuleAsked, key: RuleKey, by: { act: RuleAct; desk: Desk }): RuleVersion => {
  const { id, value, source, motive, at } = asked;
  const partyId = by.desk.partyIds[0] ?? null;
  const open = { agreedParty: null, agreedBy: null, decisionId: null, adoptedAt: null, inEffectAt: null, closedAt: null };
  return { id, key, value, source, motive, act: by.act, partyId, personId: by.desk.personId, askedAt: at, ...open };
};

/** What every act that writes a rule asks first. */
function mayAsk(book: RuleBook, asked: RuleAsked, world: RuleWorld): Answer<{ key: RuleKey; desk: Desk }> {
  if (!world.desk) return refused('RULES_BY_COORDINATORS', {}, changeOfRules);
  const key = fits(book, asked.key, asked.value);
  if (key.refused) return key;
  const { current } = world;
  const unchanged = current && isSame(current.value, asked.value) && isSame({ ...current.source }, { ...asked.source });
  return unchanged ? refused('RULE_UNCHANGED') : accepted({ key: key.value, desk: world.desk });
}

/** During the set-up, a coordinator of any party sets a rule, at once. Afterwards refused `RULES_IN_SERVICE` (Q25). */
export function setRule(book: RuleBook, asked: RuleAsked, world: RuleWorld): Answer<Decided<RuleVersion>> {
  if (world.desk && book.inServiceAt) return refused('RULES_IN_SERVICE', {}, changeOfRules);
  const may = mayAsk(book, asked, world);
  if (may.refused) return may;
  const { key, desk } = may.value;
  const state = { ...fresh(asked, key, { act: 'SET', desk }), inEffectAt: asked.at };
  return accepted({ state, facts: [fact(book, state.id, ['RuleSet', { key, value: asked.value, partyId: state.partyId }])] });
}

/** « Mise en service »: each party confirms the edition it read; with the last, the set-up is over. */
export function confirmService(book: RuleBook, { desk, edition, at }: { desk: Desk | null; edition: number; at: Date }): Answer<Decided<RuleBook>> {
  if (!desk) return refused('RULES_BY_COORDINATORS', {}, changeOfRules);
  if (book.inServiceAt) return refused('RULES_IN_SERVICE', {}, changeOfRules);
  if (edition !== book.edition) return refused('RULES_READ_HAVE_CHANGED', {}, changeOfRules);
  const partyIds = desk.partyIds.filter((id) => !book.confirmedBy.includes(id));
  if (partyIds.length === 0) return refused('SERVICE_ALREADY_CONFIRMED', {}, changeOfRules);
  const confirmedBy = [...book.confirmedBy, ...partyIds];
  const isLast = book.partyIds.every((id) => confirmedBy.includes(id));
  const facts = partyIds.map((partyId) => ofBook(book, ['ServiceConfirmed', { partyId, edition }]));
  if (isLast) facts.push(ofBook(book, ['RulesEnteredService', { edition }]));
  return accepted({ state: { ...book, confirmedBy, inServiceAt: isLast ? at : null }, facts });
}

function mayAskInService(book: RuleBook, asked: RuleAsked, world: RuleWorld): Answer<{ key: RuleKey; desk: Desk }> {
  if (world.desk && !book.inServiceAt) return refused('RULES_NOT_IN_SERVICE', {}, changeOfRules);
  const may = mayAsk(book, asked, world);
  if (may.refused) return may;
  return world.pending ? refused('RULE_ALREADY_AWAITS', {}, changeOfRules) : may;
}

/** In service, a change is the committee's: proposed here, put on an agenda, in effect with the executory minutes. */
export function proposeChange(book: RuleBook, asked: RuleAsked, world: RuleWorld): Answer<Decided<RuleVersion>> {
  const may = mayAskInService(book, asked, world);
  if (may.refused) return may;
  const state = fresh(asked, may.value.key, { act: 'DECISION', desk: may.value.desk });
  return accepted({ state, facts: [fact(book, state.id, ['RuleChangeProposed', { key: state.key, value: asked.value, partyId: state.partyId }])] });
}

/** « Erreur matérielle »: asked with a motive by one party … */
export function askCorrection(book: RuleBook, asked: RuleAsked, world: RuleWorld): Answer<Decided<RuleVersion>> {
  const may = mayAskInService(book, asked, world);
  if (may.refused) return may;
  if (!asked.motive) return refused('RULE_MOTIVE_REQUIRED');
  const state = fresh(asked, may.value.key, { act: 'CORRECTION', desk: may.value.desk });
  return accepted({ state, facts: [fact(book, state.id, ['RuleCorrectionAsked', { key: state.key, value: asked.value, partyId: state.partyId, motive: asked.motive }])] });
}

const othersOf = (version: RuleVersion, desk: Desk): readonly string[] => (version.personId === desk.personId ? [] : desk.partyIds.filter((id) => id !== version.partyId));

/** … and agreed by a coordinator of another one. In effect from then on: past decisions keep the rules they were taken by. */
export function agreeCorrection(book: RuleBook, version: RuleVersion, { desk, at }: { desk: Desk | null; at: Date }): Answer<Decided<RuleVersion>> {
  if (!desk) return refused('RULES_BY_COORDINATORS', {}, changeOfRules);
  if (version.act !== 'CORRECTION' || !isPending(version)) return refused('RULE_AWAITS_NOTHING');
  const [agreedParty] = othersOf(version, desk);
  if (!agreedParty) return refused('CORRECTION_BY_ANOTHER_PARTY', {}, changeOfRules);
  const state: RuleVersion = { ...version, agreedParty, agreedBy: desk.personId, inEffectAt: at };
  const data = { key: version.key, value: version.value, askedPartyId: version.partyId, agreedPartyId: agreedParty };
  return accepted({ state, facts: [fact(book, version.id, ['RuleCorrected', data])] });
}

/** A proposal or a correction not wanted any more: any coordinator closes it, as long as nobody decided on it. */
export function close(book: RuleBook, version: RuleVersion, { desk, at }: { desk: Desk | null; at: Date }): Answer<Decided<RuleVersion>> {
  if (!desk) return refused('RULES_BY_COORDINATORS', {}, changeOfRules);
  if (!isPending(version)) return refused('RULE_AWAITS_NOTHING');
  const { key, act } = version;
  return accepted({ state: { ...version, closedAt: at }, facts: [fact(book, version.id, ['RuleAskingClosed', { key, act, partyId: desk.partyIds[0] ?? null }])] });
}

/** The committee adopted it. A proposal withdrawn while its ballot was open is adopted all the same: the vote was on its frozen text. */
export const adoptChange = (version: RuleVersion, { decisionId, adoptedAt }: { decisionId: string; adoptedAt: Date }): RuleVersion => ({ ...version, decisionId, adoptedAt, closedAt: null });

/** The minutes are signed by all: the rule is changed from that instant on. */
export function takeEffect(book: RuleBook, version: RuleVersion, { decisionId, executoryAt }: { decisionId: string; executoryAt: Date }): Decided<RuleVersion> {
  const data = { key: version.key, value: version.value, decisionId, executoryAt: executoryAt.toISOString() };
  return { state: { ...version, inEffectAt: executoryAt }, facts: [fact(book, version.id, ['RuleChanged', data])] };
}
