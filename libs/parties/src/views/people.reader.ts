import { isReachable } from '#identity';
import { addDays, type CivilDate, type Language, type Zones } from '#kernel';
import { mayView, type Actor, type GraphqlRequest, type ReadTx } from '#platform';
import { desksOf, mayApplyRecovery, mayCompose, mayConfirm, mayConfirmRecovery } from '../domain/desk.js';
import { stateOf } from '../domain/invitation.js';
import { readyAt, recoveryState, stopRecovery } from '../domain/recovery.js';
import { mandateSubject } from '../domain/mandate.js';
import { seatCategories, type SeatCategory } from '../domain/seat.js';
import { invitationById, openInvitations, type KnownInvitation } from '../store/invitation.store.js';
import { openRecoveries, recoveryById, type KnownRecovery } from '../store/recovery.store.js';
import { attachmentsOf, attachmentView } from './attachment.reader.js';
import type { AttachmentType } from './attachment.types.js';
import { partiesOf } from './parties.reader.js';
import type { PartyType } from './parties.types.js';
import { InvitationType, type MandateType, type PeopleType, RecoveryType } from './people.types.js';

const lastDayOf = (until: string | null): string | null => until && addDays(until as CivilDate, -1);

interface MandateLine {
  id: string;
  seatId: string;
  partyId: string;
  category: SeatCategory;
  office: string;
  officeAr: string;
  personId: string;
  displayName: string;
  reachable: boolean;
  from: string;
  until: string | null;
  interimDocument: string | null;
  interimDated: string | null;
  endedMotive: string | null;
}

const mandateLines = `
  select mandate.id, seat.id as "seatId", seat.party_id as "partyId", seat.category, seat.office, seat.office_ar as "officeAr", person.id as "personId",
         person.display_name as "displayName", ${isReachable} as reachable, mandate."from"::text as "from", mandate."until"::text as "until",
         mandate.interim_document as "interimDocument", mandate.interim_dated::text as "interimDated", mandate.ended_motive as "endedMotive"
  from mandate
  join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
  join person on person.id = mandate.person_id
  where mandate.partnership_id = $1 and mandate."from" <= $2 and (mandate."until" is null or mandate."until" > $2)
  order by seat.id, mandate."from"`;

const mandateView = (line: MandateLine, language: Language, attachments: AttachmentType[]): MandateType => ({
  attachments,
  id: line.id,
  seatId: line.seatId,
  person: { id: line.personId, displayName: line.displayName },
  category: line.category,
  reachable: line.reachable,
  office: language === 'ar' ? line.officeAr : line.office,
  from: line.from,
  lastDay: lastDayOf(line.until),
  interimDocument: line.interimDocument,
  interimDated: line.interimDated,
  endedMotive: line.endedMotive,
});

const byCategory = (one: MandateType, other: MandateType): number => seatCategories.indexOf(one.category) - seatCategories.indexOf(other.category);

/** An invitation as its reader sees it, with what she may do about it. */
export function invitationView(invitation: KnownInvitation, tx: ReadTx, zones: Zones): InvitationType {
  const { actor, language } = tx.ctx;
  const desks = actor ? desksOf(actor, invitation.partnershipId) : [];
  const { id, partnershipId, partnership, partyId, party, displayName, category, from, interimDocument, interimDated, confirmation, resembles, sent, declinedMotive } = invitation;
  return {
    id, partnershipId, partnership, partyId, party, displayName, category, from, interimDocument, interimDated, confirmation, resembles, sent, declinedMotive,
    office: language === 'ar' ? invitation.officeAr : invitation.office,
    lastDay: lastDayOf(invitation.until),
    state: stateOf(invitation, tx.now()),
    confirmed: invitation.confirmedAt !== null,
    expiresOn: zones.civilAt(new Date(invitation.expiresAt.getTime() - 1), invitation.zone).date,
    viewerMayConfirm: mayView(mayConfirm(invitation, desks, tx.now())),
    viewerMayManage: mayView(mayCompose(desks, partyId)),
  };
}

