import { accepted, type Answer } from '#kernel';
import { beforeClosing } from './decision.js';
import { told, type FactOf } from './facts.js';
import type { Meeting } from './meeting.js';
import { documentsByHost, documentsClosed } from './refusals.js';
import { isHeldAt, type Seat } from './seat.js';

/** Who looks at the agenda's documents, and when (UTC): the seats held then, and the host's printed name. */
export interface AtTheAgenda {
  readonly seats: readonly Seat[];
  readonly personId: string | null;
  readonly hostName: string;
  readonly at: Date;
}

/**
 * Documents of an item are joined by the host's coordinator, until the meeting closes. No text says it (C4): the host prepares the
 * sitting. Refused with DOCUMENTS_BY_HOST or DOCUMENTS_CLOSED; answers the party for which it is done.
 */
export function mayJoinToAgenda(meeting: Meeting, { seats, personId, hostName, at }: AtTheAgenda): Answer<string> {
  const seat = seats.find((held) => held.personId === personId && held.category === 'COORDINATOR' && held.partyId === meeting.hostPartyId && isHeldAt(held, at));
  if (!seat) return documentsByHost(hostName);
  return beforeClosing.includes(meeting.state) ? accepted(seat.partyId) : documentsClosed();
}

/** A document joined to an item, as its facts name it. */
export interface AgendaDocument {
  readonly agendaItemId: string;
  readonly id: string;
  readonly sha256: string;
}

const about = ({ partnershipId, id }: Meeting) => ({ partnershipId, subject: { kind: 'meeting', id } });

/** The fact that a document was joined; `size` in bytes. */
export const documentJoined = (meeting: Meeting, { agendaItemId, id: attachmentId, sha256, size }: AgendaDocument & { readonly size: number }, at: Date): FactOf<'DocumentAttached'> =>
  told('DocumentAttached', about(meeting), { agendaItemId, attachmentId, sha256, size, at: at.toISOString() });
/** The fact that a document was taken back before the convocation. */
export const documentTakenBack = (meeting: Meeting, { agendaItemId, id: attachmentId, sha256 }: AgendaDocument, at: Date): FactOf<'DocumentRemoved'> =>
  told('DocumentRemoved', about(meeting), { agendaItemId, attachmentId, sha256, at: at.toISOString() });
