import { accepted, addDays, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import type { SeatCategory } from './seat.js';

/** Our own way, shown as such: no text of the partners says how a seat is offered. */
const product = (reference: string): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference });
export const invitationSource = product('Passerelle, invitations');
/** « No self-appointed mayor »: one coordinator of any other party confirms; with two parties, the other one's. */
export const confirmationSource = product('Passerelle, confirmation par une autre partie');

/** Days an invitation can be accepted, from the last letter. */
export const invitationDays = 30;

/** Why a coordinator of another party must confirm before the mandate begins. */
export type Confirmation = 'PRESIDENCY' | 'NAME_CLASH';

/** An invitation as it stands. Instants of the legal clock. */
export interface Invitation {
  readonly id: string;
  readonly partnershipId: string;
  readonly partyId: string;
  readonly category: SeatCategory;
  readonly seatId: string | null;
  readonly personId: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly confirmation: Confirmation | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly begunAt: Date | null;
  readonly declinedAt: Date | null;
}

/** What waits: the person's yes, another party's word, nothing any more; declined, its coordinator's eye, until she takes it back. */
export type InvitationState = 'INVITED' | 'ACCEPTED' | 'BEGUN' | 'WITHDRAWN' | 'DECLINED' | 'EXPIRED';

/** Accepted in time, it no longer expires: it waits for the confirmation. */
export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.withdrawnAt) return 'WITHDRAWN';
  if (invitation.begunAt) return 'BEGUN';
  if (invitation.declinedAt) return 'DECLINED';
  if (invitation.acceptedAt) return 'ACCEPTED';
  return now < invitation.expiresAt ? 'INVITED' : 'EXPIRED';
}

/** What a coordinator offers. */
export interface Offer {
  readonly category: SeatCategory;
  readonly from: CivilDate;
  /** First civil day without mandate. */
  readonly until: CivilDate | null;
  /** The act that gives the seat for an interim. */
  readonly interimDocument: string | null;
  /** The day that act bears. */
  readonly interimDated: CivilDate | null;
  readonly isInterim: boolean;
}

/** How the seat to take over is held: `null` when it is a new one; `until` null while nobody has said when it ends. */
export type Holding = { readonly until: CivilDate | null } | null;

/**
 * May this be offered? @returns refused `GUEST_NEEDS_END`, `MANDATE_DATES_REVERSED`, `INTERIM_NEEDS_DOCUMENT` (its reference and its date, not after the first day),
 * `SEAT_HELD` (its holder's mandate has no end yet: end it first), `SEAT_HELD_UNTIL` (begin that day at the earliest)
 */
export function offer(wish: Offer, held: Holding): Answer<Offer> {
  if (wish.category === 'GUEST' && wish.until === null) return refused('GUEST_NEEDS_END', {}, invitationSource);
  if (wish.until !== null && wish.until <= wish.from) return refused('MANDATE_DATES_REVERSED', { from: wish.from }, invitationSource);
  if (wish.isInterim && (!wish.interimDocument || !wish.interimDated)) return refused('INTERIM_NEEDS_DOCUMENT', {}, invitationSource);
  if (wish.interimDated !== null && wish.interimDated > wish.from) return refused('INTERIM_ACT_TOO_LATE', { from: wish.from }, invitationSource);
  if (held && held.until === null) return refused('SEAT_HELD', {}, invitationSource);
  if (held?.until && wish.from < held.until) return refused('SEAT_HELD_UNTIL', { date: held.until }, invitationSource);
  return accepted(wish);
}

const over: Readonly<Record<'WITHDRAWN' | 'BEGUN' | 'DECLINED' | 'EXPIRED', string>> = { WITHDRAWN: 'INVITATION_WITHDRAWN', BEGUN: 'INVITATION_BEGUN', DECLINED: 'INVITATION_DECLINED', EXPIRED: 'INVITATION_EXPIRED' };

/** Is it still the person's to answer? */
function answerable(invitation: Invitation, now: Date): Answer<Invitation> {
  const state = stateOf(invitation, now);
  if (state === 'ACCEPTED') return refused('INVITATION_ACCEPTED', {}, invitationSource);
  return state === 'INVITED' ? accepted(invitation) : refused(over[state], {}, invitationSource);
}

/** The person's yes, within the thirty days. */
export function accept(invitation: Invitation, now: Date): Answer<Invitation> {
  const open = answerable(invitation, now);
  return open.refused ? open : accepted({ ...invitation, acceptedAt: now });
}

/** The person's no, within the thirty days. */
export function decline(invitation: Invitation, now: Date): Answer<Invitation> {
  const open = answerable(invitation, now);
  return open.refused ? open : accepted({ ...invitation, declinedAt: now });
}

/** Another party's word. The coordinators' own parties are named by `partyIds`: one of them must not be the invitation's. */
export function confirm(invitation: Invitation, by: { partyIds: readonly string[]; personId: string; now: Date }): Answer<Invitation> {
  const state = stateOf(invitation, by.now);
  if (state !== 'INVITED' && state !== 'ACCEPTED') return refused(over[state], {}, confirmationSource);
  if (!invitation.confirmation) return refused('CONFIRMATION_NOT_NEEDED', {}, confirmationSource);
  if (invitation.confirmedAt) return refused('CONFIRMED_ALREADY', {}, confirmationSource);
  if (invitation.personId === by.personId) return refused('CONFIRMATION_OF_ONESELF', {}, confirmationSource);
  if (!by.partyIds.some((id) => id !== invitation.partyId)) return refused('CONFIRMATION_BY_ANOTHER_PARTY', {}, confirmationSource);
  return accepted({ ...invitation, confirmedAt: by.now });
}

/** Taken back while the mandate has not begun; a declined one is filed so. */
export function withdraw(invitation: Invitation, now: Date): Answer<Invitation> {
  const state = stateOf(invitation, now);
  if (state === 'WITHDRAWN' || state === 'BEGUN') return refused(over[state], {}, invitationSource);
  return accepted({ ...invitation, withdrawnAt: now });
}

/** Sent again: thirty more days, also after it had expired. */
export function resend(invitation: Invitation, now: Date): Answer<Invitation> {
  const state = stateOf(invitation, now);
  if (state === 'ACCEPTED') return refused('INVITATION_ACCEPTED', {}, invitationSource);
  if (state === 'WITHDRAWN' || state === 'BEGUN' || state === 'DECLINED') return refused(over[state], {}, invitationSource);
  return accepted({ ...invitation, expiresAt: expiryFrom(now) });
}

export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000);

/** Nothing is missing any more: the mandate begins. */
export const isComplete = ({ acceptedAt, confirmation, confirmedAt }: Invitation): boolean => acceptedAt !== null && (confirmation === null || confirmedAt !== null);

/** A mandate never begins in the past: on the day offered, or the day everything was there. @returns refused `INVITATION_OVER` when its end has passed */
export function mandateOf(invitation: Invitation, today: CivilDate): Answer<{ from: CivilDate; until: CivilDate | null }> {
  const from = invitation.from > today ? invitation.from : today;
  if (invitation.until !== null && invitation.until <= from) return refused('INVITATION_OVER', { date: addDays(invitation.until, -1) }, invitationSource);
  return accepted({ from, until: invitation.until });
}
