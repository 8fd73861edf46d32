import type { Office } from './ladder.js';
import type { Recipient } from './planning.js';

/** A notice that a fact calls for at once. */
export interface Notice {
  readonly rule: string;
  /** Offices to tell; `ADDRESSEE` is the one person the fact names, `LISTED` those it lists, `EVERYBODY` whoever holds a seat. */
  readonly to: readonly Office[] | 'ADDRESSEE' | 'LISTED' | 'EVERYBODY';
  /** What of the fact's data makes it another notice: a second convocation, a second version. */
  readonly period: 'at' | 'version';
  /** It speaks of the person the fact names: the others hear it, she has a letter of her own. */
  readonly about?: true;
  /** Whoever holds one of these offices, and no coordination, is spared it: a year kept on time is full for them (F15, at most 12 and 15 mails). */
  readonly spared?: readonly Office[];
  /** What the fact's data must say for anybody to be told: nobody is, of the others of its kind. */
  readonly only?: Readonly<Record<string, string>>;
  /** What the fact's data may say that another letter of the same act says already: nobody is told twice. */
  readonly unless?: Readonly<Record<string, readonly string[]>>;
}

/** Somebody was called to a remark beside a fiche: the room of fiches knows whom. */
export const calledRule = 'SHEET_CALL';

/** A PV signed by hand: its scan brought, or not recognised. Only one side is told. */
export const handRules = { brought: 'HAND_SIGNATURE', declined: 'HAND_DECLINED' } as const;

/** Which fact calls for which notice at once (design C3). The closed list of what the house says without being asked. */
const notices: Readonly<Record<string, Notice>> = {
  MeetingConvened: { rule: 'CONVOCATION', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  ConvocationMoved: { rule: 'CONVOCATION_MOVED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  ConvocationSentAgain: { rule: 'CONVOCATION_AGAIN', to: 'LISTED', period: 'at' },
  ConvocationCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  MeetingCancelled: { rule: 'CONVOCATION_CANCELLED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  AgendaProposalTakenUp: { rule: 'PROPOSAL_SETTLED', to: 'ADDRESSEE', period: 'at' },
  AgendaProposalDeclined: { rule: 'PROPOSAL_SETTLED', to: 'ADDRESSEE', period: 'at' },
  ActionPlanFrozen: { rule: 'PLAN_FROZEN', to: ['MEMBERS', 'COORDINATORS'], period: 'version', spared: ['CO_PRESIDENTS', 'IN_CHARGE'] },
  MinutesSubmitted: { rule: 'OBSERVATIONS_ASKED', to: ['MEMBERS', 'COORDINATORS'], period: 'at' },
  ObservationAnswered: { rule: 'OBSERVATION_ANSWERED', to: 'ADDRESSEE', period: 'at' },
  SignatureRequested: { rule: 'SIGNATURE_REQUESTED', to: 'ADDRESSEE', period: 'version' },
  MinutesVersionReplaced: { rule: 'VERSION_REPLACED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: 'version', unless: { cause: ['REFUSED', 'CONTESTED'] } },
  SignatureRefused: { rule: 'SIGNATURE_REFUSED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: 'version' },
  // A signature by mail code is « simple »: told at once, contestable for 48 h (product default). By key or on paper it is not told so.
  MinutesSigned: { rule: 'SIGNED_BY_CODE', to: ['COORDINATORS'], period: 'at', only: { method: 'MAIL_CODE' } },
  MinutesBecameExecutory: { rule: 'EXECUTORY', to: ['MEMBERS', 'COORDINATORS', 'IN_CHARGE'], period: 'version' },
  ConfirmationAsked: { rule: 'CONFIRMATION_ASKED', to: 'ADDRESSEE', period: 'at' },
  CoordinatorInvited: { rule: 'COORDINATOR_INVITED', to: ['COORDINATORS'], period: 'at', about: true },
  RecoveryAsked: { rule: 'RECOVERY_ASKED', to: ['COORDINATORS'], period: 'at' },
  ActEnteredFor: { rule: 'ENTERED_FOR', to: 'ADDRESSEE', period: 'at' },
  EntryContested: { rule: 'ENTRY_CONTESTED', to: ['COORDINATORS'], period: 'at' },
  HandsTold: { rule: 'HANDS_TOLD', to: 'LISTED', period: 'at' },
  SignatureContested: { rule: 'SIGNATURE_CONTESTED', to: ['CO_PRESIDENTS', 'COORDINATORS'], period: 'at' },
  HandsContested: { rule: 'HANDS_CONTESTED', to: ['COORDINATORS'], period: 'at' },
  SheetMailed: { rule: 'SHEET_MAILED', to: 'ADDRESSEE', period: 'at' },
  ReminderRowMoved: { rule: 'ROW_MOVED', to: ['COORDINATORS'], period: 'at' },
  RuleCorrectionAsked: { rule: 'CORRECTION_ASKED', to: ['COORDINATORS'], period: 'at' },
  RecoveryConfirmed: { rule: 'RECOVERY_NOTICE', to: 'EVERYBODY', period: 'at' },
  SheetCommented: { rule: calledRule, to: 'ADDRESSEE', period: 'at' },
};

/** What a fact calls for; `undefined` when nobody is told at once of it. */
export const noticeOf = (kind: string): Notice | undefined => (Object.hasOwn(notices, kind) ? notices[kind] : undefined);

/** The rules of the table: each has its mail. */
export const tableRules: readonly string[] = [...Object.values(handRules), ...new Set(Object.values(notices).map(({ rule }) => rule))];

/** Whom a notice tells, of those who hold a seat. */
export function readersOfNotice({ to, about, only = {}, unless = {}, spared = [] }: Notice, data: { readonly [key: string]: unknown }, recipients: readonly Recipient[]): Recipient[] {
  if (Object.entries(only).some(([name, value]) => data[name] !== value)) return [];
  if (Object.entries(unless).some(([name, values]) => values.some((value) => data[name] === value))) return [];
  const listed = Array.isArray(data['personIds']) ? data['personIds'] : [];
  const isTold = ({ personId, audiences }: Recipient): boolean => {
    if (to === 'EVERYBODY') return true;
    if (to === 'ADDRESSEE') return data['personId'] === personId;
    if (!audiences.includes('COORDINATORS') && audiences.some((office) => spared.includes(office))) return false;
    return to === 'LISTED' ? listed.includes(personId) : audiences.some((audience) => to.includes(audience));
  };
  return recipients.filter((recipient) => isTold(recipient) && !(about && recipient.personId === data['personId']));
}
