import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { vacantDocument, type VacantDesk } from './invite-coordinator.graphql.ts';

/** A seat offered to the reader, or accepted and not hers yet. */
export interface SeatToCome {
  readonly id: string;
  readonly party: string;
  readonly office: string;
  /** To answer; accepted, another party's word missing; certain, its first day to come. */
  readonly state: 'INVITED' | 'ACCEPTED' | 'BEGUN';
  readonly from: string;
}

/** What waits at home for who is invited, and for who runs the instance. */
export interface AtHomeShown {
  readonly toCome: readonly SeatToCome[];
  readonly isAdmin: boolean;
  readonly seated: boolean;
  /** Sides nobody answers for; known to who runs the instance alone. */
  readonly vacant: readonly VacantDesk[];
}

interface Asked {
  readonly viewer: { readonly isAdmin: boolean; readonly seats: readonly unknown[] } | null;
  readonly myInvitations: readonly (Omit<SeatToCome, 'state'> & { readonly state: string })[];
}

const document = 'query AtHome { viewer { isAdmin seats { seat { id } } } myInvitations { id party office state from } }';
const isToCome = (one: Asked['myInvitations'][number]): one is SeatToCome => ['INVITED', 'ACCEPTED', 'BEGUN'].includes(one.state);

/** For a signed-in reader. @throws Response to the sign-in page for anybody else */
export async function readAtHome(args: LoaderFunctionArgs): Promise<AtHomeShown> {
  const { viewer, myInvitations } = await ask<Asked>(args, document);
  const isAdmin = viewer?.isAdmin ?? false;
  const { vacantDesks: vacant } = isAdmin ? await ask<{ vacantDesks: readonly VacantDesk[] }>(args, vacantDocument) : { vacantDesks: [] };
  return { toCome: myInvitations.filter(isToCome), isAdmin, seated: (viewer?.seats.length ?? 0) > 0, vacant };
}
