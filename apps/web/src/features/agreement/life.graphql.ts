import { documentFields, type JoinedDocument } from '../../base/documents.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

/** A party, as this page names it. */
export interface LifePartyShown {
  readonly id: string;
  readonly shortName: string;
  readonly organisation: string;
}
export type AgreementState = 'DRAFT' | 'UNDER_NEGOTIATION' | 'AUTHORISED' | 'SIGNING' | 'SIGNED' | 'AWAITING_VISAS' | 'IN_FORCE' | 'NOTICE_GIVEN' | 'TERMINATED';
export type AwaitedWhat = 'RESOLUTION' | 'SIGNATURE' | 'PREFECTURE' | 'FOREIGN_VISA' | 'PUBLICATION' | 'NOTICE_RECEIPT' | 'RENEWAL_REVIEW';
export type WarningCode =
  | 'RESOLUTION_MISSING' | 'SIGNED_BEFORE_RESOLUTION' | 'RESOLUTION_OLD' | 'TRANSMITTED_LATE' | 'PUBLICATION_MISSING' | 'ACT_NO_SUCH_DAY' | 'ACT_SIREN_KEY' | 'ACT_OTHER_DEPARTMENT'
  | 'ACT_OTHER_DAY' | 'VISA_REFUSED' | 'AMOUNT_MISSING';
export type EntryKind = 'RESOLUTION' | 'SIGNATURE' | 'TRANSMISSION' | 'VISA' | 'ORIGINALS' | 'NOTICE' | 'REVIEW' | 'DECLARED';

/** What a party has done towards the agreement. Dates are civil days. */
export interface PartyActs {
  readonly party: LifePartyShown;
  readonly resolution: { readonly id: string; readonly body: string; readonly decidedOn: string; readonly number: string | null; readonly attachments: readonly JoinedDocument[] } | null;
  readonly signature: { readonly id: string; readonly office: string; readonly place: string; readonly signedOn: string } | null;
  readonly transmission: {
    readonly actId: string | null;
    readonly sentOn: string | null;
    readonly receivedOn: string | null;
    readonly publishedOn: string | null;
    readonly state: 'TO_SEND' | 'AWAITING_ACKNOWLEDGEMENT' | 'PUBLICATION_MISSING' | 'EXECUTORY';
    readonly executoryOn: string | null;
    readonly controlEndsOn: string | null;
    readonly source: Source;
    readonly controlSource: Source;
  } | null;
  readonly visa: { readonly authority: string; readonly reference: string | null; readonly submittedOn: string | null; readonly decision: 'GRANTED' | 'REFUSED' | null; readonly decidedOn: string | null } | null;
  readonly asksVisa: boolean;
  readonly transmits: boolean;
  readonly viewerMayRegister: May;
}

export interface Notice {
  readonly id: string;
  readonly party: LifePartyShown;
  readonly motive: string | null;
  readonly sentOn: string;
  readonly receivedOn: string | null;
  readonly endsOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawal: string | null;
}

