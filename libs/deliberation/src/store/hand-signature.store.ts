import { civilDate } from '#kernel';
import type { ReadTx, Tx } from '#platform';
import type { HandSignature, HandState } from '../domain/hand-signature.js';
import { HandSignatureRow } from './hand-signature.entity.js';
import { isUuid } from './uuid.js';

/** A row, with the names that are shown beside it. */
export type HandLine = HandSignatureRow & { readonly officeAr: string; readonly personName: string; readonly enteredName: string; readonly answeredName: string | null };

const lines = `
  select hand.partnership_id as "partnershipId", hand.id, hand.minutes_id as "minutesId", hand.version, hand.content_hash as "contentHash", hand.party_id as "partyId",
         hand.seat_id as "seatId", hand.person_id as "personId", hand.office, hand.place, hand.signed_on::text as "signedOn", hand.scan_id as "scanId",
         hand.scan_sha256 as "scanSha256", hand.state, hand.entered_by as "enteredBy", hand.entered_at as "enteredAt", hand.answered_party as "answeredParty",
         hand.answered_by as "answeredBy", hand.answered_at as "answeredAt", hand.decline_reason as "declineReason",
         case when seat.office = hand.office then seat.office_ar else hand.office end as "officeAr",
         person.display_name as "personName", entered.display_name as "enteredName", answered.display_name as "answeredName"
  from hand_signature hand
  join seat on seat.partnership_id = hand.partnership_id and seat.id = hand.seat_id
  join person on person.id = hand.person_id
  join person entered on entered.id = hand.entered_by
  left join person answered on answered.id = hand.answered_by`;

/** Every paper brought for these minutes, newest first. */
export const handsOf = (tx: ReadTx, minutesId: string): Promise<HandLine[]> =>
  tx.query<HandLine>(`${lines} where hand.minutes_id = $1 order by hand.entered_at desc, hand.id desc`, [minutesId]);

/** One of them; `null` when absent or foreign. Its minutes are to be locked first, then it is asked again. */
export async function handById(tx: ReadTx, id: string): Promise<HandLine | null> {
  const [line] = isUuid(id) ? await tx.query<HandLine>(`${lines} where hand.id = $1`, [id]) : [];
  return line ?? null;
}

/** The rule's paper of a row. */
export const handOf = (row: HandSignatureRow): HandSignature => ({
  id: row.id,
  minutesId: row.minutesId,
  version: row.version,
  contentHash: row.contentHash,
  partyId: row.partyId,
  seatId: row.seatId,
  personId: row.personId,
  place: row.place,
  signedOn: civilDate(row.signedOn),
  scanSha256: row.scanSha256,
  state: row.state as HandState,
  enteredBy: row.enteredBy,
});

export async function addHand(tx: Tx, hand: HandSignature, beside: Pick<HandSignatureRow, 'partnershipId' | 'office' | 'scanId'>): Promise<void> {
  await tx.manager.insert(HandSignatureRow, { ...hand, ...beside, enteredAt: tx.now(), answeredParty: null, answeredBy: null, answeredAt: null, declineReason: null });
}

/** Keeps what became of it. */
export async function keepHand(tx: Tx, { partnershipId, id }: HandSignatureRow, answered: Pick<HandSignatureRow, 'state'> & Partial<Pick<HandSignatureRow, 'answeredParty' | 'answeredBy' | 'answeredAt' | 'declineReason'>>): Promise<void> {
  await tx.manager.update(HandSignatureRow, { partnershipId, id }, answered);
}

const cards = `
  select hand.partnership_id, hand.id, hand.minutes_id, minutes.number, hand.party_id, party.short_name as party, hand.place, hand.signed_on::text, hand.entered_by, hand.decline_reason,
         hand.state = 'ENTERED' and minutes.version = hand.version and minutes.state in ('FINAL', 'PARTIALLY_SIGNED') and not exists (
           select from signature where signature.partnership_id = hand.partnership_id and signature.minutes_id = hand.minutes_id
             and signature.version = hand.version and signature.party_id = hand.party_id) as awaited
  from hand_signature hand
  join minutes on minutes.partnership_id = hand.partnership_id and minutes.id = hand.minutes_id
  join party on party.partnership_id = hand.partnership_id and party.id = hand.party_id`;

interface CardLine {
  readonly partnership_id: string;
  readonly id: string;
  readonly minutes_id: string;
  readonly number: string;
  readonly party_id: string;
  readonly party: string;
  readonly place: string;
  readonly signed_on: string;
  readonly entered_by: string;
  readonly decline_reason: string | null;
  readonly awaited: boolean;
}

/** Papers in reach that still wait for another party's answer. */
export const waitingHands = (tx: ReadTx): Promise<CardLine[]> => tx.query<CardLine>(`select * from (${cards} where hand.state = 'ENTERED') card where awaited order by id`);

/** What a letter needs of a paper. */
export interface HandCard {
  readonly minutesId: string;
  readonly number: string;
  readonly party: string;
  readonly place: string;
  readonly signedOn: string;
  /** Does it still wait for an answer? */
  readonly awaited: boolean;
  readonly declineReason: string | null;
}

export async function handCard(tx: ReadTx, id: string): Promise<HandCard | null> {
  const [line] = await tx.query<CardLine>(`${cards} where hand.id = $1`, [id]);
  if (!line) return null;
  const { minutes_id: minutesId, number, party, place, signed_on: signedOn, awaited, decline_reason: declineReason } = line;
  return { minutesId, number, party, place, signedOn, awaited, declineReason };
}
