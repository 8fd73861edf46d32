import type { Subject } from '#kernel';

/** Instants travel as UTC ISO 8601 text. */
type Iso = string;

/** Why a final version of minutes gave way to the next one. */
export type ReplacedBecause = 'CHANGED' | 'REOPENED' | 'REFUSED' | 'CONTESTED';

/** Every fact this room tells, in the past tense, with what it carries. A closed list: a new fact is added here first. */
export type FactData = {
  MeetingScheduled: { hostPartyId: string; kind: string; mode: string; startsAt: Iso; turnBreakReason: string | null };
  MeetingRescheduled: { startsAt: Iso; place: string; reason: string; at: Iso };
  MeetingConvened: { bySeatId: string; delegationDocumentId: string | null; startsAt: Iso; method: string; at: Iso };
  ConvocationCancelled: { reason: string; at: Iso };
  MeetingPostponed: { reason: string; at: Iso };
  MeetingCancelled: { reason: string; at: Iso };
  MeetingLackedQuorum: { missingPartyIds: readonly string[]; at: Iso };
  MeetingOpened: { at: Iso };
  MeetingClosed: { at: Iso };
  MeetingMinuted: { minutesId: string; at: Iso };
  /** A meeting everyone was called to, on another day or in another place. */
  ConvocationMoved: { bySeatId: string; startsAt: Iso; wasAt: Iso; place: string; wasPlace: string; reason: string; method: string; at: Iso };
  /** `personIds`: those who had not answered, and whom alone it goes to. */
  ConvocationSentAgain: { personIds: readonly string[]; at: Iso };
  ConvocationAnswered: { seatId: string; choice: string; at: Iso };
  AgendaItemProposed: { proposalId: string; seatId: string; at: Iso };
  /** `personId`: whose point it was. */
  AgendaProposalTakenUp: { proposalId: string; agendaItemId: string; personId: string; at: Iso };
  AgendaProposalDeclined: { proposalId: string; reason: string; personId: string; at: Iso };
  AgendaItemPlanned: { agendaItemId: string; durationMinutes: number | null; presenterSeatId: string | null; at: Iso };
  SafetySheetKept: { version: number; level: string | null; at: Iso };
  /** `occurredAt`: when it happened; `correctsIncidentId`: the entry that this one corrects, which stays. */
  IncidentLogged: { incidentId: string; seatId: string; occurredAt: Iso; correctsIncidentId: string | null; at: Iso };
  AttendanceMarked: { seatId: string; presence: string; at: Iso };
  ProxyGiven: { seatId: string; holderSeatId: string; at: Iso };
  ProxyRevoked: { seatId: string; holderSeatId: string; at: Iso };
  GuestNoted: { guestId: string; at: Iso };
  GuestTakenOff: { guestId: string; at: Iso };
  /** Who comes after the opening or leaves before the close, at which point of the agenda. */
  MemberArrived: { movementId: string; seatId: string; agendaItemId: string | null; at: Iso };
  MemberLeft: { movementId: string; seatId: string; agendaItemId: string | null; at: Iso };
  MovementTakenBack: { movementId: string; seatId: string; at: Iso };
  DecisionPutOnAgenda: { subjectKind: string; subjectId: string; correctsDecisionId: string | null; at: Iso };
  DocumentAttached: { agendaItemId: string; attachmentId: string; sha256: string; size: number; at: Iso };
  DocumentRemoved: { agendaItemId: string; attachmentId: string; sha256: string; at: Iso };
  DecisionAmended: { textHash: string; previousTextHash: string; at: Iso };
  DecisionDeferred: { reason: string; at: Iso };
  DecisionWithdrawn: { reason: string; at: Iso };
  BallotOpened: { decisionId: string; round: number; textHash: string; electorSeatIds: readonly string[]; at: Iso };
  VoteCast: { decisionId: string; seatId: string; choice: string; words: string | null; replacesChoice: string | null; textHash: string; at: Iso };
  BallotClosed: { decisionId: string; round: number; adopted: boolean; for: number; against: number; abstentions: number; notCast: number; at: Iso };
  DecisionAdopted: { ballotId: string; round: number; textHash: string; at: Iso };
  DecisionNotAdopted: { ballotId: string; round: number; reasons: readonly { readonly code: string; readonly subjectId: string | null }[]; at: Iso };
  HandsNoted: { partyId: string; decisionIds: readonly string[]; at: Iso };
  HandsConfirmed: { partyId: string; ballotIds: readonly string[]; at: Iso };
  HandsWithdrawn: { partyId: string; reason: string; at: Iso };
  HandsTold: { personIds: readonly string[]; at: Iso };
  HandsContested: { handsId: string; decisionId: string; ballotId: string; seatId: string; at: Iso };
  MinutesDrafted: { meetingId: string; version: number; rectifiesMinutesId: string | null; at: Iso };
  /** `until`: the last civil day, at the host's, for observations. */
  MinutesSubmitted: { version: number; until: string | null; at: Iso };
  MinutesObserved: { observationId: string; version: number; kind: string; passage: string; partyId: string; seatId: string; personId: string; at: Iso };
  /** `personId`: whose observation it was. */
  ObservationAnswered: { observationId: string; version: number; takenUp: boolean; personId: string; at: Iso };
  /** `code`: the language. */
  MinutesLanguageRead: { version: number; code: string; seatId: string; personId: string; at: Iso };
  /** On the executory minutes; `minutesId`: those that rectify them. */
  MinutesRectificationOpened: { minutesId: string; reason: string; at: Iso };
  MinutesSentBack: { version: number; reason: string; at: Iso };
  MinutesFinalised: { number: string; version: number; contentHash: string; pdfSha256: string; at: Iso };
  MinutesReopened: { version: number; reason: string; at: Iso };
  /** `cause`: what replaced it; a refusal and a contestation have a letter of their own. */
  MinutesVersionReplaced: { replacedVersion: number; version: number; replacedContentHash: string; reason: string; cause: ReplacedBecause; at: Iso };
  SignatureRequested: { version: number; partyId: string; seatId: string; personId: string; at: Iso };
  SignatureRequestLapsed: { version: number; partyId: string; seatId: string; personId: string; cause: 'MANDATE_ENDED' | 'VERSION_REPLACED'; at: Iso };
  MinutesSigned: { version: number; partyId: string; seatId: string; personId: string; method: string; contentHash: string; pdfSha256: string; place: string; at: Iso };
  SignatureRefused: { version: number; partyId: string; seatId: string; personId: string; motive: string; at: Iso };
  /** `seatId`: of the contested signature; `bySeatId`: from which seat it is contested; `executory`: were the minutes so already? */
  SignatureContested: { version: number; partyId: string; seatId: string; bySeatId: string; executory: boolean; at: Iso };
  SignatureVoided: { version: number; partyId: string; seatId: string; personId: string; contentHash: string; at: Iso };
  MinutesBecameExecutory: { meetingId: string; number: string; version: number; contentHash: string; pdfSha256: string; executoryAt: Iso };
  HandSignatureEntered: { handSignatureId: string; version: number; partyId: string; seatId: string; signedOn: string; contentHash: string; scanSha256: string; place: string; at: Iso };
  HandSignatureConfirmed: { handSignatureId: string; version: number; partyId: string; byPartyId: string; contentHash: string; scanSha256: string; at: Iso };
  HandSignatureDeclined: { handSignatureId: string; version: number; partyId: string; byPartyId: string; reason: string; at: Iso };
  HandSignatureWithdrawn: { handSignatureId: string; version: number; partyId: string; at: Iso };
  PaperMinutesEntered: { partyId: string; contentHash: string; at: Iso };
  PaperMinutesCorrected: { contentHash: string; previousContentHash: string; at: Iso };
  PaperMinutesWithdrawn: { reason: string; at: Iso };
  PaperScanAttached: { attachmentId: string; sha256: string; size: number; at: Iso };
  /** `executoryAt` is noon, at the last signatory's, of the day the paper bears; `null` while a signature is missing on it. */
  PaperMinutesConfirmed: { partyId: string; contentHash: string; scanSha256: string | null; executoryAt: Iso | null; at: Iso };
  PaperMinutesNoted: { partyId: string; words: string; at: Iso };
};

export type FactKind = keyof FactData;

/** One fact of one kind, as the journal keeps it. */
export interface FactOf<Kind extends FactKind> {
  readonly kind: Kind;
  readonly partnershipId: string;
  readonly subject: Subject;
  readonly data: Readonly<FactData[Kind]>;
}

/** The closed union: a `switch` on `kind` is complete, or does not compile. */
export type DeliberationFact = { [Kind in FactKind]: FactOf<Kind> }[FactKind];

/** Whose fact it is. */
export interface About {
  readonly partnershipId: string;
  readonly subject: Subject;
}

/** Tells a fact; its data must be those of its kind. */
export const told = <Kind extends FactKind>(kind: Kind, about: About, data: FactData[Kind]): FactOf<Kind> => ({
  kind,
  partnershipId: about.partnershipId,
  subject: about.subject,
  data,
});