export interface RegisterLine {
  readonly id: string;
  readonly kind: EntryKind;
  readonly version: number;
  readonly party: LifePartyShown | null;
  readonly by: string | null;
  readonly at: string;
  readonly motive: string | null;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

/** The life of one agreement, as the server derives it. */
export interface Life {
  readonly id: string;
  readonly kind: string;
  readonly displayName: string;
  readonly since: string | null;
  readonly state: AgreementState;
  readonly effect: {
    readonly on: string | null;
    readonly origin: 'EVENTS' | 'DECLARED' | 'NONE';
    readonly rule: 'LAST_EVENT' | 'LAST_SIGNATURE';
    readonly source: Source;
    readonly events: readonly { readonly kind: 'SIGNATURE' | 'PREFECTURE' | 'FOREIGN_VISA'; readonly on: string | null; readonly party: LifePartyShown }[];
  };
  readonly period: { readonly ordinal: number; readonly from: string; readonly until: string } | null;
  readonly renewal: { readonly on: string; readonly renews: boolean; readonly reviewOn: string; readonly lastNoticeOn: string | null; readonly reviewed: boolean; readonly source: Source } | null;
  readonly hasNotice: boolean;
  readonly hasStateActs: boolean;
  readonly noticeSource: Source | null;
  readonly ifNoticeToday: string | null;
  readonly endsOn: string | null;
  readonly awaited: readonly { readonly what: AwaitedWhat; readonly party: LifePartyShown | null }[];
  readonly parties: readonly PartyActs[];
  readonly originals: readonly string[];
  readonly notices: readonly Notice[];
  readonly reviews: readonly { readonly id: string; readonly ordinal: number; readonly reviewedOn: string; readonly outcome: 'RENEW' | 'AMEND' | 'END' }[];
  readonly warnings: readonly { readonly code: WarningCode; readonly party: LifePartyShown | null; readonly on: string | null; readonly source: Source }[];
  readonly register: readonly RegisterLine[];
  readonly viewerMayRegister: May;
}

/** An axis, with where its proposal stands. */
export interface AxisShown {
  readonly id: string;
  readonly kind: 'STRATEGIC' | 'TRANSVERSAL';
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'RECORDED' | 'AWAITING' | 'ADOPTED' | 'OPEN';
  readonly openedAt: string | null;
  readonly proposedBy: { readonly shortName: string } | null;
  readonly warning: { readonly sentence: string; readonly source: Source } | null;
  readonly viewerMayWithdraw: May;
}

/** The axes of the agreement that governs. */
export interface AgreementAxes {
  readonly id: string;
  readonly axes: readonly AxisShown[];
  readonly viewerMayProposeAxis: May;
}

export interface LivesAnswer {
  readonly agreementLives: readonly Life[];
  readonly partnership: { readonly agreement: AgreementAxes | null } | null;
  readonly viewer: { readonly stepUpFresh: boolean } | null;
}

const source = 'source { kind reference quote }';
const party = 'party { id shortName organisation }';

export const livesPage = `query AgreementLives($partnershipId: ID!) {
  viewer { stepUpFresh }
  partnership(id: $partnershipId) {
    agreement { id viewerMayProposeAxis { ${mayFields} } axes { id kind number title text state openedAt proposedBy { shortName } warning { sentence ${source} } viewerMayWithdraw { ${mayFields} } } }
  }
  agreementLives(partnershipId: $partnershipId) {
    id kind displayName since state hasNotice hasStateActs ifNoticeToday endsOn originals
    effect { on origin rule ${source} events { kind on ${party} } }
    period { ordinal from until }
    renewal { on renews reviewOn lastNoticeOn reviewed ${source} }
    noticeSource { kind reference quote }
    awaited { what ${party} }
    parties {
      ${party} transmits asksVisa viewerMayRegister { ${mayFields} }
      resolution { id body decidedOn number ${documentFields} }
      signature { id office place signedOn }
      transmission { actId sentOn receivedOn publishedOn state executoryOn controlEndsOn ${source} controlSource { kind reference quote } }
      visa { authority reference submittedOn decision decidedOn }
    }
    notices { id ${party} motive sentOn receivedOn endsOn withdrawnOn withdrawal }
    reviews { id ordinal reviewedOn outcome }
    warnings { code on ${party} ${source} }
    register { id kind version ${party} by at motive changes { field before after } }
    viewerMayRegister { ${mayFields} }
  }
}`;

/** What the stamps of a pasted act say. */
export interface StampReading {
  readonly actId: string | null;
  readonly warnings: readonly ('NO_SUCH_DAY' | 'SIREN_KEY' | 'OTHER_DEPARTMENT')[];
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly publishedOn: string | null;
  readonly publicationLeftBlank: boolean;
  readonly unreadable: readonly string[];
}
export const readStamps = `query ReadStamps($partnershipId: ID!, $text: String!) {
  readStamps(partnershipId: $partnershipId, text: $text) { actId warnings sentOn receivedOn publishedOn publicationLeftBlank unreadable }
}`;

/** The page of an agreement's life; the first one's without an id. */
export const lifePath = (agreementId: string, anchor = ''): string => `/agreement?agreement=${agreementId}${anchor}`;
