import type { CivilDate, Zones } from '#kernel';
import type { ReadTx } from '#platform';
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
  readonly holder: { readonly personId: string; readonly displayName: string; readonly language: string; readonly mailAddress: string } | null;
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
  from: string | null;
  until: string | null;
}

const seatLines = `
  select seat.partnership_id, seat.id as seat_id, seat.party_id, seat.category, seat.office, seat.office_ar, seat.member, territory.zone,
         person.id as person_id, person.display_name, person.language, person.mail_address, mandate."from"::text, mandate."until"::text
  from seat
  join party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
  join organisation on organisation.id = party.organisation_id
  join territory on territory.id = organisation.territory_id
  left join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
  left join person on person.id = mandate.person_id`;

function holderOf(line: SeatLine): SeatAt['holder'] {
  if (!line.person_id) return null;
  return { personId: line.person_id, displayName: line.display_name ?? '', language: line.language ?? 'fr', mailAddress: line.mail_address ?? '' };
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
