import { accepted, type Answer } from '#kernel';
import { told, type DeliberationFact } from './facts.js';
import { aboutMinutes, minutesMayBecome, type DecidedMinutes, type Minutes, type SignatureRequest } from './minutes.js';
import { sectionsMissingIn } from './minutes-content.js';
import { authoritativeVersionMissing, coPresidentMissing, minutesNotNumbered, minutesStateForbids } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import { isHeldAt, type Seat } from './seat.js';

/**
 * First half of FINAL: checks that the PV is ready and gives it its number, PV-YYYY-n, so that the number is part of what is hashed.
 * A number once given is kept. `year` is the civil year of the meeting at its host; `sequence` counts from 1 in that year.
 * @returns refused MINUTES_STATE_FORBIDS or FRENCH_VERSION_MISSING (Art. 8).
 */
export function assignNumber(minutes: Minutes, command: { readonly year: number; readonly sequence: number }, rules: CommitteeRules): Answer<Minutes> {
  if (!minutesMayBecome(minutes, 'FINAL')) return minutesStateForbids(minutes.state);
  const missing = sectionsMissingIn(rules.languages.value.authoritative, minutes.prose);
  if (missing.length > 0) return authoritativeVersionMissing(missing.join(', '), rules.languages.source);
  return accepted({ ...minutes, number: minutes.number ?? `PV-${command.year}-${command.sequence}` });
}

/** What seals a version: its two hashes, and who is asked to sign it. */
export interface Finalise {
  /** Hashes of `contentOf(numbered minutes)` and of the stored PDF, lower-case hex SHA-256. */
  readonly contentHash: string;
  readonly pdfSha256: string;
  /** The committee's seats: the co-president of each party at `at` is asked to sign. */
  readonly seats: readonly Seat[];
  readonly at: Date;
}

/** The co-president of a party at an instant: exactly one holds the office (4-40). */
export const coPresidentAt = (seats: readonly Seat[], partyId: string, at: Date): Seat | undefined =>
  seats.find((seat) => seat.partyId === partyId && seat.category === 'CO_PRESIDENT' && isHeldAt(seat, at));

/** Second half of FINAL: seals the content and asks every party's co-president to sign, in any order. */
export function finalise(minutes: Minutes, command: Finalise, rules: CommitteeRules): DecidedMinutes {
  const { contentHash, pdfSha256, seats, at } = command;
  const { number } = minutes;
  if (number === null) return minutesNotNumbered();
  const ready = assignNumber(minutes, { year: 0, sequence: 0 }, rules);
  if (ready.refused) return ready;
  const requests: SignatureRequest[] = [];
  for (const party of minutes.facts.parties) {
    const seat = coPresidentAt(seats, party.id, at);
    if (!seat) return coPresidentMissing(party.shortName, rules.executory.source);
    requests.push(requestOf(seat, at));
  }
  const about = aboutMinutes(minutes);
  const facts: DeliberationFact[] = [
    told('MinutesFinalised', about, { number, version: minutes.version, contentHash, pdfSha256, at: at.toISOString() }),
    ...requests.map((request) => requested(minutes, request)),
  ];
  const state: Minutes = { ...minutes, state: 'FINAL', seal: { contentHash, pdfSha256, finalisedAt: at }, requests, signatures: [] };
  return accepted({ state, facts });
}

/** A request addressed to the holder of this seat. */
export const requestOf = (seat: Seat, askedAt: Date): SignatureRequest => ({
  partyId: seat.partyId,
  seatId: seat.id,
  personId: seat.personId,
  name: seat.name,
  state: 'REQUESTED',
  askedAt,
});

export const requested = (minutes: Minutes, { partyId, seatId, personId, askedAt }: SignatureRequest): DeliberationFact =>
  told('SignatureRequested', aboutMinutes(minutes), { version: minutes.version, partyId, seatId, personId, at: askedAt.toISOString() });
