import { refused, type Refusal, type RuleSource } from '#kernel';

/** Every « no » of this room: one function per code, each with the text or the parameter it comes from. */
const byDefault = (reference: string): RuleSource => ({ kind: 'PRODUCT_DEFAULT', reference });
const stateMachines = byDefault('C4');

/* ---- Everywhere ---- */
export const notFound = (): Refusal => refused('NOT_FOUND');
export const notAllowed = (): Refusal => refused('NOT_ALLOWED', {}, stateMachines);
export const textTooLong = (length: number, maximum: number): Refusal => refused('TEXT_TOO_LONG', { length, maximum });

/* ---- Meeting ---- */
export const noAgreement = (): Refusal => refused('NO_AGREEMENT');
export const noSuchTime = (text: string): Refusal => refused('NO_SUCH_TIME', { text });
export const meetingPlaceBlank = (): Refusal => refused('MEETING_PLACE_BLANK', {}, stateMachines);
export const turnBreakNeedsReason = (expected: string, chosen: string, source: RuleSource): Refusal =>
  refused('TURN_BREAK_NEEDS_REASON', { expected, chosen }, source);
export const convenerIsNotHostSide = (host: string, source: RuleSource): Refusal => refused('CONVENER_NOT_HOST_SIDE', { host }, source);
export const convenerIsNotRepresentative = (host: string, source: RuleSource): Refusal => refused('CONVENER_NOT_REPRESENTATIVE', { host }, source);
export const delegationNotValid = (host: string, source: RuleSource): Refusal => refused('DELEGATION_NOT_VALID', { host }, source);
export const meetingStateForbids = (state: string, wanted: string): Refusal => refused('MEETING_STATE_FORBIDS', { state, wanted }, stateMachines);
export const meetingIsPast = (startsAt: Date): Refusal => refused('MEETING_IS_PAST', { startsAt: startsAt.toISOString() }, stateMachines);
export const quorumNotMet = (missing: string, source: RuleSource): Refusal => refused('QUORUM_NOT_MET', { missing }, source);
export const quorumIsMet = (source: RuleSource): Refusal => refused('QUORUM_IS_MET', {}, source);
export const ballotStillOpen = (): Refusal => refused('BALLOT_STILL_OPEN', {}, stateMachines);
export const reasonRequired = (): Refusal => refused('REASON_REQUIRED', {}, stateMachines);

/* ---- Answering, moving and preparing a convocation ---- */
/** No text of the partners speaks of answers nor of proposals: ours (design F20, F21, C3). */
const preparing = byDefault('C3, S-30');
export const answersClosed = (state: string): Refusal => refused('ANSWERS_CLOSED', { state }, preparing);
export const everyoneAnswered = (): Refusal => refused('EVERYONE_ANSWERED', {}, preparing);
export const calledTooRecently = (hours: number): Refusal => refused('CALLED_TOO_RECENTLY', { hours }, byDefault('C1'));
export const nothingMoved = (): Refusal => refused('NOTHING_MOVED', {}, stateMachines);
export const agendaTitleBlank = (): Refusal => refused('AGENDA_TITLE_BLANK', {}, stateMachines);
export const agendaDurationOutside = (minutes: number, maximum: number): Refusal => refused('AGENDA_DURATION_OUTSIDE', { minutes, maximum }, preparing);
export const agendaClosed = (): Refusal => refused('AGENDA_CLOSED', {}, stateMachines);
export const proposalsClosed = (): Refusal => refused('PROPOSALS_CLOSED', {}, preparing);
export const proposalSettled = (state: string): Refusal => refused('PROPOSAL_SETTLED', { state }, preparing);
export const safetyByHost = (host: string, source: RuleSource): Refusal => refused('SAFETY_BY_HOST', { host }, source);
export const safetySheetClosed = (source: RuleSource): Refusal => refused('SAFETY_SHEET_CLOSED', {}, source);
export const safetyContactBlank = (source: RuleSource): Refusal => refused('SAFETY_CONTACT_BLANK', {}, source);
export const safetySheetChanged = (): Refusal => refused('SAFETY_SHEET_CHANGED', {}, preparing);
export const incidentsNotYet = (source: RuleSource): Refusal => refused('INCIDENTS_NOT_YET', {}, source);
export const incidentBlank = (field: string, source: RuleSource): Refusal => refused('INCIDENT_BLANK', { field }, source);
export const incidentOutside = (days: number, source: RuleSource): Refusal => refused('INCIDENT_OUTSIDE', { days }, source);
export const incidentsTooMany = (maximum: number, source: RuleSource): Refusal => refused('INCIDENTS_TOO_MANY', { maximum }, source);
export const incidentCorrected = (source: RuleSource): Refusal => refused('INCIDENT_CORRECTED', {}, source);

