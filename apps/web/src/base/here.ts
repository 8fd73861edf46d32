import { data, redirect, type LoaderFunctionArgs } from 'react-router';
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
  /** What her partnership has, by the form of its agreement: COMMITTEE, PLAN … */
  readonly capabilities: readonly string[];
  /** Whether its agreement is begun. */
  readonly hasAgreement: boolean;
  readonly mySeatIds: readonly string[];
  readonly myPartyIds: readonly string[];
  /** What she is in the committee or beside it: a hint for what to offer first. What she may do, the server says. */
  readonly myCategories: readonly SeatCategory[];
}

interface Viewer {
  readonly viewer: {
    readonly seats: readonly {
      readonly seat: { readonly id: string; readonly category: SeatCategory; readonly party: { readonly id: string } };
      readonly partnership: { readonly id: string; readonly name: string; readonly capabilities: readonly string[]; readonly hasAgreement: boolean; readonly parties: readonly PartyHere[] };
    }[];
  } | null;
}

/** A seat in the partnership chosen on this device, else her first. */
export const chosenSeat = <Seat extends { readonly partnership: { readonly id: string } }>(seats: readonly Seat[], chosen: string | undefined): Seat | undefined =>
  seats.find(({ partnership }) => partnership.id === chosen) ?? seats[0];

const document = `query Here {
  viewer { seats { seat { id category party { id } } partnership { id name capabilities hasAgreement parties { id shortName territory { country currency } } } } }
}`;

/**
 * The partnership of this page: the one chosen by `?partnership=`, now or last on this device, when the reader has a seat there, else her first.
 * @throws Response to the sign-in page when nobody is signed in, 404 when she holds no seat today
 */
export async function here(args: LoaderFunctionArgs): Promise<Here> {
  const { viewer } = await ask<Viewer>(args, document);
  if (!viewer) throw toSignIn(args.request);
  const first = chosenSeat(viewer.seats, args.context.partnership);
  if (!first) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  const { id, name, parties, capabilities, hasAgreement } = first.partnership;
  const mine = viewer.seats.filter(({ partnership }) => partnership.id === id).map(({ seat }) => seat);
  return {
    partnershipId: id,
    partnershipName: name,
    parties,
    capabilities,
    hasAgreement,
    mySeatIds: mine.map((seat) => seat.id),
    myPartyIds: mine.map((seat) => seat.party.id),
    myCategories: mine.map((seat) => seat.category),
  };
}

/** As `here`, for a page that some agreements have not: there, @throws Response to the parties' page, which says what this form of agreement has. */
export async function hereWith(args: LoaderFunctionArgs, capability: 'COMMITTEE' | 'PLAN'): Promise<Here> {
  const where = await here(args);
  if (!where.capabilities.includes(capability)) throw redirect('/parties');
  return where;
}
