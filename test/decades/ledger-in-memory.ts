import type { Json, Zones } from '#kernel';
import { carriedTogether, companyUntil, isNewsLine, mayBeCarried } from '../../libs/notices/src/domain/company.js';
import { isAskedAgain, stepOf } from '../../libs/notices/src/domain/ladder.js';
import { noticeOf, readersOfNotice } from '../../libs/notices/src/domain/notice-table.js';
import { current, isOwedTo, leavesFrom, remindersOf, whenOpen, type Debt, type PlannedReminder, type Recipient, type Schedule } from '../../libs/notices/src/domain/planning.js';

/** A line as the ledger keeps it. */
export interface Line extends Omit<PlannedReminder, 'dueOn'> {
  readonly objectKind: string;
  readonly objectId: string;
  readonly period: string;
  readonly priority: number;
  readonly place: number;
  sendAt: Date;
  plannedFor: Date;
  state: 'PLANNED' | 'SENT' | 'SUPERSEDED' | 'CANCELLED' | 'GATHERED';
  attempts: number;
  sentAt: Date | null;
}

/** Who is there at an instant, what is owed, and whether a relay takes letters. */
export interface Around {
  readonly now: Date;
  readonly debts: readonly Debt[];
  readonly recipients: readonly Recipient[];
  readonly schedule: Schedule;
  rhythmOf(personId: string): 'IMMEDIATE' | 'DAILY' | 'WEEKLY';
  zoneOf(personId: string): string;
  readonly zones: Zones;
  /** Until when no relay takes a letter; `null` when one does. */
  readonly relayAwayUntil: Date | null;
}

/** A fact, as a room tells it. */
export interface Fact {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: { readonly [key: string]: Json };
}

/** One letter, with the lines it carries. */
export interface Letter {
  readonly at: Date;
  readonly personId: string;
  readonly lines: readonly Line[];
}

type Key = Pick<Line, 'rule' | 'objectKind' | 'objectId' | 'period' | 'personId' | 'occurrence'>;
export const uniqueKey = ({ rule, objectKind, objectId, period, personId, occurrence }: Key): string => [rule, objectKind, objectId, period, personId, occurrence].join('|');

const aheadDays = 90;
const isReminder = ({ rule }: { rule: string }): boolean => stepOf(rule) !== undefined;
const soonest = (one: Line, other: Line): number => one.sendAt.getTime() - other.sendAt.getTime() || one.place - other.place;
const first = (one: Line, other: Line): number => one.priority - other.priority || soonest(one, other);

/**
 * The ledger and its desk without a database: the room's own rules, asked in the desk's own order (`PlanReminders`, `Judge`, `Gather`, `Deliver`).
 * `same-as-postgres.db.spec.ts` plays both side by side and compares them line by line.
 */
export class LedgerInMemory {
  readonly lines = new Map<string, Line>();
  private readonly waiting = new Set<Line>();
  private readonly left = new Map<string, Line[]>();

  constructor(private readonly keyOf: (line: Key) => string = uniqueKey) {}

  /** What the debts of the day call for, written once; what they no longer call for, cancelled; what moved, moved. */
  plan({ now, debts, recipients, schedule }: Around): void {
    const until = new Date(now.getTime() + aheadDays * 86_400_000);
    const wanted = new Map<string, Key & PlannedReminder>();
    for (const debt of debts) {
      const { objectKind, objectId, period } = debt;
      for (const planned of remindersOf(debt, recipients, { schedule, until })) {
        const line = { ...planned, objectKind, objectId, period };
        wanted.set(this.keyOf(line), line);
      }
    }
    for (const line of this.waiting) {
      if (!isReminder(line) || isAskedAgain(line.rule)) continue;
      const planned = wanted.get(this.keyOf(line));
      if (!planned) this.end(line, 'CANCELLED');
      else if (line.attempts === 0 && planned.sendAt.getTime() !== line.plannedFor.getTime()) line.sendAt = line.plannedFor = planned.sendAt;
    }
    for (const line of wanted.values()) this.write(line, 50);
  }

  /** A fact calls for a notice at once. */
  hear({ kind, subject, data }: Fact, { now, recipients }: Around): void {
    const notice = noticeOf(kind);
    if (!notice) return;
    const period = String(data[notice.period] ?? '');
    for (const { personId } of readersOfNotice(notice, data, recipients)) this.write({ rule: notice.rule, objectKind: subject.kind, objectId: subject.id, period, personId, occurrence: 1, sendAt: now }, 10);
  }

  private write(planned: Key & Pick<PlannedReminder, 'sendAt'>, priority: number): void {
    const { rule, objectKind, objectId, period, personId, occurrence, sendAt } = planned;
    const key = this.keyOf(planned);
    const known = this.lines.get(key);
    if (known && (known.state !== 'CANCELLED' || known.attempts > 0)) return;
    const line: Line = known ?? { rule, objectKind, objectId, period, personId, occurrence, priority, place: this.lines.size, sendAt, plannedFor: sendAt, state: 'PLANNED', attempts: 0, sentAt: null };
    Object.assign(line, { state: 'PLANNED', sendAt, plannedFor: sendAt });
    this.lines.set(key, line);
    this.waiting.add(line);
  }

