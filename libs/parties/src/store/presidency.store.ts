import type { CivilDate } from '#kernel';
import type { ReadTx } from '#platform';

/** A party's presidency over [from, until), whoever held it. */
export interface PresidencyHeld {
  readonly partyId: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** A mandate that was taken back before its first day is no mandate. */
const held = `
  select seat.party_id as "partyId", mandate."from"::text as "from", mandate."until"::text as "until"
  from seat join mandate on mandate.partnership_id = seat.partnership_id and mandate.seat_id = seat.id
  where seat.partnership_id = $1 and seat.category = 'CO_PRESIDENT' and (mandate."until" is null or mandate."until" > mandate."from")
  order by mandate."from", mandate.id`;

/** Every mandate of every presidency, past and to come: to know since when one is empty. */
export const presidenciesOf = (tx: ReadTx, partnershipId: string): Promise<PresidencyHeld[]> => tx.query<PresidencyHeld>(held, [partnershipId]);
