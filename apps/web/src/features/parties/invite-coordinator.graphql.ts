import type { Deed } from '../../base/act.ts';

/** A side nobody answers for, as who runs the instance sees it. */
export interface VacantDesk {
  readonly partnershipId: string;
  readonly partnership: string;
  readonly partyId: string;
  readonly party: string;
  readonly language: 'fr' | 'ar';
  readonly unreached: readonly { readonly id: string; readonly displayName: string; readonly office: string }[];
  readonly invited: string | null;
  readonly invitedState: 'INVITED' | 'EXPIRED' | 'DECLINED' | 'ACCEPTED' | null;
  readonly invitedUntil: string | null;
}

export const vacantDocument = 'query VacantDesks { vacantDesks { partnershipId partnership partyId party language unreached { id displayName office } invited invitedState invitedUntil } }';

/** The page that names somebody to a side; `person` is who sits there already. */
export const coordinatorPath = (partyId: string, personId?: string): string => `/partnerships/coordinator?party=${partyId}${personId ? `&person=${personId}` : ''}`;

/** The invitation leaves; a page then says so. */
export const inviteCoordinator: Deed<{ id: string }> = {
  document: 'mutation InviteCoordinator($input: InviteCoordinatorInput!) { inviteCoordinator(input: $input) { ...refused ... on CoordinatorInvited { id } } }',
  variables: (form) => ({
    input: {
      partnershipId: form.text('partnershipId'),
      partyId: form.text('partyId'),
      personId: form.text('personId') || null,
      coordinator: { displayName: form.text('displayName'), mailAddress: form.text('mailAddress').trim(), language: form.text('language'), office: form.text('office'), officeAr: form.text('officeAr') },
    },
  }),
  done: (_answer, form) => `/partnerships/coordinator?party=${encodeURIComponent(form.text('partyId'))}&sent=1`,
};
