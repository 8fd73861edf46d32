import type { ReadTx } from '#platform';
import { isUuid } from './uuid.js';

/** Executory minutes and their meeting, as their rows tell them. */
export interface PublicMinutesLine {
  readonly partnershipId: string;
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly contentHash: string;
  readonly executoryAt: Date;
  /** `null`: of a paper signed before Passerelle, as `openedAt` and `closedAt` are then. */
  readonly finalisedAt: Date | null;
  readonly meetingId: string;
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly mode: 'IN_PERSON' | 'HYBRID' | 'REMOTE';
  readonly place: string;
  readonly hostPartyId: string;
  readonly civilDate: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** The executory minutes that these rectify, and those that rectify them. */
  readonly rectifies: RectifiedLine | null;
  readonly rectifiedBy: RectifiedLine | null;
}

/** Other executory minutes of the same meeting. */
export interface RectifiedLine {
  readonly id: string;
  readonly number: string;
}

export interface PublicDecisionLine {
  readonly id: string;
  readonly meetingId: string;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
}

/** A signature by its office: whose hand it was is not read here. */
export interface PublicSignatureLine {
  readonly minutesId: string;
  readonly partyId: string;
  readonly office: string;
  readonly officeAr: string;
  readonly place: string;
  readonly civilDate: string;
  readonly signedAt: Date;
  readonly method: 'PASSKEY' | 'MAIL_CODE' | 'PAPER' | 'DEMO';
  readonly pdfSha256: string;
}

export interface PublicPartnershipLine {
  readonly id: string;
  readonly name: string;
  readonly agreement: string | null;
}

const minutesLines = `
  select minutes.partnership_id as "partnershipId", minutes.id, minutes.number, minutes.version, minutes.content_hash as "contentHash",
         minutes.executory_at as "executoryAt", minutes.finalised_at as "finalisedAt", meeting.id as "meetingId", meeting.kind, meeting.mode, meeting.place,
         meeting.host_party_id as "hostPartyId", meeting.civil_date::text as "civilDate", meeting.opened_at as "openedAt", meeting.closed_at as "closedAt",
         (select json_build_object('id', first.id, 'number', first.number) from minutes first where first.partnership_id = minutes.partnership_id and first.id = minutes.rectifies_minutes_id) as rectifies,
         (select json_build_object('id', later.id, 'number', later.number) from minutes later where later.partnership_id = minutes.partnership_id and later.rectifies_minutes_id = minutes.id and later.executory_at is not null) as "rectifiedBy"
  from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
  where minutes.executory_at is not null and ($1::uuid is null or minutes.id = $1)
  order by minutes.executory_at desc, minutes.id desc limit $2`;

const partnershipLines = `
  select partnership.id, partnership.name,
         (select agreement.display_name from agreement where agreement.partnership_id = partnership.id order by agreement.id limit 1) as agreement
  from partnership where partnership.id = any ($1::uuid[]) order by partnership.name, partnership.id`;

const decisionLines = `
  select decision.id, decision.meeting_id as "meetingId", decision.title, decision.text, decision.text_hash as "textHash",
         decision.subject_kind as "subjectKind", decision.subject_id as "subjectId"
  from decision where decision.meeting_id = any ($1::uuid[]) and decision.state = 'ADOPTED' order by decision.place`;

const signatureLines = `
  select signature.minutes_id as "minutesId", signature.party_id as "partyId", signature.office,
         case when seat.office = signature.office then seat.office_ar else signature.office end as "officeAr",
         signature.place, signature.civil_date::text as "civilDate", signature.signed_at as "signedAt", signature.method, signature.pdf_sha256 as "pdfSha256"
  from signature
  join minutes on minutes.partnership_id = signature.partnership_id and minutes.id = signature.minutes_id and minutes.version = signature.version
  left join seat on seat.partnership_id = signature.partnership_id and seat.id = signature.seat_id
  where signature.minutes_id = any ($1::uuid[]) order by signature.signed_at, signature.id`;

/** Executory minutes, newest first: the one of that id, or the first of them all. */
export const executoryMinutes = async (tx: ReadTx, of: { id: string } | { first: number }): Promise<PublicMinutesLine[]> => {
  if ('first' in of) return tx.query<PublicMinutesLine>(minutesLines, [null, of.first]);
  return isUuid(of.id) ? tx.query<PublicMinutesLine>(minutesLines, [of.id, 1]) : [];
};

export const publicPartnerships = (tx: ReadTx, ids: readonly string[]): Promise<PublicPartnershipLine[]> => tx.query<PublicPartnershipLine>(partnershipLines, [[...ids]]);

/** The executory minutes by which what these meetings adopted took effect, by meeting: the first ones, whatever rectified them. */
export async function publicMinutesOf(tx: ReadTx, meetingIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const lines = await tx.query<{ id: string; meeting_id: string }>('select id, meeting_id from minutes where meeting_id = any ($1::uuid[]) and rectifies_minutes_id is null and executory_at is not null', [[...meetingIds]]);
  return new Map(lines.map((line) => [line.meeting_id, line.id]));
}

/** What these meetings adopted, in the order of their agendas. */
export const adoptedDecisions = (tx: ReadTx, meetingIds: readonly string[]): Promise<PublicDecisionLine[]> => tx.query<PublicDecisionLine>(decisionLines, [[...meetingIds]]);

/** The signatures under the version in force of these minutes, oldest first. */
export const publicSignatures = (tx: ReadTx, minutesIds: readonly string[]): Promise<PublicSignatureLine[]> => tx.query<PublicSignatureLine>(signatureLines, [[...minutesIds]]);