/* ---- Documents of the agenda ---- */
export const documentsByHost = (host: string): Refusal => refused('DOCUMENTS_BY_HOST', { host }, byDefault('C4'));
export const documentsClosed = (): Refusal => refused('DOCUMENTS_CLOSED', {}, stateMachines);

/* ---- Attendance ---- */
export const attendanceIsClosed = (state: string): Refusal => refused('ATTENDANCE_CLOSED', { state }, stateMachines);
export const notSeated = (name: string): Refusal => refused('NOT_SEATED', { name }, byDefault('C5 Q1'));
export const remoteNotAllowed = (name: string, source: RuleSource): Refusal => refused('REMOTE_NOT_ALLOWED', { name }, source);

export const proxiesAreOff = (source: RuleSource): Refusal => refused('PROXIES_OFF', {}, source);
export const proxyPrincipalThere = (name: string, source: RuleSource): Refusal => refused('PROXY_PRINCIPAL_THERE', { name }, source);
export const proxyHolderUnfit = (name: string, source: RuleSource): Refusal => refused('PROXY_HOLDER_UNFIT', { name }, source);
export const proxyHolderFull = (name: string, maximum: number, source: RuleSource): Refusal => refused('PROXY_HOLDER_FULL', { name, maximum }, source);
/** No text of the partners speaks of who comes late or leaves early: ours (F22). */
const moving = byDefault('Passerelle, arrivées et départs');
export const movementsClosed = (state: string): Refusal => refused('MOVEMENTS_CLOSED', { state }, moving);
export const memberAlreadyThere = (name: string): Refusal => refused('MEMBER_ALREADY_THERE', { name }, moving);
export const memberAlreadyAway = (name: string): Refusal => refused('MEMBER_ALREADY_AWAY', { name }, moving);
export const movementTakenBack = (): Refusal => refused('MOVEMENT_TAKEN_BACK', {}, moving);
export const movementOvertaken = (): Refusal => refused('MOVEMENT_OVERTAKEN', {}, moving);
export const guestNameBlank = (): Refusal => refused('GUEST_NAME_BLANK', {}, stateMachines);
export const guestAlreadyOff = (): Refusal => refused('GUEST_ALREADY_OFF', {}, stateMachines);
export const guestsTooMany = (maximum: number): Refusal => refused('GUESTS_TOO_MANY', { maximum }, stateMachines);

/* ---- Hands round a table: no text of the partners speaks of them, ours ---- */
const byHands = byDefault('Passerelle, unanimité constatée');
export const handsByCoordinator = (): Refusal => refused('HANDS_BY_COORDINATOR', {}, byHands);
export const handsByOtherParty = (): Refusal => refused('HANDS_BY_OTHER_PARTY', {}, byHands);
export const handsEmpty = (): Refusal => refused('HANDS_EMPTY', {}, byHands);
export const handsExceptionUnknown = (): Refusal => refused('HANDS_EXCEPTION_UNKNOWN', {}, byHands);
export const handsAlreadyNoted = (): Refusal => refused('HANDS_ALREADY_NOTED', {}, byHands);
export const handsOutdated = (): Refusal => refused('HANDS_OUTDATED', {}, byHands);
export const handsAwaiting = (): Refusal => refused('HANDS_AWAITING', {}, byHands);
export const handsStateForbids = (state: string): Refusal => refused('HANDS_STATE_FORBIDS', { state }, byHands);
export const handsVoiceNotYours = (): Refusal => refused('HANDS_VOICE_NOT_YOURS', {}, byHands);
export const handsAlreadyContested = (): Refusal => refused('HANDS_ALREADY_CONTESTED', {}, byHands);
export const contestTooLate = (day: string): Refusal => refused('CONTEST_TOO_LATE', { day }, byHands);

