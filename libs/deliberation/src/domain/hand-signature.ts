import { accepted, type Answer, type CivilDate, type Decided, type Fact } from '#kernel';
import { told } from './facts.js';
import { coPresidentAt } from './finalising.js';
import { isBlank } from './meeting.js';
import { aboutMinutes, type Minutes, type Signature } from './minutes.js';
import * as no from './refusals.js';
import type { CommitteeRules } from './rules.js';
import type { Party, Seat } from './seat.js';
import { isWarranted, withSignature } from './signature.js';

/**
 * A signature given by hand on the printed PV (F35): one coordination brings the scan, a person of another party has seen on it the same hash
 * and the signature. Only then it counts, as a signature like another (Art. 5: « signature respective »; two pairs of eyes: ours, C5 Q12).
 */
export const handStates = ['ENTERED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN'] as const;
export type HandState = (typeof handStates)[number];

/** What one coordination brought, and where it stands. */
export interface HandSignature {
  readonly id: string;
  readonly minutesId: string;
  readonly version: number;
  /** The hash printed on the PV that was signed, lower-case hex SHA-256. */
  readonly contentHash: string;
  readonly partyId: string;
  /** Who presided for the party on the day the paper bears. */
  readonly seatId: string;
  readonly personId: string;
  readonly place: string;
  readonly signedOn: CivilDate;
  readonly scanSha256: string;
  readonly state: HandState;
  readonly enteredBy: string;
}

/** Who acts: a person, and the parties for which she may bring or confirm here. */
export interface Hand {
  readonly personId: string;
  readonly partyIds: readonly string[];
}

/** The committee of the day the paper bears: a signature is valid if the mandate was, that day. */
export interface DayWorld {
  readonly then: { readonly seats: readonly Seat[]; readonly at: Date };
  readonly rules: CommitteeRules;
}

/** What the coordination says of the paper. */
export interface BringCommand {
  readonly id: string;
  readonly party: Party;
  readonly personId: string;
  readonly place: string;
  readonly signedOn: CivilDate;
  readonly scanSha256: string;
  readonly at: Date;
}

/** Civil days in the signatory's own city. */
export interface BringWorld extends DayWorld {
  readonly finalOn: CivilDate;
  readonly today: CivilDate;
}

/** For which party this hand may bring a paper: one that has not signed, and of which none waits. Refused with NOT_ALLOWED, MINUTES_NOT_FINAL, ALREADY_SIGNED or HAND_WAITS. */
export function mayBring(minutes: Minutes, hand: Hand, waiting: readonly string[]): Answer<Party> {
  const mine = minutes.facts.parties.filter(({ id }) => hand.partyIds.includes(id));
  const [first] = mine;
  if (!first) return no.notAllowed();
  const missing = mine.filter(({ id }) => !minutes.signatures.some(({ partyId }) => partyId === id));
  if (missing.length === 0) return no.alreadySigned(first.shortName);
  if (minutes.state !== 'FINAL' && minutes.state !== 'PARTIALLY_SIGNED') return no.minutesNotFinal(minutes.state);
  const party = missing.find(({ id }) => !waiting.includes(id));
  return party ? accepted(party) : no.handWaits(missing[0]!.shortName);
}

/** Brings the paper, under the hash that was printed on it: nothing is signed yet. The caller holds the PV's lock and asked `mayBring`. */
export function bring(minutes: Minutes, command: BringCommand, world: BringWorld): Answer<Decided<HandSignature>> {
  const { id, party, personId: enteredBy, place, signedOn, scanSha256, at } = command;
  if (!minutes.seal) return no.minutesNotFinal(minutes.state);
  if (isBlank(place)) return no.placeRequired();
  if (signedOn < world.finalOn) return no.handSignedBefore(signedOn, world.finalOn);
  if (signedOn > world.today) return no.handDateAhead(signedOn);
  const president = coPresidentAt(world.then.seats, party.id, world.then.at);
  if (!president) return no.handNobodyThen(party.shortName, signedOn);
  if (president.interim && !isWarranted(president.interim)) return no.interimActMissing(president.interim.reference);
  const { contentHash } = minutes.seal;
  const { version } = minutes;
  const state: HandSignature = { id, minutesId: minutes.id, version, contentHash, partyId: party.id, seatId: president.id, personId: president.personId, place, signedOn, scanSha256, state: 'ENTERED', enteredBy };
  const data = { handSignatureId: id, version, partyId: party.id, seatId: president.id, signedOn, contentHash, scanSha256, place, at: at.toISOString() };
  return accepted({ state, facts: [told('HandSignatureEntered', aboutMinutes(minutes), data)] });
}

/** Is its signature still looked for: the same version, of which this party has not signed? */
export const isAwaited = (minutes: Minutes, paper: Pick<HandSignature, 'state' | 'version' | 'partyId'>): boolean =>
  paper.state === 'ENTERED' && whyNotAwaited(minutes, paper) === null;

function whyNotAwaited(minutes: Minutes, { version, partyId }: Pick<HandSignature, 'version' | 'partyId'>) {
  const party = minutes.facts.parties.find(({ id }) => id === partyId);
  if (version === minutes.version && minutes.signatures.some((signature) => signature.partyId === partyId)) return no.alreadySigned(party?.shortName ?? '');
  if (version !== minutes.version) return no.handVersionReplaced(version);
  return minutes.state === 'FINAL' || minutes.state === 'PARTIALLY_SIGNED' ? null : no.minutesNotFinal(minutes.state);
}

