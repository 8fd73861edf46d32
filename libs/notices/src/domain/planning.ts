import { addDays, type CivilDate, type Json } from '#kernel';
import { againStep, countedOnFrom, dayOf, goesOn, isStillDue, ladder, monthly, type Audience, type DebtKind, type Office, type Standing, type Step } from './ladder.js';

/** A debt as the room that knows it tells it: what, since when, where it stands. */
export interface Debt {
  readonly kind: DebtKind;
  readonly partnershipId: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** What repeats: the plan's year, the minutes' version, the meeting's day. */
  readonly period: string;
  /** Base day of the ladder: D for a plan, P for minutes, S for a meeting (the host's civil day). */
  readonly base: CivilDate;
  /** Other days that rows are counted from: the end of a period, the last day for a notice. */
  readonly end?: CivilDate | undefined;
  readonly lastNotice?: CivilDate | null | undefined;
  /** The days that its partners gave to rows of ours. */
  readonly rowDays?: ReadonlyMap<string, number>;
  readonly standing: Standing;
  /** The parties that owe it; absent: every party does. */
  readonly sides?: readonly string[];
  /** What « Mon tour » calls it: `SIGN_MINUTES:<id>`. */
  readonly duties?: readonly string[];
  /** Persons who owe it, when it is owed by persons (a signature). */
  readonly debtors: readonly string[];
  /** What the sentence needs, and the rule's source in the partnership's own text. */
  readonly details: { readonly [key: string]: Json };
}

/** Somebody a reminder may go to, with the calendar of their own territory. */
export interface Recipient {
  readonly personId: string;
  readonly audiences: readonly Office[];
  /** The offices held on each side; absent: nobody's side is known, and every office counts as of the side that owes. */
  readonly ofSide?: ReadonlyMap<string, readonly Office[]>;
}

/** When a step reaches a recipient: computed on the recipient's calendar and zone. `after`: the day that the step counts on from; it is never told on that day nor before. */
export type Schedule = (planned: { date: CivilDate; step: Step; after?: CivilDate | undefined }, recipient: Recipient) => { date: CivilDate; instant: Date };

/** A line for the ledger. Its hour may have passed already: then it leaves as soon as its reader is there, or is overtaken by a newer one. */
export interface PlannedReminder {
  readonly rule: string;
  readonly personId: string;
  readonly occurrence: number;
  readonly dueOn: CivilDate;
  readonly sendAt: Date;
}

const ownSide: Partial<Record<Audience, Office>> = { OWN_CO_PRESIDENTS: 'CO_PRESIDENTS', OWN_COORDINATORS: 'COORDINATORS', OWN_CABINETS: 'CABINETS' };

/** Holds the office on a side that owes. */
const holdsOnSide = ({ audiences, ofSide }: Recipient, office: Office, { sides }: Debt): boolean =>
  sides && ofSide ? sides.some((partyId) => ofSide.get(partyId)?.includes(office)) : audiences.includes(office);

function isIn(audience: Audience, recipient: Recipient, debt: Debt): boolean {
  if (audience === 'DEBTOR') return debt.debtors.includes(recipient.personId);
  const office = ownSide[audience];
  return office ? holdsOnSide(recipient, office, debt) : recipient.audiences.includes(audience as Office);
}

const isFor = (step: Step, recipient: Recipient, debt: Debt): boolean => step.to.some((audience) => isIn(audience, recipient, debt));

/** Debts of persons end one by one: who has signed is no longer asked, until the last step tells both presidencies (C1.7, level 5). */
const stillOwes = (step: Step, recipient: Recipient, debt: Debt): boolean =>
  debt.kind !== 'MINUTES' || !recipient.audiences.includes('CO_PRESIDENTS') || debt.debtors.includes(recipient.personId) || (step.level === 5 && debt.debtors.length > 0);

/** Is this step owed to this person, the debt standing as it does? Asked when planning and again just before leaving. */
export const isOwedTo = (step: Step, recipient: Recipient, debt: Debt): boolean =>
  step.debt === debt.kind && isStillDue(step, debt.standing) && isFor(step, recipient, debt) && stillOwes(step, recipient, debt);

