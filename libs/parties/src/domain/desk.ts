import { accepted, refused, type Answer } from '#kernel';
import { confirm, invitationSource, type Invitation } from './invitation.js';
import { applyRecovery, confirmRecovery, recoverySource, type Desk, type Recovery } from './recovery.js';

/** A seat held today, as far as these rules look. */
export interface Seated {
  readonly partnershipId: string;
  readonly partyId: string;
  readonly persona: string;
}

/** The desks this person coordinates in one partnership. */
export const desksOf = (person: { personId: string; seats: readonly Seated[] }, partnershipId: string): Desk[] =>
  person.seats
    .filter((seat) => seat.persona === 'COORDINATOR' && seat.partnershipId === partnershipId)
    .map(({ partyId }) => ({ partyId, personId: person.personId }));

/** A coordinator composes her own party, and no other. @returns refused `OWN_PARTY_ONLY` */
export function mayCompose(desks: readonly Desk[], partyId: string): Answer<Desk> {
  const desk = desks.find((one) => one.partyId === partyId);
  return desk ? accepted(desk) : refused('OWN_PARTY_ONLY', {}, invitationSource);
}

/** Her own party's facts, where she coordinates it. @returns refused `NOT_FOUND`, `NOT_ALLOWED` for who coordinates nothing there, `OWN_PARTY_ONLY` */
export function mayWriteFacts(person: { personId: string; seats: readonly Seated[] } | null, party: { partnershipId: string; partyId: string } | null): Answer<Desk> {
  const seats = (person?.seats ?? []).filter(({ partnershipId }) => partnershipId === party?.partnershipId);
  if (!person || !party || seats.length === 0) return refused('NOT_FOUND');
  const desks = desksOf(person, party.partnershipId);
  return desks.length === 0 ? refused('NOT_ALLOWED') : mayCompose(desks, party.partyId);
}

/** Another party's coordinator confirms. */
export function mayConfirm(invitation: Invitation, desks: readonly Desk[], now: Date): Answer<Invitation> {
  const [desk] = desks;
  if (!desk) return refused('NOT_ALLOWED');
  return confirm(invitation, { partyIds: desks.map(({ partyId }) => partyId), personId: desk.personId, now });
}

/** The second side agrees to a recovery. */
export const mayConfirmRecovery = (recovery: Recovery, desks: readonly Desk[], now: Date): Answer<Desk> =>
  desks.length === 0 ? refused('NOT_ALLOWED') : confirmRecovery(recovery, { desks, now });

/** Either side applies it, when its time has come. */
export const mayApplyRecovery = (recovery: Recovery, desks: readonly Desk[], now: Date): Answer<Recovery> =>
  desks.length === 0 ? refused('NOT_ALLOWED') : applyRecovery(recovery, now);

/** Who asks for whom: a coordinator, for somebody seated here, not for herself. */
export function mayAskRecovery(desks: readonly Desk[], personId: string, at: { seatedHere: boolean; seatedElsewhere: boolean }): Answer<Desk> {
  const [desk] = desks;
  if (!desk || !at.seatedHere) return refused('NOT_FOUND');
  if (desk.personId === personId) return refused('RECOVERY_OF_ONESELF', {}, recoverySource);
  if (at.seatedElsewhere) return refused('RECOVERY_SEATED_ELSEWHERE', {}, recoverySource);
  return accepted(desk);
}
