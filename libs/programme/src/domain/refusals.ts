import { refused, type Refusal, type RuleSource } from '#kernel';
import { sources } from './sources.js';

/** Every « no » of this room: one function per code. `source`, where asked for, is the partnership's own: its text may differ from another's. */
export const notFound = (): Refusal => refused('NOT_FOUND');
export const notAllowed = (): Refusal => refused('NOT_ALLOWED', {}, sources.roles);
export const versionChanged = (expected: number, current: number): Refusal => refused('VERSION_CHANGED', { expected, current }, sources.states);

/* ---- What is typed ---- */
export const textTooLong = (field: string, length: number, maximum: number): Refusal => refused('TEXT_TOO_LONG', { field, length, maximum }, sources.inputs);
export const blankText = (field: string): Refusal => refused('BLANK_TEXT', { field }, sources.inputs);
export const tooMany = (field: string, count: number, maximum: number): Refusal => refused('TOO_MANY_LINES', { field, count, maximum }, sources.inputs);
export const yearOutOfRange = (year: number, first: number, last: number): Refusal =>
  refused('YEAR_OUT_OF_RANGE', { year: String(year), first: String(first), last: String(last) }, sources.inputs);
export const endsBeforeStart = (startsOn: string, endsOn: string, source: RuleSource): Refusal => refused('ENDS_BEFORE_START', { startsOn, endsOn }, source);
export const targetsDoNotAddUp = (label: string, sum: number, total: number): Refusal =>
  refused('TARGETS_DO_NOT_ADD_UP', { label, sum, total }, sources.targets);
export const targetPartyTwice = (label: string): Refusal => refused('TARGET_PARTY_TWICE', { label }, sources.targets);
export const peopleOutOfRange = (people: number, maximum: number): Refusal => refused('PEOPLE_OUT_OF_RANGE', { people, maximum }, sources.targets);
export const amountOutOfRange = (label: string): Refusal => refused('AMOUNT_OUT_OF_RANGE', { label }, sources.inputs);
export const currencyUnknown = (currency: string): Refusal => refused('CURRENCY_UNKNOWN', { currency }, sources.inputs);
export const axisNotStrategic = (number: string, source: RuleSource): Refusal => refused('AXIS_NOT_STRATEGIC', { number }, source);
export const axisNotOpen = (number: string, source: RuleSource): Refusal => refused('AXIS_NOT_OPEN', { number }, source);
export const leadOutsideAxis = (number: string): Refusal => refused('LEAD_OUTSIDE_AXIS', { number }, sources.inputs);

/* ---- Project sheet ---- */
export const noAgreement = (): Refusal => refused('NO_AGREEMENT', {}, sources.states);
export const sheetStateForbids = (state: string, wanted: string): Refusal => refused('SHEET_STATE_FORBIDS', { state, wanted }, sources.states);
export const sheetOfOtherParty = (party: string, source: RuleSource): Refusal => refused('SHEET_OF_OTHER_PARTY', { party }, source);
export const ownPartyHasValidated = (source: RuleSource): Refusal => refused('OWN_PARTY_HAS_VALIDATED', {}, source);
export const sheetInPlan = (): Refusal => refused('SHEET_IN_PLAN', {}, sources.states);
export const reasonRequired = (): Refusal => refused('REASON_REQUIRED', {}, sources.states);
/** `lacking` names every missing item as `MISSING`; the others are `GIVEN`, so that one sentence can list them. */
export const sheetIncomplete = (lacking: Readonly<Record<string, 'MISSING' | 'GIVEN'>>, source: RuleSource): Refusal =>
  refused('SHEET_INCOMPLETE', lacking, source);
export const versionUnknown = (): Refusal => refused('SHEET_VERSION_UNKNOWN', {}, sources.states);
export const commentFieldUnknown = (): Refusal => refused('COMMENT_FIELD_UNKNOWN', {}, sources.inputs);
export const commentAnswersAnswer = (): Refusal => refused('COMMENT_ANSWERS_ANSWER', {}, sources.inputs);
export const mentionOutOfReach = (): Refusal => refused('MENTION_OUT_OF_REACH', {}, sources.states);

/* ---- Action plan ---- */
export const planAlreadyOpen = (year: number): Refusal => refused('PLAN_ALREADY_OPEN', { year: String(year) }, sources.states);
export const planStateForbids = (state: string, wanted: string): Refusal => refused('PLAN_STATE_FORBIDS', { state, wanted }, sources.states);
export const sheetNotCoValidated = (state: string, source: RuleSource): Refusal => refused('SHEET_NOT_CO_VALIDATED', { state }, source);
export const sheetOfOtherYear = (sheetYear: number, planYear: number, source: RuleSource): Refusal =>
  refused('SHEET_OF_OTHER_YEAR', { sheetYear: String(sheetYear), planYear: String(planYear) }, source);
export const sheetAlreadyInPlan = (): Refusal => refused('SHEET_ALREADY_IN_PLAN', {}, sources.states);
export const sheetNotInPlan = (): Refusal => refused('SHEET_NOT_IN_PLAN', {}, sources.states);
export const planIsEmpty = (source: RuleSource): Refusal => refused('PLAN_IS_EMPTY', {}, source);
export const planValidatedByParty = (party: string, source: RuleSource): Refusal => refused('PLAN_VALIDATED_BY_PARTY', { party }, source);
export const planActionsChanged = (source: RuleSource): Refusal => refused('PLAN_ACTIONS_CHANGED', {}, source);
/** One action lacks what a frozen plan needs: `title` says which, `lacking` what. */
export const actionNotReady = (title: string, lacking: Readonly<Record<string, 'MISSING' | 'GIVEN'>>, source: RuleSource): Refusal =>
  refused('ACTION_NOT_READY', { title, ...lacking }, source);
