import { accepted, compareDates, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import { happened, inOrder } from './life-acts.js';
import { noticeEndsOn } from './life.js';
import type { LifeRules } from './life-rules.js';
import { longest, optional, required } from './life-wording.js';
import { entriesOf, type Draft, type Entry } from './register.js';

const silent: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q18' };

/** A notice as it was typed. */
export interface TypedNotice {
  readonly partyId: string;
  readonly sentOn: CivilDate;
  readonly receivedOn?: CivilDate | null | undefined;
  readonly motive?: string | null | undefined;
}

/** What the rules of a notice look at. */
export interface NoticeFacts {
  readonly rules: LifeRules;
  readonly entries: readonly Entry[];
  /** The latest civil day among the parties. */
  readonly today: CivilDate;
}

/**
 * A party gives notice (4-53), or its receipt is filled in: the day it was received counts, not the day it was sent.
 * Refused with `NOTICE_NOT_FORESEEN` where the text has no such clause, `NOTICE_ALREADY_GIVEN`, `NOTICE_NEEDS_MOTIVE`.
 */
export function giveNotice(input: TypedNotice, standing: Entry<'NOTICE'> | null, { rules, entries, today }: NoticeFacts): Answer<Draft<'NOTICE'>> {
  const { termination } = rules;
  if (!termination) return refused('NOTICE_NOT_FORESEEN', {}, silent);
  const { partyId, sentOn, receivedOn = null } = input;
  const other = entriesOf(entries, 'NOTICE').find((entry) => entry.partyId === partyId && entry.content.withdrawnOn === null && entry.id !== standing?.id);
  if (other) return refused('NOTICE_ALREADY_GIVEN', {}, termination.source);
  const motive = optional(input.motive, longest.motive);
  if (motive.refused) return motive;
  if (!standing && motive.value === null && termination.value.motive === 'REQUIRED') return refused('NOTICE_NEEDS_MOTIVE', {}, termination.source);
  const days = [happened(today, ['sentOn', sentOn], ['receivedOn', receivedOn]), inOrder(['sentOn', sentOn], ['receivedOn', receivedOn])];
  const wrong = days.find((answer) => answer.refused);
  if (wrong?.refused) return wrong;
  return accepted({ kind: 'NOTICE', partyId, content: { sentOn, receivedOn, withdrawnOn: null }, motive: motive.value });
}

/** The party that gave notice takes it back, before its end. Refused with `NOTICE_HAS_ENDED` or `NOTICE_WITHDRAWN`. */
export function withdrawNotice(notice: Entry<'NOTICE'>, input: { readonly withdrawnOn: CivilDate; readonly motive: string }, { rules, today }: NoticeFacts): Answer<Draft<'NOTICE'>> {
  const { sentOn, receivedOn, withdrawnOn } = notice.content;
  const source = rules.termination?.source ?? silent;
  if (withdrawnOn !== null) return refused('NOTICE_WITHDRAWN', { date: withdrawnOn }, source);
  const end = receivedOn && rules.termination ? noticeEndsOn(receivedOn, rules.termination.value.months) : null;
  if (end && compareDates(end, input.withdrawnOn) <= 0) return refused('NOTICE_HAS_ENDED', { date: end }, source);
  const motive = required(input.motive, 'motive');
  if (motive.refused) return motive;
  const days = [happened(today, ['withdrawnOn', input.withdrawnOn]), inOrder(['sentOn', sentOn], ['withdrawnOn', input.withdrawnOn])];
  const wrong = days.find((answer) => answer.refused);
  if (wrong?.refused) return wrong;
  return accepted({ kind: 'NOTICE', partyId: notice.partyId, content: { sentOn, receivedOn, withdrawnOn: input.withdrawnOn }, motive: motive.value });
}
