import { presenceNow, takesPart, type Attendance, type Presence } from './attendance.js';
import { powersThatCount } from './proxy.js';
import type { CommitteeRules } from './rules.js';
import { delegationRunsAt, isHeldAt, type Party, type Seat } from './seat.js';

/** A member whose voice counts in this ballot. */
export interface Elector {
  readonly seatId: string;
  readonly partyId: string;
  /** The person who held the seat when the roll was called: a successor in the same seat is not on this roll. */
  readonly personId: string;
  readonly name: string;
  readonly presence: Presence;
  /** Who carries this absent member's voice, by her written power. */
  readonly heldBy?: { readonly seatId: string; readonly personId: string; readonly name: string };
}

/** Whose hand gives an elector's voice: her own, or her holder's. */
export const voterOf = ({ seatId, personId, heldBy }: Elector): { readonly seatId: string; readonly personId: string } => heldBy ?? { seatId, personId };

/** Who decides, called once when the ballot opens and frozen with it (trust.md L: nobody joins or leaves mid-vote). */
export interface Roll {
  readonly electors: readonly Elector[];
  readonly parties: readonly Pick<Party, 'id' | 'shortName'>[];
  /** Parties whose missing presence breaks the quorum; empty when it is met. */
  readonly quorumMissing: readonly string[];
}

/** Everything the roll is computed from, at the instant `at` (UTC) when it is called. */
export interface CommitteeAt {
  readonly at: Date;
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
  readonly attendance: Attendance;
}

const isThere = (committee: CommitteeAt, seat: Seat): boolean => takesPart(presenceNow(committee.attendance, seat.id));

/** The member who stands for the party: its co-president when present, else the voting member of that party holding the co-president's written power. */
export function headOfParty(committee: CommitteeAt, party: Party): Seat | null {
  const seated = committee.seats.filter((seat) => seat.partyId === party.id && isHeldAt(seat, committee.at));
  const coPresident = seated.find((seat) => seat.category === 'CO_PRESIDENT');
  if (!coPresident) return null;
  if (isThere(committee, coPresident)) return coPresident;
  const powers = committee.attendance.delegations.filter((power) => power.fromSeatId === coPresident.id && delegationRunsAt(power, committee.at));
  return seated.find((seat) => seat.votes && isThere(committee, seat) && powers.some((power) => power.toSeatId === seat.id)) ?? null;
}

function speaks(committee: CommitteeAt, rules: CommitteeRules): (seat: Seat) => boolean {
  if (rules.voters.value === 'PARTY') {
    const heads = new Set(committee.parties.map((party) => headOfParty(committee, party)?.id));
    const orphaned = new Set(committee.parties.filter((party) => headOfParty(committee, party) === null).map((party) => party.id));
    return (seat) => heads.has(seat.id) || (orphaned.has(seat.partyId) && seat.category === 'CO_PRESIDENT');
  }
  const elected = rules.voters.value === 'ELECTED';
  return (seat) => seat.votes && (!elected || seat.category === 'CO_PRESIDENT' || seat.category === 'ELECTED');
}

function missingFromQuorum(committee: CommitteeAt, rules: CommitteeRules): string[] {
  if (rules.quorum.value === 'NONE') return [];
  const isMissing =
    rules.quorum.value === 'EVERY_CO_PRESIDENT'
      ? (party: Party) => headOfParty(committee, party) === null
      : (party: Party) => !committee.seats.some((seat) => seat.partyId === party.id && seat.votes && isHeldAt(seat, committee.at) && isThere(committee, seat));
  return committee.parties.filter(isMissing).map((party) => party.id);
}

/** The roll: seats held at that instant, that vote under these rules, present or represented (or merely seated, when the basis is SEATED). */
export function callRoll(committee: CommitteeAt, rules: CommitteeRules): Roll {
  const maySpeak = speaks(committee, rules);
  const powers = powersThatCount(committee, rules);
  const electors = committee.seats
    .filter((seat) => isHeldAt(seat, committee.at) && maySpeak(seat))
    .filter((seat) => rules.basis.value === 'SEATED' || isThere(committee, seat) || powers.has(seat.id))
    .map(({ id, partyId, personId, name }): Elector => {
      const holder = powers.get(id);
      const elector = { seatId: id, partyId, personId, name, presence: presenceNow(committee.attendance, id) };
      return holder ? { ...elector, heldBy: { seatId: holder.id, personId: holder.personId, name: holder.name } } : elector;
    });
  return {
    electors,
    parties: committee.parties.map(({ id, shortName }) => ({ id, shortName })),
    quorumMissing: missingFromQuorum(committee, rules),
  };
}

/** « Villeneuve-la-Garenne, Tiznit »: the names of these parties, in the roll's order. */
export const namesOf = (roll: Roll, partyIds: readonly string[]): string =>
  roll.parties.filter((party) => partyIds.includes(party.id)).map((party) => party.shortName).join(', ');
