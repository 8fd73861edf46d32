import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
import { mandateSubject } from '../domain/mandate.js';
import { isHeldOn, type SeatCategory } from '../domain/seat.js';

/** A seat with who holds it at an instant: the composition of that day, not today's. */
export interface SeatAt {
  readonly partnershipId: string;
  readonly seatId: string;
  readonly partyId: string;
  readonly category: SeatCategory;
  readonly office: string;
  readonly officeAr: string;
  readonly member: boolean;
  readonly zone: string;
  readonly holder: {
    readonly personId: string;
    readonly displayName: string;
    readonly language: string;
    readonly mailAddress: string;
    readonly mailRhythm: string;
    /** For an interim: its act, and the SHA-256 of the document once it is joined. */
    readonly interim: { readonly reference: string; readonly dated: string | null; readonly sha256: string | null } | null;
  } | null;
}

interface SeatLine {
  partnership_id: string;
  seat_id: string;
  party_id: string;
  category: SeatCategory;
  office: string;
  office_ar: string;
  member: boolean;
  zone: string;
  person_id: string | null;
  display_name: string | null;
  language: string | null;
  mail_address: string | null;
  mail_rhythm: string | null;
  interim_document: string | null;
  interim_dated: string | null;
  interim_sha256: string | null;
  from: string | null;
  until: string | null;
}

const seatLines = `
  select seat.partnership_id, seat.id as seat_id, seat.party_id, seat.category, seat.office, seat.office_ar, seat.member, territory.zone,
         person.id as person_id, person.display_name, person.language, person.mail_address, person.mail_rhythm, mandate."from"::text, mandate."until"::text,
         mandate.interim_document, mandate.interim_dated::text,
         case when mandate.interim_document is not null then
           (select sha256 from attachment where attachment.partnership_id = mandate.partnership_id and subject_kind = '${mandateSubject}' and subject_id = mandate.id and removed_at is null
            order by occurred_at, attachment.id limit 1) end as interim_sha256
  from seat
  join party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
  join organisation on organisation.id = party.organisation_id
  join territory on territory.id = organisation.territory_id
  left join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
  left join person on person.id = mandate.person_id`;

function holderOf(line: SeatLine): SeatAt['holder'] {
  if (!line.person_id) return null;
  const { interim_document: reference, interim_dated: dated, interim_sha256: sha256 } = line;
  const interim = reference === null ? null : { reference, dated, sha256 };
  return { personId: line.person_id, displayName: line.display_name ?? '', language: line.language ?? 'fr', mailAddress: line.mail_address ?? '', mailRhythm: line.mail_rhythm ?? 'IMMEDIATE', interim };
}

/** Is the mandate of this line in force at `instant`, on its own territory's calendar? */
function isInForce(line: SeatLine, instant: Date, zones: Zones): boolean {
  if (!line.from) return false;
  return isHeldOn({ from: line.from, until: line.until }, zones.civilAt(instant, line.zone).date as CivilDate);
}

/** Every seat of a partnership, with its holder at `instant` (each territory's own civil day). */
export async function seatsAt(tx: ReadTx, partnershipId: string, at: { instant: Date; zones: Zones }): Promise<SeatAt[]> {
  const lines = await tx.query<SeatLine>(`${seatLines} where seat.partnership_id = $1 order by party.place, seat.category, seat.id, mandate."from"`, [partnershipId]);
  const seats = new Map<string, SeatAt>();
  for (const line of lines) {
    const holder = isInForce(line, at.instant, at.zones) ? holderOf(line) : null;
    if (seats.has(line.seat_id) && !holder) continue;
    seats.set(line.seat_id, {
      partnershipId: line.partnership_id,
      seatId: line.seat_id,
      partyId: line.party_id,
      category: line.category,
      office: line.office,
      officeAr: line.office_ar,
      member: line.member,
      zone: line.zone,
      holder,
    });
  }
  return [...seats.values()];
}
