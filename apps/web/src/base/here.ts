import { data, type LoaderFunctionArgs } from 'react-router';
import { ask, toSignIn, type Trouble } from './ask.ts';

/** A party of the partnership, as pages name it. */
export interface PartyHere {
  readonly id: string;
  readonly shortName: string;
  readonly territory: { readonly country: string; readonly currency: string };
}

export type SeatCategory =
  | 'CO_PRESIDENT' | 'ELECTED_MEMBER' | 'TECHNICIAN' | 'COORDINATOR' | 'SESSION_SECRETARY' | 'CABINET' | 'GUEST' | 'PROJECT_CARRIER' | 'EVALUATION_ACTOR' | 'STATE_OBSERVER';

/** Where the reader is: her partnership, and the seats she holds in it today. */
export interface Here {
  readonly partnershipId: string;
  readonly partnershipName: string;
  readonly parties: readonly PartyHere[];
  readonly mySeatIds: readonly string[];
  readonly myPartyIds: readonly string[];
  /** What she is in the committee or beside it: a hint for what to offer first. What she may do, the server says. */
  readonly myCategories: readonly SeatCategory[];
}

interface Viewer {
  readonly viewer: {
    readonly seats: readonly {
      readonly seat: { readonly id: string; readonly category: SeatCategory; readonly party: { readonly id: string } };
      readonly partnership: { readonly id: string; readonly name: string; readonly parties: readonly PartyHere[] };
    }[];
  } | null;
}

const document = `query Here {
  viewer { seats { seat { id category party { id } } partnership { id name parties { id shortName territory { country currency } } } } }
}`;

/**
 * The partnership of this page: the one named by `?partnership=` when the reader has a seat there, else her first.
 * @throws Response to the sign-in page when nobody is signed in, 404 when she holds no seat today
 */
export async function here(args: LoaderFunctionArgs): Promise<Here> {
  const { viewer } = await ask<Viewer>(args, document);
  if (!viewer) throw toSignIn(args.request);
  const asked = new URL(args.request.url).searchParams.get('partnership');
  const first = viewer.seats.find(({ partnership }) => partnership.id === asked) ?? viewer.seats[0];
  if (!first) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  const { id, name, parties } = first.partnership;
  const mine = viewer.seats.filter(({ partnership }) => partnership.id === id).map(({ seat }) => seat);
  return {
    partnershipId: id,
    partnershipName: name,
    parties,
    mySeatIds: mine.map((seat) => seat.id),
    myPartyIds: mine.map((seat) => seat.party.id),
    myCategories: mine.map((seat) => seat.category),
  };
}