/** May she say whether she saw the signature? Of another party, and neither who brought the paper nor who signed it. Answers her party. */
export function mayAnswer(minutes: Minutes, paper: HandSignature, hand: Hand): Answer<string> {
  const [party] = hand.partyIds;
  if (party === undefined) return no.notAllowed();
  if (paper.state !== 'ENTERED') return no.handStateForbids(paper.state);
  if (hand.partyIds.includes(paper.partyId) || [paper.enteredBy, paper.personId].includes(hand.personId)) return no.handByOther();
  return whyNotAwaited(minutes, paper) ?? accepted(party);
}

/** What she had before her eyes: the hash printed on the paper, and the scan. */
export interface SeenCommand {
  readonly hand: Hand;
  readonly seen: { readonly contentHash: string; readonly scanSha256: string };
  readonly at: Date;
}

/** The PV with its signature, the paper as it stands, and the party for which it was confirmed. */
export interface Counted {
  readonly minutes: Minutes;
  readonly paper: HandSignature;
  readonly signature: Signature;
  /** Who presided that day. */
  readonly president: Seat;
  readonly byPartyId: string;
  readonly facts: readonly Fact[];
}

/**
 * Confirmed by the other side: it counts as that president's signature, from this instant and never before, in the capacity held on the day
 * the paper bears. The last one makes the PV executory. The caller holds the PV's lock, so that a signature by code at the same instant comes before or after.
 */
export function confirmHand(minutes: Minutes, paper: HandSignature, { command, world }: { command: SeenCommand; world: DayWorld }): Answer<Counted> {
  const { hand, seen, at } = command;
  const may = mayAnswer(minutes, paper, hand);
  if (may.refused) return may;
  const { seal } = minutes;
  if (!seal) return no.minutesNotFinal(minutes.state);
  if (seen.contentHash !== seal.contentHash || paper.contentHash !== seal.contentHash || seen.scanSha256 !== paper.scanSha256) return no.handChanged();
  const president = coPresidentAt(world.then.seats, paper.partyId, world.then.at);
  if (president?.id !== paper.seatId || president.personId !== paper.personId) return no.mandateNotRunning(president?.name ?? '', world.rules.signature.source);
  const { contentHash, pdfSha256 } = seal;
  const { version } = minutes;
  const { partyId, seatId, personId, place, id: handSignatureId, scanSha256 } = paper;
  const signature: Signature = { partyId, seatId, personId, name: president.name, version, contentHash, pdfSha256, method: 'PAPER', level: 'SIMPLE', place, signedAt: at };
  const seenFact = told('HandSignatureConfirmed', aboutMinutes(minutes), { handSignatureId, version, partyId, byPartyId: may.value, contentHash, scanSha256, at: at.toISOString() });
  const signed = withSignature({ ...minutes, seal }, signature);
  return accepted({ minutes: signed.state, paper: { ...paper, state: 'CONFIRMED' }, signature, president, byPartyId: may.value, facts: [seenFact, ...signed.facts] });
}

/** Not what she was shown: nothing counts, and the side that brought it reads why. Refused as `mayAnswer`, or with REASON_REQUIRED. */
export function declineHand(minutes: Minutes, paper: HandSignature, { hand, reason, at }: { hand: Hand; reason: string; at: Date }): Answer<Decided<HandSignature> & { readonly byPartyId: string }> {
  const may = mayAnswer(minutes, paper, hand);
  if (may.refused) return may;
  if (isBlank(reason)) return no.reasonRequired();
  const { id: handSignatureId, version, partyId } = paper;
  const fact = told('HandSignatureDeclined', aboutMinutes(minutes), { handSignatureId, version, partyId, byPartyId: may.value, reason, at: at.toISOString() });
  return accepted({ state: { ...paper, state: 'DECLINED' }, facts: [fact], byPartyId: may.value });
}

/** Taken back by the side that brought it, while it waits. Refused with NOT_ALLOWED, HAND_STATE_FORBIDS or HAND_BY_ITS_SIDE. */
export function mayWithdraw(paper: HandSignature, hand: Hand): Answer<true> {
  if (hand.partyIds.length === 0) return no.notAllowed();
  if (paper.state !== 'ENTERED') return no.handStateForbids(paper.state);
  return hand.partyIds.includes(paper.partyId) ? accepted(true) : no.handByItsSide();
}

/** Taken back: the row and the file stay, nothing was counted. Refused as `mayWithdraw`. */
export function withdrawHand(minutes: Minutes, paper: HandSignature, { hand, at }: { hand: Hand; at: Date }): Answer<Decided<HandSignature>> {
  const may = mayWithdraw(paper, hand);
  if (may.refused) return may;
  const { id: handSignatureId, version, partyId } = paper;
  return accepted({ state: { ...paper, state: 'WITHDRAWN' }, facts: [told('HandSignatureWithdrawn', aboutMinutes(minutes), { handSignatureId, version, partyId, at: at.toISOString() })] });
}
