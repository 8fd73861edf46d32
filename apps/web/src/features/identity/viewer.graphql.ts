import type { PlaceClock } from '../../base/dates.tsx';
import { chosenSeat } from '../../base/here.ts';

/** Asked by the frame of every page: who reads, from which seat, and who helps her. */
export const viewerFields = `viewer {
  person { displayName }
  seats { seat { id office category party { id shortName territory { offsets { since minutes } } } } partnership { id name capabilities seats { category office party { id } holder { displayName } } } }
}`;

/** What a partnership has, by the form of its agreement: hence which places it shows. */
export type Capability = 'COMMITTEE' | 'PLAN' | 'PLAN_DEADLINE' | 'TERM' | 'STATE_ACTS';

interface SeatAsked {
  readonly id: string;
  readonly office: string;
  readonly category: string;
  readonly party: { readonly id: string; readonly shortName: string; readonly territory: { readonly offsets: readonly { readonly since: string; readonly minutes: number }[] } };
}

/** The reader as the API tells her. */
export interface ViewerAsked {
  readonly person: { readonly displayName: string };
  readonly seats: readonly {
    readonly seat: SeatAsked;
    readonly partnership: {
      readonly id: string;
      readonly name: string;
      readonly capabilities: readonly Capability[];
      readonly seats: readonly { readonly category: string; readonly office: string; readonly party: { readonly id: string }; readonly holder: { readonly displayName: string } | null }[];
    };
  }[];
}

/** What the frame shows of her. */
export interface ViewerShown {
  readonly name: string;
  /** Every seat she holds today: words kept in this browser are known by them. */
  readonly seatIds: readonly string[];
  /** Her first seat's office, in the page's language. */
  readonly office: string | null;
  readonly partnership: string | null;
  /** Every partnership she sits in, when they are several; the one shown is marked. */
  readonly partnerships: readonly { readonly id: string; readonly name: string; readonly shown: boolean }[];
  readonly capabilities: readonly Capability[];
  /** Sees what is due by everybody: a coordination, a presidency. */
  readonly follows: boolean;
  /** The legal hour where she sits. */
  readonly clock: PlaceClock | null;
  /** Who coordinates on her side, by office: the person to ask. */
  readonly coordination: string | null;
}

const clockOf = ({ shortName, territory }: SeatAsked['party']): PlaceClock => ({ city: shortName, offsets: territory.offsets.map(({ since, minutes }) => [Date.parse(since), minutes]) });

/** Keeps of the answer what the frame shows: pages are read on weak lines. */
export function viewerShown({ person, seats }: ViewerAsked, chosen: string | undefined): ViewerShown {
  const first = chosenSeat(seats, chosen);
  const all = [...new Map(seats.map(({ partnership: { id, name } }) => [id, { id, name, shown: id === first?.partnership.id }])).values()];
  const desk = first?.partnership.seats.find(({ category, party, holder }) => category === 'COORDINATOR' && party.id === first.seat.party.id && holder);
  const mine = first?.seat.category === 'COORDINATOR';
  return {
    name: person.displayName,
    seatIds: seats.map(({ seat }) => seat.id),
    office: first?.seat.office ?? null,
    partnership: first?.partnership.name ?? null,
    partnerships: all.length > 1 ? all : [],
    capabilities: first?.partnership.capabilities ?? [],
    follows: seats.some(({ seat, partnership }) => partnership.id === first?.partnership.id && ['COORDINATOR', 'CO_PRESIDENT'].includes(seat.category)),
    clock: first ? clockOf(first.seat.party) : null,
    coordination: mine ? null : (desk?.office ?? null),
  };
}
