import { accepted, type Answer, type CivilDate, type Decided } from '#kernel';
import { told, type About } from './facts.js';
import type { Meeting } from './meeting.js';
import type { MinutesFacts, Prose, WordedMinutes } from './minutes-content.js';
import { meetingNotClosed } from './refusals.js';
import type { SignedBy } from './rules.js';

/** Which state may follow which (C4). FINAL → DRAFT always opens version n+1; nothing follows EXECUTORY. */
export const minutesMoves = {
  DRAFT: ['REVIEW'],
  REVIEW: ['DRAFT', 'FINAL'],
  FINAL: ['DRAFT', 'PARTIALLY_SIGNED', 'EXECUTORY'],
  PARTIALLY_SIGNED: ['DRAFT', 'EXECUTORY'],
  EXECUTORY: [],
} as const satisfies Record<string, readonly string[]>;

export type MinutesState = keyof typeof minutesMoves;

/** The co-president asked to sign for a party, as the mandate stood when asked. */
export interface SignatureRequest {
  readonly partyId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly name: string;
  readonly state: 'REQUESTED' | 'SIGNED' | 'REFUSED' | 'LAPSED';
  readonly askedAt: Date;
}

/** A signature, in the capacity held that day: name and seat stay true when the mandate ends (AT-23). */
export interface Signature {
  readonly partyId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly name: string;
  readonly version: number;
  readonly contentHash: string;
  readonly pdfSha256: string;
  readonly method: SignedBy;
  /** eIDAS level: this software never claims more than a simple electronic signature (B4). */
  readonly level: 'SIMPLE';
  readonly place: string;
  readonly signedAt: Date;
}

/** What was fixed at FINAL: lower-case hex SHA-256 of the content's RFC 8785 text and of the stored PDF's bytes. */
export interface Seal {
  readonly contentHash: string;
  readonly pdfSha256: string;
  readonly finalisedAt: Date;
}

/** A version that was final and no longer is: kept readable, its signatures void but kept as evidence (AT-02). */
export interface ReplacedVersion {
  readonly version: number;
  readonly seal: Seal;
  readonly prose: Prose;
  readonly voidSignatures: readonly Signature[];
  readonly reason: string;
  readonly replacedAt: Date;
}

/** The minutes of one meeting (« procès-verbal », PV). */
export interface Minutes extends WordedMinutes {
  readonly state: MinutesState;
  readonly seal: Seal | null;
  readonly requests: readonly SignatureRequest[];
  readonly signatures: readonly Signature[];
  readonly replaced: readonly ReplacedVersion[];
  /** Instant of the last signature; plans, decisions and actions read it, nothing copies it. */
  readonly executoryAt: Date | null;
  /** The last civil day, at the host's, for observations on this draft; `null` before it was ever handed over. */
  readonly observationsUntil: CivilDate | null;
}

export type DecidedMinutes = Answer<Decided<Minutes>>;
export const aboutMinutes = (minutes: Pick<Minutes, 'id' | 'partnershipId'>): About => ({ partnershipId: minutes.partnershipId, subject: { kind: 'minutes', id: minutes.id } });
export const minutesMayBecome = (minutes: Minutes, next: MinutesState): boolean => (minutesMoves[minutes.state] as readonly MinutesState[]).includes(next);
export const partyIdsOf = (minutes: Minutes): string[] => minutes.facts.parties.map((party) => party.id);

/** A first draft: the facts of a closed meeting, and the prose already written (C4). */
export interface DraftMinutes {
  readonly id: string;
  readonly facts: MinutesFacts;
  readonly prose: Prose;
  readonly rectifiesMinutesId: string | null;
  readonly at: Date;
}

/** Draws the first draft from a closed meeting's facts. @returns refused MEETING_NOT_CLOSED. */
export function draft(meeting: Meeting, command: DraftMinutes): DecidedMinutes {
  const mayDraft = meeting.state === 'CLOSED' || (meeting.state === 'MINUTED' && command.rectifiesMinutesId !== null);
  if (!mayDraft || command.facts.meeting.id !== meeting.id) return meetingNotClosed();
  const { id, facts, prose, rectifiesMinutesId, at } = command;
  const minutes: Minutes = {
    id, facts, prose, rectifiesMinutesId,
    partnershipId: meeting.partnershipId,
    meetingId: meeting.id,
    state: 'DRAFT',
    version: 1,
    number: null,
    seal: null,
    requests: [],
    signatures: [],
    replaced: [],
    executoryAt: null,
    observationsUntil: null,
  };
  const data = { meetingId: meeting.id, version: 1, rectifiesMinutesId, at: at.toISOString() };
  return accepted({ state: minutes, facts: [told('MinutesDrafted', aboutMinutes(minutes), data)] });
}

/** Someone who must act for the PV to move. */
export type NextActor =
  | { readonly who: 'COORDINATORS'; readonly verb: 'COMPLETE_DRAFT' | 'REVIEW' }
  | { readonly who: 'COORDINATORS'; readonly verb: 'NAME_CO_PRESIDENT'; readonly partyId: string }
  | { readonly who: 'CO_PRESIDENT'; readonly verb: 'SIGN'; readonly partyId: string; readonly seatId: string; readonly personId: string };

/** Who must act now. Empty only when the PV is executory: no chain waits for nobody (F33). */
export function nextActors(minutes: Minutes): NextActor[] {
  if (minutes.state === 'EXECUTORY') return [];
  if (minutes.state === 'DRAFT') return [{ who: 'COORDINATORS', verb: 'COMPLETE_DRAFT' }];
  if (minutes.state === 'REVIEW') return [{ who: 'COORDINATORS', verb: 'REVIEW' }];
  const signed = new Set(minutes.signatures.map((signature) => signature.partyId));
  return partyIdsOf(minutes)
    .filter((partyId) => !signed.has(partyId))
    .map((partyId): NextActor => {
      const request = minutes.requests.find((asked) => asked.partyId === partyId && asked.state === 'REQUESTED');
      if (!request) return { who: 'COORDINATORS', verb: 'NAME_CO_PRESIDENT', partyId };
      return { who: 'CO_PRESIDENT', verb: 'SIGN', partyId, seatId: request.seatId, personId: request.personId };
    });
}
