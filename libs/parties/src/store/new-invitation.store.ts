import type { Tx } from '#platform';
import { expiryFrom, type Confirmation, type Offer } from '../domain/invitation.js';
import { InvitationRow } from './invitation.entity.js';

/** What is written of a new invitation, besides its own dates. */
export interface NewInvitation {
  readonly partnershipId: string;
  readonly partyId: string;
  readonly seatId: string | null;
  readonly personId: string;
  readonly displayName: string;
  readonly office: string;
  readonly officeAr: string;
  readonly offer: Omit<Offer, 'isInterim'>;
  readonly confirmation: Confirmation | null;
  readonly resembles: string | null;
}

/** Writes it, for thirty days. Answers its id; the fact's `at` makes each letter another one. */
export async function addInvitation(tx: Tx, wish: NewInvitation): Promise<string> {
  const { offer, partnershipId, ...rest } = wish;
  const id = tx.newId();
  const dates = { invitedAt: tx.now(), expiresAt: expiryFrom(tx.now()), acceptedAt: null, confirmedAt: null, withdrawnAt: null, begunAt: null, declinedAt: null, declinedMotive: null };
  const who = { invitedBy: tx.ctx.actor?.personId ?? '', confirmedBy: null };
  await tx.manager.insert(InvitationRow, { partnershipId, id, ...rest, ...offer, ...dates, ...who, sent: 1 });
  tx.tell({
    kind: 'SeatOffered',
    partnershipId,
    subject: { kind: 'invitation', id },
    data: { personId: wish.personId, partyId: wish.partyId, category: offer.category, at: '1' },
  });
  return id;
}
