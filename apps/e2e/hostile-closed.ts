/** Fields of text that hold no free writing, by their full path: an address, a code, a hash, a key's answer, a name of a known list. Each is read by its own rule, and refused otherwise. */
export const closed: ReadonlySet<string> = new Set([
  'RecordAgreementInput.since', 'CorrectAgreementInput.since', 'SetRuleInput.key', 'RulePartInput.values', 'ProposeRuleChangeInput.key', 'CorrectRuleInput.key', 'RulePartInput.name', 'RuleSourceInput.articleNumber',
  'AddAgendaItemInput.subjectKind', 'CommentSheetInput.field', 'MoveReminderRowInput.rule', 'RecordReadingInput.subjectKind',
  'AskAddressChangeInput.mailAddress', 'AskRecoveryInput.mailAddress', 'AskSignInCodeInput.mailAddress', 'FirstCoordinatorInput.mailAddress', 'InviteToSeatInput.mailAddress',
  'ConfirmAddressChangeInput.code', 'SignInInput.code', 'ProveStepUpInput.response', 'RegisterPasskeyInput.response', 'SignInWithPasskeyInput.response',
  'RecordTransmissionInput.actId', 'CastVoteInput.textHash', 'EnterForInput.actionsHash', 'ConfirmHandSignatureInput.contentHash', 'ConfirmHandSignatureInput.scanSha256', 'ConfirmPaperMinutesInput.contentHash', 'ConfirmPaperMinutesInput.scanSha256', 'RefuseMinutesInput.contentHash', 'SignMinutesInput.contentHash', 'ValidatePlanInput.actionsHash',
  'CorrectMyDataInput.language', 'FirstCoordinatorInput.language', 'InviteToSeatInput.language', 'MinutesProseInput.language', 'ObserveMinutesInput.passage', 'ReadAsSpeakerInput.language',
  'MoveDemoClockInput.time', 'ScheduleMeetingInput.time', 'RescheduleMeetingInput.time', 'LogIncidentInput.time', 'BudgetLineInput.currency', 'RecordExchangeRateInput.from', 'RecordExchangeRateInput.to', 'RecordExchangeRateInput.value', 'NewPartyInput.country', 'NewPartyInput.currency', 'NewPartyInput.locale', 'NewPartyInput.zone',
]);

interface Wrapped {
  readonly name: string | null;
  readonly ofType?: Wrapped | null;
}
/** An input of the API, and what `askShapes` answers of its fields. */
export interface InputShape {
  readonly name: string;
  readonly inputFields: readonly { readonly name: string; readonly type: Wrapped }[] | null;
}
export const askShapes = '{ __schema { types { name inputFields { name type { name ofType { name ofType { name ofType { name } } } } } } } }';

const holdsText = ({ name, ofType }: Wrapped): boolean => name === 'String' || (ofType ? holdsText(ofType) : false);
/** The fields that take text, also in lists, by their full path. */
export const freeFields = (types: readonly InputShape[]): string[] => types.flatMap(({ name, inputFields }) => (inputFields ?? []).filter(({ type }) => holdsText(type)).map((field) => `${name}.${field.name}`));
