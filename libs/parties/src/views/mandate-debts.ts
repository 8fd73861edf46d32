import { addDays, type CivilDate, type RuleSource, type Zones } from '#kernel';
import type { ReadTx } from '#platform';
import type { SeatCategory } from '../domain/seat.js';

/** A mandate whose end is known and that nobody takes up: pending signatures, a new signatory, a delegation to renew (C3). */
export interface MandateDebt {
  readonly partnershipId: string;
  readonly seatId: string;
  readonly partyId: string;
  readonly party: string;
  readonly office: string;
  readonly officeAr: string;
  /** The first day on which nobody holds the seat. */
  readonly endsOn: CivilDate;
  readonly source: RuleSource;
}

/** Desks and guests come and go with their own end; those who decide or sign leave a place to fill. */
const lasting: readonly SeatCategory[] = ['CO_PRESIDENT', 'ELECTED_MEMBER', 'COORDINATOR'];
/** Both from the seat's own end: an empty presidency is owed until it is filled, another seat a month. */
const forgottenAfter = 30;

const source: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C3' };

/** Seats whose last mandate has an end: with the day, and no successor. */
const ending = `
  select seat.partnership_id as "partnershipId", seat.id as "seatId", seat.party_id as "partyId", party.short_name as party, seat.office, seat.office_ar as "officeAr", seat.category,
         max(mandate."until")::text as "endsOn"
  from seat
  join party on party.partnership_id = seat.partnership_id and party.id = seat.party_id
  join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
  where seat.category = any ($1) and ($2::uuid is null or seat.partnership_id = $2)
  group by seat.partnership_id, seat.id, seat.party_id, party.short_name, seat.office, seat.office_ar, seat.category
  having bool_and(mandate."until" is not null) and bool_or(mandate."until" > mandate."from")
  order by max(mandate."until"), seat.id`;

/** The mandates that end without a successor, in reach or in one partnership. */
export async function mandateDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<MandateDebt[]> {
  const today = zones.civilAt(tx.now(), 'UTC').date;
  const lines = await tx.query<Omit<MandateDebt, 'source'> & { category: SeatCategory }>(ending, [[...lasting], partnershipId]);
  return lines
    .filter(({ category, endsOn }) => category === 'CO_PRESIDENT' || today <= addDays(endsOn, forgottenAfter))
    .map(({ category: _category, ...line }) => ({ ...line, source }));
}
