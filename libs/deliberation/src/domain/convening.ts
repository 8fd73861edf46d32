import { accepted, type Refusal } from '#kernel';
import { told } from './facts.js';
import { aboutMeeting, mayBecome, type DecidedMeeting, type Meeting } from './meeting.js';
import { convenerIsNotHostSide, convenerIsNotRepresentative, delegationNotValid, mandateNotRunning, meetingIsPast, meetingStateForbids } from './refusals.js';
import type { CommitteeRules } from './rules.js';
import { delegationRunsAt, isHeldAt, type Party, type Seat, type WrittenDelegation } from './seat.js';

/** An attempt to issue the convocation (Art. 5). */
export interface Convene {
  /** The seat of the person who issues the convocation. */
  readonly by: Seat;
  /** The host co-president's written power, when somebody else issues it. */
  readonly delegation: WrittenDelegation | null;
  /** How this person proved who they are: kept in the fact as the level it is. */
  readonly method: ProvedBy;
  readonly at: Date;
}

export type ProvedBy = 'PASSKEY' | 'MAIL_CODE' | 'DEMO';

/** Who hosts, and who speaks for the host at that instant. */
export interface ConveningWorld {
  readonly host: Party;
  readonly hostCoPresident: Seat | null;
  readonly rules: CommitteeRules;
}

/**
 * Issues the convocation. Only the host country's representative may (Art. 5): the host's co-president, or the holder of a written
 * power from the host's co-president. A coordinator of either side prepares it but cannot issue it (AT-05).
 */
export function convene(meeting: Meeting, command: Convene, world: ConveningWorld): DecidedMeeting {
  const refusal = whyNotConvener(command, world);
  if (refusal) return refusal;
  if (!mayBecome(meeting, 'CONVENED')) return meetingStateForbids(meeting.state, 'CONVENED');
  if (meeting.startsAt <= command.at) return meetingIsPast(meeting.startsAt);
  const data = {
    bySeatId: command.by.id,
    delegationDocumentId: command.delegation?.documentId ?? null,
    startsAt: meeting.startsAt.toISOString(),
    method: command.method,
    at: command.at.toISOString(),
  };
  const state: Meeting = { ...meeting, state: 'CONVENED', convenedAt: command.at };
  return accepted({ state, facts: [told('MeetingConvened', aboutMeeting(meeting), data)] });
}

/** Why this person may not convene; null when they may. Screens ask it too, to explain before the attempt. */
export function whyNotConvener({ by, delegation, at }: Omit<Convene, 'method'>, world: ConveningWorld): Refusal | null {
  const { host, hostCoPresident, rules } = world;
  if (by.partyId !== host.id) return convenerIsNotHostSide(host.shortName, rules.convening.source);
  if (!isHeldAt(by, at)) return mandateNotRunning(by.name, rules.convening.source);
  if (by.category === 'CO_PRESIDENT') return null;
  if (!delegation) return convenerIsNotRepresentative(host.shortName, rules.convener.source);
  const fromHost = hostCoPresident !== null && hostCoPresident.partyId === host.id && delegation.fromSeatId === hostCoPresident.id && isHeldAt(hostCoPresident, at);
  const runs = fromHost && delegation.toSeatId === by.id && delegationRunsAt(delegation, at);
  return runs ? null : delegationNotValid(host.shortName, rules.convener.source);
}

/** The seat from which this person would convene: the host's presidency before any other seat of theirs. `null` without a seat. */
export function seatToConveneFrom(seats: readonly Seat[], personId: string | null, hostPartyId: string): Seat | null {
  const weight = (seat: Seat): number => (seat.partyId === hostPartyId ? 2 : 0) + (seat.category === 'CO_PRESIDENT' ? 1 : 0);
  return seats.filter((seat) => seat.personId === personId).sort((a, b) => weight(b) - weight(a))[0] ?? null;
}
