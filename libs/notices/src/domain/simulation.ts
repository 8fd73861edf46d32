import type { CivilDate } from '#kernel';
import { carriedTogether, companyUntil, isNewsLine, mayBeCarried } from './company.js';
import type { DebtKind } from './ladder.js';
import { readersOfNotice, noticeOf } from './notice-table.js';
import { current, leavesFrom, remindersOf, whenOpen, type Debt, type ReaderHours, type Recipient, type Schedule } from './planning.js';

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
  /** News that leaves in the same letter. */
  readonly beside: readonly PlayedMail[];
}

interface Candidate extends PlayedMail {
  /** From when on it is in the ledger. */
  readonly knownAt: Date;
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
      return { personId, rule, debt: debt.kind, period: debt.period, details: debt.details, beside: [], knownAt: actedAt(from), sendAt, leavesAt: later(sendAt, actedAt(from)), about, key: `${about}|${rule}|${occurrence}`, end };
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
    return { personId, rule: notice.rule, debt: null, period, details: data, beside: [], knownAt: at, sendAt: at, leavesAt: at, about, key: `${about}|${notice.rule}`, end: null };
  });
}

/** On which calendars a year is played, and until when. */
export interface PlayPlan {
  readonly schedule: Schedule;
  readonly until: Date;
  /** The civil day of an instant where that person is. */
  dayOf(instant: Date, personId: string): CivilDate;
}

function readerOf(personId: string, crowd: readonly Recipient[], { schedule, dayOf }: PlayPlan): ReaderHours {
  const reader = crowd.find((one) => one.personId === personId)!;
  return { dayOf: (instant) => dayOf(instant, personId), opensOn: (date) => schedule({ date, step: whenOpen }, reader) };
}

/** At the same hour news comes last: a reminder takes it along. */
const byHour = (one: Candidate, other: Candidate): number => one.leavesAt.getTime() - other.leavesAt.getTime() || Number(isNewsLine(one)) - Number(isNewsLine(other)) || one.key.localeCompare(other.key);

/** The lines not yet gone, asked at each hour as the judge and the gatherer ask the ledger. */
class Waiting {
  private readonly ended = new Set<string>();
  private readonly firstAsked = new Map<string, Date>();

  constructor(
    private lines: Candidate[],
    private readonly readerOf: (personId: string) => ReaderHours,
  ) {
    this.lines.sort(byHour);
  }

  next(): Candidate | undefined {
    return this.lines.shift();
  }

  isOver({ key, end }: Candidate, now: Date): boolean {
    return this.ended.has(key) || (end !== null && now >= end);
  }

  /** Of what is due about one thing, the newest; the others are overtaken. */
  newest(line: Candidate): Candidate | undefined {
    if (line.debt === null) return line;
    const together = this.lines.filter((other) => other.about === line.about && other.debt !== null && other.leavesAt <= line.leavesAt && !this.isOver(other, line.leavesAt));
    const { leaves, superseded } = current([line, ...together]);
    superseded.forEach(({ key }) => this.ended.add(key));
    return leaves;
  }

  /** The hour until which it waits: for its reader to be there, in the quiet after a first request, or for a reminder that will take its news along; `null` when it leaves now. */
  waitsUntil(line: Candidate, now: Date): Date | null {
    const open = line.debt === null ? now : leavesFrom(now, this.firstAsked.get(line.about) ?? null, this.readerOf(line.personId));
    if (open > now) return open;
    return isNewsLine(line) && this.beside(line, now).length === 0 ? this.companyAhead(line, now) : null;
  }

  private companyAhead(news: Candidate, now: Date): Date | null {
    const until = companyUntil(news.sendAt);
    const ahead = this.lines.find((other) => other.personId === news.personId && mayBeCarried(other) && !isNewsLine(other) && other.knownAt <= now && !this.isOver(other, now) && other.leavesAt > now && other.leavesAt <= until);
    return ahead?.leavesAt ?? null;
  }

  beside(line: Candidate, now: Date): Candidate[] {
    if (!mayBeCarried(line)) return [];
    return carriedTogether(line, this.lines.filter((other) => other.personId === line.personId && mayBeCarried(other) && other.leavesAt <= now && !this.isOver(other, now)), 'IMMEDIATE');
  }

  again(line: Candidate, at: Date): void {
    this.lines.push({ ...line, leavesAt: at });
    this.lines.sort(byHour);
  }

  leave(lines: readonly Candidate[], now: Date): void {
    for (const { key, about } of lines) {
      this.ended.add(key);
      if (!this.firstAsked.has(about)) this.firstAsked.set(about, now);
    }
  }
}

/**
 * Every mail that would leave, in the order of the hours: the ladder and the notices as they are, planned by the planner, and each asked
 * once more at its hour by what the judge asks: still owed, the newest, not within 48 hours of the first request; news in company. Pure: no clock, no ledger.
 */
export function play(script: YearScript, crowd: readonly Recipient[], plan: PlayPlan): PlayedMail[] {
  const waiting = new Waiting([...script.spells.flatMap((spell) => ofSpell(spell, crowd, plan)), ...script.happenings.flatMap((one) => ofHappening(one, crowd))], (personId) => readerOf(personId, crowd, plan));
  const left: PlayedMail[] = [];
  for (let line = waiting.next(); line; line = waiting.next()) {
    const { leavesAt: now } = line;
    if (waiting.isOver(line, now) || now > plan.until) continue;
    const leaves = waiting.newest(line);
    if (!leaves) continue;
    const until = waiting.waitsUntil(leaves, now);
    if (until) {
      waiting.again(leaves, until);
      continue;
    }
    const beside = waiting.beside(leaves, now);
    waiting.leave([leaves, ...beside], now);
    left.push({ ...leaves, leavesAt: now, beside });
  }
  return left;
}