  /** The hour of the next line that waits. */
  nextAt(): Date | null {
    let next: Date | null = null;
    for (const { sendAt } of this.waiting) if (!next || sendAt < next) next = sendAt;
    return next;
  }

  /** Sends what is due at this instant. */
  sendDue(around: Around): Letter[] {
    const due = [...this.waiting].filter(({ sendAt }) => sendAt <= around.now).sort(first);
    return due.flatMap((line) => {
      const letter = line.state === 'PLANNED' && line.sendAt <= around.now ? this.take(line, around) : null;
      return letter ? [letter] : [];
    });
  }

  private take(line: Line, around: Around): Letter | null {
    if (!this.isClear(line, around)) return null;
    const together = this.gathered(line, around);
    if (!together) return null;
    if (around.relayAwayUntil) {
      together.forEach((one) => Object.assign(one, { attempts: one.attempts + 1, sendAt: around.relayAwayUntil }));
      return null;
    }
    const alone = together.length === 1;
    for (const one of together) {
      this.end(one, alone ? 'SENT' : 'GATHERED');
      one.sentAt = around.now;
      this.left.set(this.aboutOf(one), [...(this.left.get(this.aboutOf(one)) ?? []), one]);
    }
    return { at: around.now, personId: line.personId, lines: together };
  }

  private aboutOf = ({ personId, objectKind, objectId, period }: Key): string => [personId, objectKind, objectId, period].join('|');

  private end(line: Line, state: Line['state']): void {
    line.state = state;
    this.waiting.delete(line);
  }

  /** Still owed, to somebody who is there, the newest word, out of the quiet, at an open hour. */
  private isClear(line: Line, around: Around): boolean {
    const recipient = around.recipients.find(({ personId }) => personId === line.personId);
    const step = stepOf(line.rule);
    const debt = step && around.debts.find((one) => one.kind === step.debt && one.objectKind === line.objectKind && one.objectId === line.objectId && one.period === line.period);
    if (!recipient || (step && !(debt && isOwedTo(step, recipient, debt)))) {
      this.end(line, 'CANCELLED');
      return false;
    }
    const others = [...this.waiting].filter((one) => one !== line && one.sendAt <= around.now && one.personId === line.personId && one.objectKind === line.objectKind && one.objectId === line.objectId && isReminder(one) === Boolean(step) && (step ? one.period === line.period : one.rule === line.rule));
    const { leaves, superseded } = current([line, ...others.sort((one, other) => one.place - other.place)].map((one) => ({ one, sendAt: one.plannedFor })));
    superseded.forEach(({ one }) => this.end(one, 'SUPERSEDED'));
    return leaves?.one === line && (!step || this.isOpen(line, recipient, around));
  }

  private isOpen(line: Line, recipient: Recipient, { now, schedule, zones, zoneOf }: Around): boolean {
    const asked = (this.left.get(this.aboutOf(line)) ?? []).map(({ sentAt }) => sentAt!).sort((one, other) => one.getTime() - other.getTime());
    const reader = { dayOf: (instant: Date) => zones.civilAt(instant, zoneOf(line.personId)).date, opensOn: (date: Parameters<Schedule>[0]['date']) => schedule({ date, step: whenOpen }, recipient) };
    const from = leavesFrom(now, asked[0] ?? null, reader);
    if (from > now) line.sendAt = from;
    return from <= now;
  }

  /** The lines that leave as one letter; `null` when news waits for company. */
  private gathered(line: Line, around: Around): Line[] | null {
    if (!mayBeCarried(line) || line.attempts > 0) return [line];
    const rhythm = around.rhythmOf(line.personId);
    const news = isNewsLine(line);
    const mine = [...this.waiting].filter((one) => one !== line && one.personId === line.personId && one.attempts === 0 && mayBeCarried(one)).sort(soonest);
    const due = mine.filter(({ sendAt }) => sendAt <= around.now);
    const looks = rhythm !== 'IMMEDIATE' || news || due.some(isNewsLine);
    const beside = looks ? carriedTogether(line, due, rhythm).filter((one) => one.state === 'PLANNED' && this.isClear(one, around)) : [];
    if (beside.length > 0 || !news) return [line, ...beside];
    const until = companyUntil(line.plannedFor);
    const ahead = mine.find((one) => !isNewsLine(one) && !isAskedAgain(one.rule) && one.state === 'PLANNED' && one.sendAt > around.now && one.sendAt <= until);
    if (!ahead) return [line];
    line.sendAt = ahead.sendAt;
    return null;
  }
}