/** The invitation an act has just touched, as its reader sees it. @throws Error when it is out of sight: a bug. */
export async function shownInvitation(request: GraphqlRequest, id: string, zones: Zones): Promise<InvitationType> {
  const tx = await request.read();
  const invitation = await invitationById(tx, id);
  if (!invitation) throw new Error(`invitation ${id} is out of sight`);
  return Object.assign(new InvitationType(), invitationView(invitation, tx, zones));
}

/** A recovery as its reader sees it. The new address is shown to coordinators only. */
export function recoveryView(recovery: KnownRecovery, tx: ReadTx): RecoveryType {
  const viewer = tx.ctx.actor ?? { personId: '', seats: [] };
  const desks = desksOf(viewer, recovery.partnershipId);
  return {
    id: recovery.id,
    person: { id: recovery.personId, displayName: recovery.displayName },
    state: recoveryState(recovery, tx.now()),
    reason: recovery.reason,
    mailAddress: desks.length > 0 ? recovery.mailAddress : null,
    readyAt: recovery.confirmedAt && readyAt(recovery.confirmedAt),
    viewerMayConfirm: mayView(mayConfirmRecovery(recovery, desks, tx.now())),
    viewerMayApply: mayView(mayApplyRecovery(recovery, desks, tx.now())),
    viewerMayStop: mayView(stopRecovery(recovery, viewer, tx.now())),
  };
}

/** The recovery an act has just touched. @throws Error when it is out of sight: a bug. */
export async function shownRecovery(request: GraphqlRequest, id: string): Promise<RecoveryType> {
  const tx = await request.read();
  const recovery = await recoveryById(tx, id);
  if (!recovery) throw new Error(`recovery ${id} is out of sight`);
  return Object.assign(new RecoveryType(), recoveryView(recovery, tx));
}

/** Today, in the calendar of the actor's first party there; of the first party for others. */
export function todayOf(tx: ReadTx, parties: readonly PartyType[], zones: Zones): CivilDate {
  const actor: Actor | null = tx.ctx.actor;
  const mine = parties.find(({ id }) => actor?.partyIds.includes(id)) ?? parties[0];
  return zones.civilAt(tx.now(), mine?.territory.zone ?? 'Europe/Paris').date;
}

/** The composition of a partnership on a civil day, what is being prepared in it, and what the reader may do; `null` when it is not hers. */
export async function peopleView(tx: ReadTx, wish: { partnershipId: string; on: CivilDate | null }, zones: Zones): Promise<PeopleType | null> {
  const { partnershipId } = wish;
  const [partnership] = await tx.query('select 1 from partnership where id = $1', [partnershipId]);
  if (!partnership) return null;
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const today = todayOf(tx, parties, zones);
  const on = wish.on ?? today;
  const lines = await tx.query<MandateLine>(mandateLines, [partnershipId, on]);
  const acts = await attachmentsOf(tx, mandateSubject, lines.filter((line) => line.interimDocument !== null).map(({ id }) => id));
  // Once joined, an act stays: a signature may rest on it.
  const actsOf = (id: string) => acts.filter(({ subjectId }) => subjectId === id).map((act) => attachmentView(tx, act, { parties, sharedAt: act.occurredAt }));
  const desks = tx.ctx.actor ? desksOf(tx.ctx.actor, partnershipId) : [];
  const invitations = await openInvitations(tx, partnershipId);
  return {
    on,
    today,
    parties: parties.map((party) => ({
      party,
      mandates: lines.filter(({ partyId }) => partyId === party.id).map((line) => mandateView(line, tx.ctx.language, actsOf(line.id))).sort(byCategory),
      viewerManages: desks.some(({ partyId }) => partyId === party.id),
    })),
    invitations: invitations.map((one) => invitationView(one, tx, zones)),
    recoveries: (await openRecoveries(tx, partnershipId)).map((one) => recoveryView(one, tx)),
  };
}
