import { documentFields, type JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { SeatCategory } from '../../base/here.ts';

/** A person in a seat, for a time. */
export interface Mandate {
  readonly id: string;
  readonly seatId: string;
  /** Has an address, and so may sign in. */
  readonly reachable: boolean;
  readonly person: { readonly id: string; readonly displayName: string };
  readonly category: SeatCategory;
  readonly office: string;
  readonly from: string;
  readonly lastDay: string | null;
  readonly interimDocument: string | null;
  readonly interimDated: string | null;
  readonly attachments: readonly JoinedDocument[];
}

/** A seat offered, and what the reader may do about it. */
export interface Invitation {
  readonly id: string;
  readonly partnership: string;
  readonly party: string;
  readonly displayName: string;
  readonly category: SeatCategory;
  readonly office: string;
  readonly from: string;
  readonly lastDay: string | null;
  readonly interimDocument: string | null;
  readonly state: 'INVITED' | 'ACCEPTED' | 'BEGUN' | 'WITHDRAWN' | 'DECLINED' | 'EXPIRED';
  readonly declinedMotive: string | null;
  readonly confirmation: 'PRESIDENCY' | 'NAME_CLASH' | null;
  readonly confirmed: boolean;
  readonly resembles: string | null;
  readonly sent: number;
  readonly expiresOn: string;
  readonly viewerMayConfirm: May;
  readonly viewerMayManage: May;
}

/** An access being given back. */
export interface Recovery {
  readonly id: string;
  readonly person: { readonly displayName: string };
  readonly state: 'ASKED' | 'NOTICE' | 'READY' | 'STOPPED' | 'APPLIED';
  readonly reason: string;
  readonly mailAddress: string | null;
  readonly viewerMayConfirm: May;
  readonly viewerMayApply: May;
  readonly viewerMayStop: May;
}

/** A party's people on one day. */
export interface PartyPeople {
  readonly party: { readonly id: string; readonly shortName: string; readonly organisation: string };
  readonly mandates: readonly Mandate[];
  readonly viewerManages: boolean;
}

export interface People {
  readonly on: string;
  readonly today: string;
  readonly parties: readonly PartyPeople[];
  readonly invitations: readonly Invitation[];
  readonly recoveries: readonly Recovery[];
}

/** What `peopleDocument` answers: the people, whether it was proved a moment ago who reads, and by which keys it can be. */
export interface PeopleAsked {
  readonly people: People | null;
  readonly viewer: { readonly stepUpFresh: boolean } | null;
  readonly myDevices: { readonly passkeys: readonly { readonly signsNow: boolean }[] };
}

/** The fields of an invitation, in every document that shows one. */
export const invitationFields = `id partnership party displayName category office from lastDay interimDocument state declinedMotive confirmation confirmed resembles sent expiresOn
  viewerMayConfirm { ${mayFields} } viewerMayManage { ${mayFields} }`;

export const peopleDocument = `query People($partnershipId: ID!, $on: CivilDate) {
  viewer { stepUpFresh }
  myDevices { passkeys { signsNow } }
  people(partnershipId: $partnershipId, on: $on) {
    on today
    parties { party { id shortName organisation } viewerManages mandates { id seatId reachable person { id displayName } category office from lastDay interimDocument interimDated ${documentFields} } }
    invitations { ${invitationFields} }
    recoveries { id person { displayName } state reason mailAddress viewerMayConfirm { ${mayFields} } viewerMayApply { ${mayFields} } viewerMayStop { ${mayFields} } }
  }
}`;
