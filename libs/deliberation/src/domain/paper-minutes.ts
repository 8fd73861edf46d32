import { accepted, type Answer, type CivilDate, type Decided } from '#kernel';
import { told, type About } from './facts.js';
import {
  notAllowed, paperByItsSide, paperByOther, paperChanged, paperDateAhead, paperNeedsScan, paperPartyTwice, paperPartyUnknown, paperSignedBefore, paperStateForbids, paperTextBlank, paperTooMany, reasonRequired,
} from './refusals.js';
import type { Party } from './seat.js';
import { longest, worded } from './wording.js';

/** A PV signed on paper before Passerelle (« repris »): entered by one party, confirmed by another, never voted nor signed here. */
export const paperStates = ['ENTERED', 'CONFIRMED', 'WITHDRAWN'] as const;
export type PaperState = (typeof paperStates)[number];

export const paperResults = ['ADOPTED', 'NOT_ADOPTED'] as const;

/** A decision as the paper words it. */
export interface PaperDecision {
  readonly title: string;
  readonly text: string;
  readonly result: (typeof paperResults)[number];
}

/** A signature as the paper bears it: an office and its day, no person. */
export interface PaperSignature {
  readonly partyId: string;
  readonly office: string;
  readonly signedOn: CivilDate;
}

/** Everything that is confirmed together, under one hash. */
export interface PaperContent {
  /** As the paper says it: « PV n° 3 ». */
  readonly number: string;
  readonly heldOn: CivilDate;
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly hostPartyId: string;
  readonly place: string;
  readonly decisions: readonly PaperDecision[];
  readonly signatures: readonly PaperSignature[];
}

/** A paper, as far as its rules need it: what it says, where it stands, and who entered it for which party. */
export interface PaperMinutes extends PaperContent {
  readonly id: string;
  readonly partnershipId: string;
  readonly state: PaperState;
  /** SHA-256 (hex) of the canonical content. */
  readonly contentHash: string;
  readonly enteredParty: string;
  readonly enteredBy: string;
}

/** Who acts: a person, and the parties whose coordination she holds now in this partnership. */
export interface PaperHand {
  readonly personId: string;
  readonly partyIds: readonly string[];
}

/** What is known around a paper: the parties, and the latest civil day among their cities. */
export interface PaperWorld {
  readonly parties: readonly Party[];
  readonly today: CivilDate;
}

/** Our own bounds. */
export const paperLimits = { number: 160, decisions: 60 } as const;

const aboutPaper = ({ partnershipId, id }: { partnershipId: string; id: string }): About => ({ partnershipId, subject: { kind: 'paperMinutes', id } });

function filled(field: string, raw: string, maximum: number): Answer<string> {
  const text = worded(raw, maximum);
  return !text.refused && text.value === '' ? paperTextBlank(field) : text;
}

function readDecisions(given: PaperContent['decisions']): Answer<PaperDecision[]> {
  if (given.length > paperLimits.decisions) return paperTooMany(given.length, paperLimits.decisions);
  const read: PaperDecision[] = [];
  for (const { title: rawTitle, text: rawText, result } of given) {
    const title = filled('decision', rawTitle, longest.title);
    if (title.refused) return title;
    const text = worded(rawText, longest.text);
    if (text.refused) return text;
    read.push({ title: title.value, text: text.value === '' ? title.value : text.value, result });
  }
  return accepted(read);
}

/** One signature a party, on the day of the meeting or later, in the order of the parties. */
function readSignatures({ signatures, heldOn }: PaperContent, { parties, today }: PaperWorld): Answer<PaperSignature[]> {
  const read = new Map<string, PaperSignature>();
  for (const { partyId, office: raw, signedOn } of signatures) {
    const party = parties.find(({ id }) => id === partyId);
    if (!party) return paperPartyUnknown();
    if (read.has(partyId)) return paperPartyTwice(party.shortName);
    if (signedOn < heldOn) return paperSignedBefore(party.shortName, signedOn, heldOn);
    if (signedOn > today) return paperDateAhead(signedOn);
    const office = filled('office', raw, longest.title);
    if (office.refused) return office;
    read.set(partyId, { partyId, office: office.value, signedOn });
  }
  return accepted(parties.flatMap(({ id }) => read.get(id) ?? []));
}

/** Reads what was typed from a paper. Refused with PAPER_TEXT_BLANK, PAPER_DATE_AHEAD, PAPER_SIGNED_BEFORE, PAPER_PARTY_TWICE, PAPER_PARTY_UNKNOWN, PAPER_TOO_MANY or TEXT_TOO_LONG. */
export function readPaper(given: PaperContent, world: PaperWorld): Answer<PaperContent> {
  const number = filled('number', given.number, paperLimits.number);
  if (number.refused) return number;
  const place = filled('place', given.place, longest.place);
  if (place.refused) return place;
  if (given.heldOn > world.today) return paperDateAhead(given.heldOn);
  if (!world.parties.some(({ id }) => id === given.hostPartyId)) return paperPartyUnknown();
  const decisions = readDecisions(given.decisions);
  if (decisions.refused) return decisions;
  const signatures = readSignatures(given, world);
  if (signatures.refused) return signatures;
  const { heldOn, kind, hostPartyId } = given;
  return accepted({ number: number.value, heldOn, kind, hostPartyId, place: place.value, decisions: decisions.value, signatures: signatures.value });
}

