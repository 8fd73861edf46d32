import type { LoaderFunctionArgs } from 'react-router';
import type { Deed } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import { mayFields } from '../../base/may.ts';
import { minutesPath, notFound, type MinutesShown } from './minutes.graphql.ts';

/** What the confirmation shows: no more than what is signed. */
export type ToSign = Pick<MinutesShown, 'id' | 'number' | 'version' | 'state' | 'contentHash' | 'missing' | 'executorySentence' | 'executorySource'> & {
  readonly viewerMay: Pick<MinutesShown['viewerMay'], 'sign' | 'refuse'>;
};

interface Asked {
  readonly minutes: (ToSign & { readonly partnershipId: string }) | null;
  readonly myDevices: { readonly passkeys: readonly { readonly signsNow: boolean }[] };
  readonly viewer: {
    readonly seats: readonly {
      readonly seat: { readonly category: string; readonly office: string; readonly party: { readonly id: string; readonly shortName: string; readonly territory: { readonly name: string } } };
      readonly partnership: { readonly id: string };
    }[];
  } | null;
}

const document = `query ToSign($id: ID!) {
  myDevices { passkeys { signsNow } }
  viewer { seats { seat { category office party { id shortName territory { name } } } partnership { id } } }
  minutes(id: $id) {
    id partnershipId number version state contentHash executorySentence executorySource { kind reference quote } missing { id shortName }
    viewerMay { sign { ${mayFields} } refuse { ${mayFields} } }
  }
}`;

/** The person who would sign, as the page names her. */
export interface Signatory {
  readonly office: string;
  readonly party: string;
  readonly partyId: string;
  /** Where she most likely is: her own commune. */
  readonly city: string;
}

/** A PV about to be signed or refused, and by whom. @throws Response as `ask`, 404 when it is absent or not the reader's */
export async function readToSign(args: LoaderFunctionArgs): Promise<{ minutes: ToSign; signatory: Signatory | null; hasKey: boolean }> {
  const { minutes, viewer, myDevices } = await ask<Asked>(args, document, { id: args.params['id'] ?? '' });
  if (!minutes) throw notFound(args);
  const held = viewer?.seats.find(({ seat, partnership }) => seat.category === 'CO_PRESIDENT' && partnership.id === minutes.partnershipId)?.seat;
  const signatory = held ? { office: held.office, party: held.party.shortName, partyId: held.party.id, city: held.party.territory.name } : null;
  return { minutes, signatory, hasKey: myDevices.passkeys.some(({ signsNow }) => signsNow) };
}

/** Signs the text that was shown, by its hash. */
export const signMinutes = (id: string): Deed<{ id: string }> => ({
  document: 'mutation SignMinutes($input: SignMinutesInput!) { signMinutes(input: $input) { ... on Minutes { id } ...refused } }',
  variables: (form) => ({ input: { minutesId: id, contentHash: form.text('contentHash'), place: form.text('place') } }),
  done: () => `${minutesPath(id)}?done=signed`,
});
