/** Asked by the frame of every page: who reads, from which seat, and who helps her. */
export const viewerFields = `viewer {
  person { displayName }
  seats { seat { office category party { id shortName } } partnership { id name seats { category office party { id } holder { displayName } } } }
}`;

interface SeatAsked {
  readonly office: string;
  readonly category: string;
  readonly party: { readonly id: string; readonly shortName: string };
}

/** The reader as the API tells her. */
export interface ViewerAsked {
  readonly person: { readonly displayName: string };
  readonly seats: readonly {
    readonly seat: SeatAsked;
    readonly partnership: {
      readonly id: string;
      readonly name: string;
      readonly seats: readonly { readonly category: string; readonly office: string; readonly party: { readonly id: string }; readonly holder: { readonly displayName: string } | null }[];
    };
  }[];
}

/** What the frame shows of her. */
export interface ViewerShown {
  readonly name: string;
  /** Her first seat's office, in the page's language. */
  readonly office: string | null;
  readonly partnership: string | null;
  /** Who coordinates on her side, by office: the person to ask. */
  readonly coordination: string | null;
}

/** Keeps of the answer what the frame shows: pages are read on weak lines. */
export function viewerShown({ person, seats: [first] }: ViewerAsked): ViewerShown {
  const desk = first?.partnership.seats.find(({ category, party, holder }) => category === 'COORDINATOR' && party.id === first.seat.party.id && holder);
  const mine = first?.seat.category === 'COORDINATOR';
  return { name: person.displayName, office: first?.seat.office ?? null, partnership: first?.partnership.name ?? null, coordination: mine ? null : (desk?.office ?? null) };
}