/** The signature that made the paper executory: the last one, once it bears every party's (Art. 5: « qu'après signature respective »). */
export function lastSignature({ signatures }: Pick<PaperContent, 'signatures'>, parties: readonly Pick<Party, 'id'>[]): PaperSignature | null {
  const every = parties.length > 0 && parties.every(({ id }) => signatures.some(({ partyId }) => partyId === id));
  return every ? [...signatures].sort((one, other) => (one.signedOn < other.signedOn ? 1 : -1))[0]! : null;
}

/** The party for which this hand enters a paper. Refused with NOT_ALLOWED. */
export const entersFor = ({ partyIds: [partyId] }: PaperHand): Answer<string> => (partyId === undefined ? notAllowed() : accepted(partyId));

/** Entered, under its hash: nothing counts before another party confirms. */
export function enter(paper: Omit<PaperMinutes, 'state' | 'enteredParty' | 'enteredBy'>, command: { readonly hand: PaperHand; readonly at: Date }): Answer<Decided<PaperMinutes>> {
  const party = entersFor(command.hand);
  if (party.refused) return party;
  const state: PaperMinutes = { ...paper, state: 'ENTERED', enteredParty: party.value, enteredBy: command.hand.personId };
  const { contentHash } = paper;
  return accepted({ state, facts: [told('PaperMinutesEntered', aboutPaper(paper), { partyId: party.value, contentHash, at: command.at.toISOString() })] });
}

/** Before it is confirmed, the side that entered it corrects it, withdraws it and joins its scan. Refused with PAPER_STATE_FORBIDS, NOT_ALLOWED or PAPER_BY_ITS_SIDE. */
export function mayChange(paper: PaperMinutes, hand: PaperHand): Answer<true> {
  if (hand.partyIds.length === 0) return notAllowed();
  if (paper.state !== 'ENTERED') return paperStateForbids(paper.state);
  return hand.partyIds.includes(paper.enteredParty) ? accepted(true) : paperByItsSide();
}

/** The paper read again and corrected: another hash, so that nobody confirms what she did not read. */
export function correct(paper: PaperMinutes, command: { readonly hand: PaperHand; readonly content: PaperContent; readonly contentHash: string; readonly at: Date }): Answer<Decided<PaperMinutes>> {
  const may = mayChange(paper, command.hand);
  if (may.refused) return may;
  const { content, contentHash, at } = command;
  return accepted({ state: { ...paper, ...content, contentHash }, facts: [told('PaperMinutesCorrected', aboutPaper(paper), { contentHash, previousContentHash: paper.contentHash, at: at.toISOString() })] });
}

/** Taken back before it counted; its row and its file stay, with the reason. */
export function withdraw(paper: PaperMinutes, command: { readonly hand: PaperHand; readonly reason: string; readonly at: Date }): Answer<Decided<PaperMinutes>> {
  const may = mayChange(paper, command.hand);
  if (may.refused) return may;
  if (command.reason === '') return reasonRequired();
  return accepted({ state: { ...paper, state: 'WITHDRAWN' }, facts: [told('PaperMinutesWithdrawn', aboutPaper(paper), { reason: command.reason, at: command.at.toISOString() })] });
}

/** May she confirm that this is the paper they hold? Another party, another person, and a scan to compare it with. */
export function mayConfirm(paper: PaperMinutes, hand: PaperHand, scanSha256: string | null): Answer<string> {
  if (hand.partyIds.length === 0) return notAllowed();
  if (paper.state !== 'ENTERED') return paperStateForbids(paper.state);
  const party = hand.partyIds.find((id) => id !== paper.enteredParty);
  if (party === undefined || hand.personId === paper.enteredBy) return paperByOther();
  return scanSha256 === null ? paperNeedsScan() : accepted(party);
}

/** What the other side read when it confirmed: the content, and the scan beside it. */
export interface ConfirmCommand {
  readonly hand: PaperHand;
  readonly read: { readonly contentHash: string; readonly scanSha256: string };
  readonly scanSha256: string | null;
  readonly executoryAt: Date | null;
  readonly at: Date;
}

/** Confirmed: from here it counts like the paper it is, and never changes again. */
export function confirm(paper: PaperMinutes, { hand, read, scanSha256, executoryAt, at }: ConfirmCommand): Answer<Decided<PaperMinutes> & { readonly confirmedFor: string }> {
  const party = mayConfirm(paper, hand, scanSha256);
  if (party.refused) return party;
  if (read.contentHash !== paper.contentHash || read.scanSha256 !== scanSha256) return paperChanged();
  const data = { partyId: party.value, contentHash: paper.contentHash, scanSha256, executoryAt: executoryAt?.toISOString() ?? null, at: at.toISOString() };
  return accepted({ state: { ...paper, state: 'CONFIRMED' }, facts: [told('PaperMinutesConfirmed', aboutPaper(paper), data)], confirmedFor: party.value });
}

/** Once confirmed, only a note beside it says what was mistyped. */
export function note(paper: PaperMinutes, command: { readonly hand: PaperHand; readonly words: string; readonly at: Date }): Answer<Decided<PaperMinutes>> {
  const party = entersFor(command.hand);
  if (party.refused) return party;
  if (paper.state !== 'CONFIRMED') return paperStateForbids(paper.state);
  if (command.words === '') return paperTextBlank('note');
  return accepted({ state: paper, facts: [told('PaperMinutesNoted', aboutPaper(paper), { partyId: party.value, words: command.words, at: command.at.toISOString() })] });
}