/* ---- Decision and ballot ---- */
export const decisionStateForbids = (state: string): Refusal => refused('DECISION_STATE_FORBIDS', { state }, stateMachines);
export const correctionNeedsNewDecision = (): Refusal => refused('CORRECTION_NEEDS_NEW_DECISION', {}, stateMachines);
export const meetingNotOpenForBallot = (): Refusal => refused('MEETING_NOT_OPEN', {}, stateMachines);
export const anotherBallotOpen = (): Refusal => refused('ANOTHER_BALLOT_OPEN', {}, stateMachines);
export const ballotClosed = (closedAt: Date): Refusal => refused('BALLOT_CLOSED', { closedAt: closedAt.toISOString() }, stateMachines);
export const notOnRoll = (): Refusal => refused('NOT_ON_ROLL', {}, byDefault('C5 Q1'));
export const votedTextChanged = (): Refusal => refused('VOTED_TEXT_CHANGED', {}, byDefault('C4'));
export const againstNeedsReason = (): Refusal => refused('AGAINST_NEEDS_REASON', {}, byDefault('C4'));
export const subjectNotDecidable = (): Refusal => refused('SUBJECT_NOT_DECIDABLE');
export const textComesFromSubject = (): Refusal => refused('TEXT_COMES_FROM_SUBJECT', {}, stateMachines);
export const subjectAlreadyOnAgenda = (): Refusal => refused('SUBJECT_ALREADY_ON_AGENDA', {}, stateMachines);
export const decisionTextBlank = (): Refusal => refused('DECISION_TEXT_BLANK', {}, stateMachines);

/* ---- Minutes ---- */
export const meetingNotClosed = (): Refusal => refused('MEETING_NOT_CLOSED', {}, stateMachines);
export const minutesStateForbids = (state: string): Refusal => refused('MINUTES_STATE_FORBIDS', { state }, stateMachines);
export const authoritativeVersionMissing = (sections: string, source: RuleSource): Refusal =>
  refused('FRENCH_VERSION_MISSING', { sections }, source);
export const languageNotAllowed = (language: string, source: RuleSource): Refusal => refused('LANGUAGE_NOT_ALLOWED', { language }, source);
export const minutesAlreadySigned = (): Refusal => refused('MINUTES_ALREADY_SIGNED', {}, stateMachines);
export const minutesAreExecutory = (number: string): Refusal => refused('MINUTES_ARE_EXECUTORY', { number }, stateMachines);
export const minutesNotNumbered = (): Refusal => refused('MINUTES_NOT_NUMBERED', {}, stateMachines);
export const coPresidentMissing = (party: string, source: RuleSource): Refusal => refused('CO_PRESIDENT_MISSING', { party }, source);
export const motiveRequired = (): Refusal => refused('MOTIVE_REQUIRED', {}, stateMachines);

/* ---- Observations on a draft ---- */
const observing = byDefault('C3, S+8');
export const observerNotPresent = (): Refusal => refused('OBSERVER_NOT_PRESENT', {}, observing);
export const observationsClosed = (until: string): Refusal => refused('OBSERVATIONS_CLOSED', { until }, observing);
export const observationBlank = (): Refusal => refused('OBSERVATION_BLANK', {}, observing);
export const passageUnknown = (): Refusal => refused('PASSAGE_UNKNOWN');
export const observationTakesNoAnswer = (): Refusal => refused('OBSERVATION_TAKES_NO_ANSWER', {}, observing);
export const observationsUnanswered = (count: number): Refusal => refused('OBSERVATIONS_UNANSWERED', { count }, observing);

/* ---- Languages and rectification ---- */
const speakers = byDefault('C5 Q19');
export const languageNotWritten = (language: string): Refusal => refused('LANGUAGE_NOT_WRITTEN', { language }, speakers);
export const languageReadByAnother = (language: string): Refusal => refused('LANGUAGE_READ_BY_ANOTHER', { language }, speakers);
export const minutesNotExecutory = (state: string): Refusal => refused('MINUTES_NOT_EXECUTORY', { state }, stateMachines);
export const minutesAlreadyRectified = (number: string): Refusal => refused('MINUTES_ALREADY_RECTIFIED', { number }, stateMachines);

