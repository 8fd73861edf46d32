import type { RuleSource } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import { desksOf, mayConfirm, mayConfirmRecovery } from '../domain/desk.js';
import { confirmationSource, invitationSource } from '../domain/invitation.js';
import { recoverySource } from '../domain/recovery.js';
import { awaitingConfirmation, declinedInvitations } from '../store/invitation.store.js';
import { openRecoveries } from '../store/recovery.store.js';

/** What a coordinator owes: a word on a person of the other party, an agreement on a lost access, another name for a seat declined. */
export interface PeopleDuty {
  readonly kind: string;
  /** Name under `notices.duty`. */
  readonly phrase: string;
  readonly values: Readonly<Record<string, string>>;
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly dueOn: string | null;
  readonly href: string;
  readonly source: RuleSource | null;
}

/** The duties of this person about people, in every partnership she coordinates: exactly what the rules would let her do now. */
export async function peopleDuties(tx: ReadTx, actor: Actor): Promise<PeopleDuty[]> {
  const duties: PeopleDuty[] = [];
  for (const partnershipId of actor.partnershipIds) {
    const desks = desksOf(actor, partnershipId);
    if (desks.length === 0) continue;
    for (const { id, displayName: name, party, ...invitation } of await awaitingConfirmation(tx, partnershipId)) {
      if (mayConfirm({ ...invitation, id }, desks, tx.now()).refused) continue;
      duties.push({ kind: 'CONFIRM_MANDATE', phrase: 'confirmMandate', values: { name, party }, partnershipId, subjectId: id, dueOn: null, href: '/people#invitations', source: confirmationSource });
    }
    for (const { id, displayName: name, partyId } of await declinedInvitations(tx, partnershipId)) {
      if (!desks.some((desk) => desk.partyId === partyId)) continue;
      duties.push({ kind: 'OFFER_AGAIN', phrase: 'offerAgain', values: { name }, partnershipId, subjectId: id, dueOn: null, href: '/people#invitations', source: invitationSource });
    }
    for (const recovery of await openRecoveries(tx, partnershipId)) {
      if (mayConfirmRecovery(recovery, desks, tx.now()).refused) continue;
      duties.push({ kind: 'AGREE_RECOVERY', phrase: 'agreeRecovery', values: { name: recovery.displayName }, partnershipId, subjectId: recovery.id, dueOn: null, href: '/people#recoveries', source: recoverySource });
    }
  }
  return duties;
}
