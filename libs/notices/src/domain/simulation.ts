import type { CivilDate } from '#kernel';
import type { DebtKind } from './ladder.js';
import { readersOfNotice, noticeOf } from './notice-table.js';
import { current, quietEnd, remindersOf, whenOpen, type Debt, type Recipient, type Schedule } from './planning.js';

/** From a day's acts on, the debt stands so. */
export interface Stage {
  readonly from: CivilDate;
  readonly standing: Debt['standing'];
  readonly debtors: readonly string[];
}

/** A debt of a played year, from the day it is born to the day it is settled: the last stage says SETTLED, or it lasts. */
export interface Spell {
  readonly debt: Omit<Debt, 'standing' | 'debtors'>;
  readonly stages: readonly Stage[];
}

/** Something done on a day that the house tells at once: a fact as a room would tell it. */
export interface Happening {
  readonly on: CivilDate;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: { readonly [key: string]: string };
}

/** What is owed and what is done in a played year. */
export interface YearScript {
  readonly spells: readonly Spell[];
  readonly happenings: readonly Happening[];
}

/** A mail that would leave. */
export interface PlayedMail {
  readonly personId: string;
  readonly rule: string;
  /** `null` for what is told at once. */
  readonly debt: DebtKind | null;
  readonly period: string;
  readonly leavesAt: Date;
  readonly details: Debt['details'];
}

interface Candidate extends PlayedMail {
  readonly sendAt: Date;
  readonly about: string;
  readonly key: string;
  /** Until when it is owed; `null` when it stays so. */
  readonly end: Date | null;
}

/** People act in the afternoon: what is settled on a day was still owed that morning at nine. */
const actedAt = (day: CivilDate): Date => new Date(`${day}T14:00:00Z`);

const later = (one: Date, other: Date): Date => (one > other ? one : other);

function ofSpell({ debt, stages }: Spell, crowd: readonly Recipient[], plan: { schedule: Schedule; until: Date }): Candidate[] {
  return stages.flatMap(({ from, standing, debtors }, place) => {
    const next = stages[place + 1];
    const end = next ? actedAt(next.from) : null;
    return remindersOf({ ...debt, standing, debtors }, crowd, plan).map(({ rule, personId, occurrence, sendAt }) => {
      const about = [personId, debt.objectKind, debt.objectId, debt.period].join('|');
      return { personId, rule, debt: debt.kind, period: debt.period, details: debt.details, sendAt, leavesAt: later(sendAt, actedAt(from)), about, key: `${about}|${rule}|${occurrence}`, end };
    });
  });
}

function ofHappening({ on, kind, subject, data }: Happening, crowd: readonly Recipient[]): Candidate[] {
  const notice = noticeOf(kind);
  if (!notice) throw new Error(`nobody is told at once of ${kind}`);
  const period = String(data[notice.period] ?? '');
  const at = actedAt(on);
  return readersOfNotice(notice, data, crowd).map(({ personId }) => {
    const about = [personId, subject.kind, subject.id, period].join('|');
    return { personId, rule: notice.rule, debt: null, period, details: data, sendAt: at, leavesAt: at, about, key: `${about}|${notice.rule}`, end: null };
  });
}

/** On which calendars a year is played, and until when. */
export interface PlayPlan {
  readonly schedule: Schedule;
  readonly until: Date;
  /** The civil day of an instant where that person is. */
  dayOf(instant: Date, personId: string): CivilDate;
}

function readerOf(personId: string, crowd: readonly Recipient[], { schedule, dayOf }: PlayPlan): Parameters<typeof quietEnd>[1] {
  const reader = crowd.find((one) => one.personId === personId)!;
  return { dayOf: (instant) => dayOf(instant, personId), opensOn: (date) => schedule({ date, step: whenOpen }, reader) };
}

const byHour = (one: Candidate, other: Candidate): number => one.leavesAt.getTime() - other.leavesAt.getTime() || one.key.localeCompare(other.key);

/**
 * Every mail that would leave, in the order of the hours: the ladder and the notices as they are, planned by the planner, and each asked
 * once more at its hour by what the judge asks: still owed, the newest, not within 48 hours of the first request. Pure: no clock, no ledger.
 */
export function play(script: YearScript, crowd: readonly Recipient[], plan: PlayPlan): PlayedMail[] {
  const waiting = [...script.spells.flatMap((spell) => ofSpell(spell, crowd, plan)), ...script.happenings.flatMap((one) => ofHappening(one, crowd))].sort(byHour);
  const ended = new Set<string>();
  const firstAsked = new Map<string, Date>();
  const left: PlayedMail[] = [];
  for (let line = waiting.shift(); line; line = waiting.shift()) {
    const { about, leavesAt: now, end } = line;
    if (ended.has(line.key) || (end && now >= end) || now > plan.until) continue;
    const together = waiting.filter((other) => other.about === about && other.debt !== null && other.leavesAt <= now && !ended.has(other.key) && !(other.end && now >= other.end));
    const { leaves, superseded } = line.debt === null ? { leaves: line, superseded: [] } : current([line, ...together]);
    superseded.forEach(({ key }) => ended.add(key));
    if (!leaves) continue;
    const first = firstAsked.get(about);
    const quietUntil = first && quietEnd(first, readerOf(leaves.personId, crowd, plan));
    if (leaves.debt !== null && quietUntil && quietUntil > now) {
      waiting.push({ ...leaves, leavesAt: quietUntil, sendAt: quietUntil });
      waiting.sort(byHour);
      continue;
    }
    ended.add(leaves.key);
    if (!first) firstAsked.set(about, now);
    left.push({ ...leaves, leavesAt: now });
  }
  return left;
}