/* ---- Signature ---- */
export const minutesNotFinal = (state: string): Refusal => refused('MINUTES_NOT_FINAL', { state }, stateMachines);
export const notTheCoPresident = (source: RuleSource): Refusal => refused('NOT_THE_CO_PRESIDENT', {}, source);
export const mandateNotRunning = (name: string, source: RuleSource): Refusal => refused('MANDATE_NOT_RUNNING', { name }, source);
/** No text of the partners speaks of interims: ours (C5 Q12). */
export const interimActMissing = (act: string): Refusal => refused('INTERIM_ACT_MISSING', { act }, { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q12' });
export const signedTextChanged = (version: number, source: RuleSource): Refusal => refused('SIGNED_TEXT_CHANGED', { version }, source);
export const alreadySigned = (party: string): Refusal => refused('ALREADY_SIGNED', { party }, stateMachines);
export const stepUpRequired = (minutes: number, source: RuleSource): Refusal => refused('STEP_UP_REQUIRED', { minutes }, source);
export const signingMethodNotAccepted = (method: string, source: RuleSource): Refusal => refused('SIGNING_METHOD_NOT_ACCEPTED', { method }, source);
export const placeRequired = (): Refusal => refused('PLACE_REQUIRED', {}, byDefault('C4'));

/* ---- A signature by code, contested: no text of the partners speaks of it, ours ---- */
const byCode = byDefault('Passerelle, signature par code');
export const signatureNotYours = (): Refusal => refused('SIGNATURE_NOT_YOURS', {}, byCode);
export const signatureNotByCode = (): Refusal => refused('SIGNATURE_NOT_BY_CODE', {}, byCode);
export const signatureAlreadyContested = (): Refusal => refused('SIGNATURE_ALREADY_CONTESTED', {}, byCode);
export const signatureContestTooLate = (): Refusal => refused('SIGNATURE_CONTEST_TOO_LATE', {}, byCode);

/* ---- A PV of ours signed by hand (F35): who confirms is our parameter (C5 Q12) ---- */
const byHand = byDefault('C5 Q12');
export const handWaits = (party: string): Refusal => refused('HAND_WAITS', { party }, byHand);
export const handSignedBefore = (signedOn: string, finalOn: string): Refusal => refused('HAND_SIGNED_BEFORE', { signedOn, finalOn }, byHand);
export const handDateAhead = (day: string): Refusal => refused('HAND_DATE_AHEAD', { day }, byHand);
export const handNobodyThen = (party: string, day: string): Refusal => refused('HAND_NOBODY_THEN', { party, day }, byHand);
export const handScanExpected = (name: string): Refusal => refused('HAND_SCAN_EXPECTED', { name }, byHand);
export const handVersionReplaced = (version: number): Refusal => refused('HAND_VERSION_REPLACED', { version }, byHand);
export const handStateForbids = (state: string): Refusal => refused('HAND_STATE_FORBIDS', { state }, byHand);
export const handByOther = (): Refusal => refused('HAND_BY_OTHER', {}, byHand);
export const handByItsSide = (): Refusal => refused('HAND_BY_ITS_SIDE', {}, byHand);
export const handChanged = (): Refusal => refused('HAND_CHANGED', {}, byHand);

/* ---- PV signed on paper before Passerelle (« repris ») ---- */
const takenUp = byDefault('Passerelle, reprise de l’existant');
export const paperTextBlank = (field: string): Refusal => refused('PAPER_TEXT_BLANK', { field }, takenUp);
export const paperDateAhead = (day: string): Refusal => refused('PAPER_DATE_AHEAD', { day }, takenUp);
export const paperSignedBefore = (party: string, signedOn: string, heldOn: string): Refusal => refused('PAPER_SIGNED_BEFORE', { party, signedOn, heldOn }, takenUp);
export const paperPartyTwice = (party: string): Refusal => refused('PAPER_PARTY_TWICE', { party }, takenUp);
export const paperPartyUnknown = (): Refusal => refused('PAPER_PARTY_UNKNOWN', {}, takenUp);
export const paperTooMany = (count: number, maximum: number): Refusal => refused('PAPER_TOO_MANY', { count, maximum }, takenUp);
export const paperNumberTaken = (number: string): Refusal => refused('PAPER_NUMBER_TAKEN', { number }, takenUp);
export const paperStateForbids = (state: string): Refusal => refused('PAPER_STATE_FORBIDS', { state }, takenUp);
export const paperByItsSide = (): Refusal => refused('PAPER_BY_ITS_SIDE', {}, takenUp);
export const paperByOther = (): Refusal => refused('PAPER_BY_OTHER', {}, takenUp);
export const paperNeedsScan = (): Refusal => refused('PAPER_NEEDS_SCAN', {}, takenUp);
export const paperScanExpected = (name: string): Refusal => refused('PAPER_SCAN_EXPECTED', { name }, takenUp);
export const paperChanged = (): Refusal => refused('PAPER_CHANGED', {}, takenUp);
