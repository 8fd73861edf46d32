import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';

/** What waits at home for who is invited, and for who runs the instance. */
export interface AtHomeShown {
  readonly invitations: readonly { readonly id: string; readonly party: string; readonly office: string }[];
  readonly isAdmin: boolean;
  readonly seated: boolean;
}

interface Asked {
  readonly viewer: { readonly isAdmin: boolean; readonly seats: readonly unknown[] } | null;
  readonly myInvitations: readonly { readonly id: string; readonly party: string; readonly office: string; readonly state: string }[];
}

const document = 'query AtHome { viewer { isAdmin seats { seat { id } } } myInvitations { id party office state } }';

/** For a signed-in reader. @throws Response to the sign-in page for anybody else */
export async function readAtHome(args: LoaderFunctionArgs): Promise<AtHomeShown> {
  const { viewer, myInvitations } = await ask<Asked>(args, document);
  const invitations = myInvitations.filter(({ state }) => state === 'INVITED').map(({ id, party, office }) => ({ id, party, office }));
  return { invitations, isAdmin: viewer?.isAdmin ?? false, seated: (viewer?.seats.length ?? 0) > 0 };
}