export const planNotOpen = (year: number): Refusal => refused('PLAN_NOT_OPEN', { year: String(year) }, sources.states);
export const committeeValidates = (source: RuleSource): Refusal => refused('COMMITTEE_VALIDATES', {}, source);
export const milestoneOutOfRange = (days: number, { first, last }: { readonly first: number; readonly last: number }): Refusal =>
  refused('MILESTONE_OUT_OF_RANGE', { days, first, last }, sources.inputs);
export const milestoneOutOfOrder = (before: string, after: string): Refusal => refused('MILESTONE_OUT_OF_ORDER', { before, after }, sources.backPlan);
export const planOnOpenBallot = (): Refusal => refused('PLAN_ON_OPEN_BALLOT', {}, sources.states);

/* ---- Exchange rates ---- */
export const rateCurrenciesSame = (currency: string): Refusal => refused('RATE_CURRENCIES_SAME', { currency }, sources.inputs);
export const rateDayAhead = (day: string, today: string): Refusal => refused('RATE_DAY_AHEAD', { day, today }, sources.inputs);
export const rateAlreadyThatDay = (day: string): Refusal => refused('RATE_ALREADY_THAT_DAY', { day }, sources.rates);
export const rateWithdrawn = (): Refusal => refused('RATE_WITHDRAWN', {}, sources.rates);
export const rateUsedByPlan = (year: number): Refusal => refused('RATE_USED_BY_PLAN', { year: String(year) }, sources.rates);

/* ---- Actions that are followed ---- */
export const actionNotExecutory = (origin: 'PLAN' | 'DECISION', source: RuleSource): Refusal => refused('ACTION_NOT_EXECUTORY', { origin }, source);
export const actionByCoordinators = (): Refusal => refused('ACTION_BY_COORDINATORS', {}, sources.roles);
export const actionIsOver = (state: string): Refusal => refused('ACTION_IS_OVER', { state }, sources.states);
export const actionStarted = (state: string): Refusal => refused('ACTION_STARTED', { state }, sources.states);
export const actionNotStarted = (): Refusal => refused('ACTION_NOT_STARTED', {}, sources.states);
export const stillBlocked = (): Refusal => refused('ACTION_STILL_BLOCKED', {}, sources.states);
export const nothingReported = (): Refusal => refused('NOTHING_REPORTED', {}, sources.inputs);
export const ownerNotSeated = (): Refusal => refused('OWNER_NOT_SEATED', {}, sources.followUp);
export const milestoneUnknown = (): Refusal => refused('MILESTONE_UNKNOWN', {}, sources.states);
export const blockerUnknown = (): Refusal => refused('BLOCKER_UNKNOWN', {}, sources.states);
export const percentOutOfRange = (percent: string): Refusal => refused('PERCENT_OUT_OF_RANGE', { percent }, sources.inputs);
export const dayAhead = (day: string, today: string): Refusal => refused('DAY_AHEAD', { day, today }, sources.inputs);
export const needsDecision = (): Refusal => refused('ACTION_NEEDS_DECISION', {}, sources.states);
export const decisionNotAdopted = (): Refusal => refused('DECISION_NOT_ADOPTED', {}, sources.states);

/* ---- Files of Word and Excel ---- */
export const wordExpected = (name: string): Refusal => refused('OFFICE_WORD_EXPECTED', { name });
export const tableExpected = (name: string): Refusal => refused('OFFICE_TABLE_EXPECTED', { name });
export const fileOfAnotherSheet = (): Refusal => refused('SHEET_FILE_OF_ANOTHER');
export const fileOlderThanSheet = (made: number, current: number): Refusal => refused('SHEET_FILE_OLDER', { made, current });

/* ---- Entered for somebody ---- */
export const enteredByCoordinator = (): Refusal => refused('ENTERED_BY_COORDINATOR', {}, sources.entered);
export const enteredForOneself = (): Refusal => refused('ENTERED_FOR_ONESELF', {}, sources.entered);
export const enteredForNoOffice = (day: string): Refusal => refused('ENTERED_FOR_NO_OFFICE', { day }, sources.entered);
export const saidInFuture = (day: string): Refusal => refused('SAID_IN_FUTURE', { day }, sources.entered);
export const saidBefore = (day: string): Refusal => refused('SAID_BEFORE', { day }, sources.entered);
export const enteredPartyAnswers = (party: string, days: number): Refusal => refused('ENTERED_PARTY_ANSWERS', { party, days }, sources.entered);
export const enteredProofRequired = (why: 'OTHER_PARTY' | 'BOTH_SIDES'): Refusal => refused('ENTERED_PROOF_REQUIRED', { why }, sources.entered);
export const enteredNotYours = (): Refusal => refused('ENTERED_NOT_YOURS', {}, sources.entered);
export const enteredAlreadyContested = (): Refusal => refused('ENTERED_ALREADY_CONTESTED', {}, sources.entered);
export const mailOutOfReach = (): Refusal => refused('MAIL_OUT_OF_REACH', {}, sources.entered);
export const contestTooLate = (day: string): Refusal => refused('CONTEST_TOO_LATE', { day }, sources.entered);
