import type { Zones } from '#kernel';
import { rulesInForce } from '#agreement';
import { partiesOf, seatsAt, seatView, type PartyType, type SeatAt, type SeatType } from '#parties';
import type { ReadTx } from '#platform';
import { committeeRules } from '../domain/committee-rules.js';
import type { CommitteeRules } from '../domain/rules.js';
import type { Party, Seat } from '../domain/seat.js';

/** The committee at an instant, in this room's words, with its rules and what is needed to show it. */
export interface Committee {
  readonly at: Date;
  readonly parties: readonly Party[];
  /** Seats held at `at`; a vacant one is nobody's voice. */
  readonly seats: readonly Seat[];
  readonly rules: CommitteeRules;
  readonly shownParties: readonly PartyType[];
  readonly shownSeats: readonly SeatAt[];
}

/** « Adjointe aux relations internationales (Villeneuve-la-Garenne) »: an office, and its party where the office does not say it. */
export const officeOf = (office: string, party: string): string => (office.includes(party) ? office : `${office} (${party})`);

function seatsOf(lines: readonly SeatAt[], parties: readonly PartyType[], at: Date): Seat[] {
  return lines.flatMap((line) => {
    if (!line.holder) return [];
    const name = officeOf(line.office, parties.find(({ id }) => id === line.partyId)?.shortName ?? '');
    const category = line.category === 'ELECTED_MEMBER' ? 'ELECTED' : line.category;
    return [{ id: line.seatId, partyId: line.partyId, personId: line.holder.personId, name, category, votes: line.member, from: at, until: null, interim: line.holder.interim }];
  });
}

/** Who sits at `instant` (each territory's own civil day), and by which rules. Read it after the meeting's lock. */
export async function committeeAt(tx: ReadTx, partnershipId: string, { instant, zones }: { instant: Date; zones: Zones }): Promise<Committee> {
  const shownParties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const shownSeats = await seatsAt(tx, partnershipId, { instant, zones });
  return {
    at: instant,
    parties: shownParties.map(({ id, shortName, territory }) => ({ id, shortName, country: territory.country })),
    seats: seatsOf(shownSeats, shownParties, instant),
    rules: committeeRules(await rulesInForce(tx, partnershipId)),
    shownParties,
    shownSeats,
  };
}

/** The host of a meeting. @throws Error when the party is not of this partnership: the foreign key forbids it. */
export function partyOf<P extends { readonly id: string }>(parties: readonly P[], partyId: string): P {
  const party = parties.find(({ id }) => id === partyId);
  if (!party) throw new Error(`party ${partyId} is out of reach`);
  return party;
}

/** A seat as shown to this reader. @throws Error when the seat is not of this partnership. */
export function shownSeat(tx: ReadTx, committee: Pick<Committee, 'shownSeats' | 'shownParties'>, seatId: string): SeatType {
  const seat = committee.shownSeats.find((line) => line.seatId === seatId);
  if (!seat) throw new Error(`seat ${seatId} is out of reach`);
  return seatView(seat, committee.shownParties, tx.ctx.language);
}
