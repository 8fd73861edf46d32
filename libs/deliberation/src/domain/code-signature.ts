import { accepted, type Answer, type Decided } from '#kernel';
import { replaceVersion } from './drafting.js';
import { told } from './facts.js';
import { isBlank } from './meeting.js';
import { aboutMinutes, type Minutes, type Signature } from './minutes.js';
import { notFound, reasonRequired, signatureAlreadyContested, signatureContestTooLate, signatureNotByCode, signatureNotYours } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

/** A signature by mail code is « simple »: contestable for 48 hours, counted from its instant on the legal clock (product default). */
const contestableFor = 48 * 60 * 60 * 1000;

/** The last instant at which a signature by mail code may be contested. */
export const signatureContestableUntil = (signedAt: Date): Date => new Date(signedAt.getTime() + contestableFor);

/** Whoever holds a mailbox can sign so: a key and a hand on paper prove more. In a demonstration its own method stands for it. */
export const isByCode = ({ method }: Pick<Signature, 'method'>): boolean => method === 'MAIL_CODE' || method === 'DEMO';

/** « That signature is not ours. » */
export interface ContestSignature {
  /** The party whose signature it is said to be. */
  readonly partyId: string;
  readonly personId: string | null;
  readonly seats: readonly Seat[];
  /** Is it contested already? */
  readonly contested: boolean;
  readonly reason: string;
  /** Legal clock, UTC. */
  readonly at: Date;
}

/** The seat from which this person may contest: the one said to have signed, or a desk of the same coordination. */
function contestingSeat(signature: Signature, { personId, seats, at }: Pick<ContestSignature, 'personId' | 'seats' | 'at'>): string | null {
  if (signature.personId === personId) return signature.seatId;
  return seats.find((seat) => seat.personId === personId && seat.partyId === signature.partyId && seat.category === 'COORDINATOR' && isHeldAt(seat, at))?.id ?? null;
}

/** What contesting does to the minutes, and from which seat it was done. */
export interface Contested {
  readonly minutes: Minutes;
  readonly seatId: string;
}

/**
 * Contests a signature given by code, once, within 48 hours. Minutes that were not executory return to draft v+1, as after a refusal: what remains to be
 * signed is signed anew. Executory minutes stay so, for what is sealed is never undone: only minutes that rectify them correct.
 */
export function contestSignature(minutes: Minutes, { partyId, personId, seats, contested, reason, at }: ContestSignature): Answer<Decided<Contested>> {
  const signature = minutes.signatures.find((given) => given.partyId === partyId);
  if (!signature) return notFound();
  const seatId = contestingSeat(signature, { personId, seats, at });
  if (seatId === null) return signatureNotYours();
  if (!isByCode(signature)) return signatureNotByCode();
  if (contested) return signatureAlreadyContested();
  if (at > signatureContestableUntil(signature.signedAt)) return signatureContestTooLate();
  if (isBlank(reason)) return reasonRequired();
  const { version, state } = minutes;
  const fact = told('SignatureContested', aboutMinutes(minutes), { version, partyId, seatId: signature.seatId, bySeatId: seatId, executory: state === 'EXECUTORY', at: at.toISOString() });
  if (state === 'EXECUTORY') return accepted({ state: { minutes, seatId }, facts: [fact] });
  const next = replaceVersion(minutes, { reason, cause: 'CONTESTED', at });
  return accepted({ state: { minutes: next.state, seatId }, facts: [fact, ...next.facts] });
}