/** The rows of the ladder for one debt, and then the monthly repetitions of its last row up to `until`. */
function occurrencesOf(debt: Debt, until: Date): { step: Step; date: CivilDate; occurrence: number; after: CivilDate | undefined }[] {
  const steps = ladder.filter((step) => step.debt === debt.kind);
  const rows = steps.flatMap((step) => {
    const date = dayOf(step, debt);
    return date ? [{ step, date, occurrence: 1, after: countedOnFrom(step, debt) }] : [];
  });
  const last = rows.at(-1);
  for (let occurrence = 2; last && goesOn(debt.kind); occurrence += 1) {
    const date = addDays(last.date, (occurrence - 1) * monthly);
    if (date > until.toISOString().slice(0, 10)) break;
    rows.push({ step: last.step, date, occurrence, after: undefined });
  }
  return rows;
}

/**
 * Every line the ledger must hold for a debt as it stands, up to `until`: a pure function of the debt, so that a lost queue
 * or a lost ledger row is planned again exactly alike. Each line is unique by (rule, object, period, person, occurrence).
 */
export function remindersOf(debt: Debt, recipients: readonly Recipient[], plan: { schedule: Schedule; until: Date }): PlannedReminder[] {
  return occurrencesOf(debt, plan.until).flatMap(({ occurrence, ...planned }) =>
    recipients
      .filter((recipient) => isOwedTo(planned.step, recipient, debt))
      .map((recipient) => {
        const { date: dueOn, instant: sendAt } = plan.schedule(planned, recipient);
        return { rule: planned.step.rule, personId: recipient.personId, occurrence, dueOn, sendAt };
      })
      .filter(({ sendAt }) => sendAt <= plan.until),
  );
}

/** Never a second request within 48 hours of the first (design F13). */
export const quietHours = 48;

/** A reader's days: her civil day, and the first working day at or after a day, at the hour at which reminders reach her. */
export interface ReaderHours {
  dayOf(instant: Date): CivilDate;
  opensOn(day: CivilDate): { readonly date: CivilDate; readonly instant: Date };
}

/** That instant on a day she works, from her hour on; else the hour at which she is there again (C1.3). */
export function openFrom(instant: Date, { dayOf, opensOn }: ReaderHours): Date {
  const opens = opensOn(dayOf(instant)).instant;
  return opens > instant ? opens : instant;
}

/** When a reader's quiet after a first request is over: not before 48 hours, and never at night nor on a day when she does not work. */
export const quietEnd = (first: Date, reader: ReaderHours): Date => openFrom(new Date(first.getTime() + quietHours * 3_600_000), reader);

/**
 * When a reminder whose hour has come may leave: out of the quiet after a first request, and once its reader is there: whatever made it late
 * (an outage, a relay that was away, an act of a Sunday that made it known), it leaves on a day she works, from her hour on (C1.3).
 */
export function leavesFrom(now: Date, first: Date | null, reader: ReaderHours): Date {
  const open = openFrom(now, reader);
  const quiet = first && quietEnd(first, reader);
  return quiet && quiet > open ? quiet : open;
}

/** Asked of a schedule: the first working day at or after a day, at the reader's hour, whatever rhythm she chose for what is gathered. */
export const whenOpen: Step = { ...againStep('MINUTES'), sending: 'INFORMATION' };

/**
 * Of the lines whose hour has come for one person and one object, the newest alone leaves: an outage ends in one current mail. The newest by the hour
 * that was planned for it (`sendAt`): one that was made to wait is none the newer for it.
 */
export function current<Line extends { readonly sendAt: Date }>(due: readonly Line[]): { leaves: Line | undefined; superseded: Line[] } {
  const byHour = [...due].sort((one, other) => other.sendAt.getTime() - one.sendAt.getTime());
  const [leaves, ...superseded] = byHour;
  return { leaves, superseded };
}
