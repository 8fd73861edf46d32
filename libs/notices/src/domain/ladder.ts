import type { CivilDate, SendingKind } from '#kernel';
import { addDays, addMonths } from '#kernel';
import { ladder } from './rows.js';

export { ladder } from './rows.js';

/**
 * What kind of thing is owed, or told: a plan adopted and executory in time, a meeting on the calendar, fiches, a plan frozen, a meeting convened, minutes
 * drafted, minutes signed, an act received and published, the end of its review, a visa, a renewal chosen, a period renewed by itself, an agreement that ends,
 * a mandate that ends, a day that an action promised.
 */
export type DebtKind =
  | 'PLAN' | 'SESSION' | 'SHEETS' | 'FREEZE' | 'MEETING' | 'DRAFTING' | 'MINUTES'
  | 'RECEIPT' | 'PUBLICATION' | 'CONTROL' | 'VISA' | 'RENEWAL' | 'TACIT' | 'WIND_DOWN' | 'MANDATE' | 'ACTION';

/** Where a debt stands now, in order. Each step says which of these ends it. */
const standings = ['OPEN', 'IN_REVIEW', 'ADOPTED', 'SETTLED'] as const;
export type Standing = (typeof standings)[number];

/** Whom a step tells: an office of every party, the same office of the sides that owe, or the person who owes. */
export type Office = 'CO_PRESIDENTS' | 'COORDINATORS' | 'MEMBERS' | 'CABINETS' | 'SECRETARIES' | 'IN_CHARGE';
export type Audience = Office | 'DEBTOR' | 'OWN_CO_PRESIDENTS' | 'OWN_COORDINATORS' | 'OWN_CABINETS';

/**
 * How far a debt has climbed (C1.7): 0 the person in charge, 1 the coordination of the same side, 2 both coordinations, 3 the cabinet of the same side,
 * 4 its co-president, 5 both co-presidents. The other side sees it from 2 only.
 */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** One row of the calendar (design C2, C3): when, to whom, until when it has a reason to leave. Why is the debt's affair: its rule in force. */
export interface Step {
  /** `PLAN_J-30`, `MINUTES_P+7`, `MEETING_S-20`: part of the ledger's unique key. */
  readonly rule: string;
  readonly debt: DebtKind;
  /** Civil days from the base: D for a plan, the days set for fiches and for freezing, S for a meeting, P for the final minutes, T, AR and V for acts of State, the end of a mandate, the day an action promised. */
  readonly offset: number;
  /** Calendar months counted first (C1.6). */
  readonly months?: number;
  /** Another day of the debt than its base: the end of its period, the last day for a notice. The row is not there when the debt names none. */
  readonly from?: 'END' | 'LAST_NOTICE';
  readonly to: readonly Audience[];
  readonly level: Level;
  readonly sending: SendingKind;
  /** The step is pointless once the debt stands here (or further). */
  readonly endsAt: Standing;
  /** Only while the debt stands exactly here: « adopted but unsigned » (J-10). */
  readonly onlyAt?: Standing;
}

/** After the last row a debt that goes on is told again every 30 days: never silent while it exists (design F14). */
export const monthly = 30;

/** What ends with its day, or is news rather than a debt. All the others are owed until they are settled. */
const ending: readonly DebtKind[] = ['MEETING', 'RENEWAL', 'SHEETS', 'FREEZE', 'CONTROL', 'TACIT', 'WIND_DOWN'];
export const goesOn = (kind: DebtKind): boolean => !ending.includes(kind);

/** Signatures are asked at once whatever rhythm a person chose; the rest may be gathered in a digest (F15). */
export const isGathered = (kind: DebtKind): boolean => kind !== 'MINUTES';

/** A letter that a coordination asks for, beside the calendar: about what is still owed, to those who owe it. */
export const againStep = (kind: DebtKind): Step => ({ rule: `${kind}_AGAIN`, debt: kind, offset: 0, to: ['DEBTOR', 'OWN_CO_PRESIDENTS', 'OWN_COORDINATORS'], level: 0, sending: 'DEADLINE', endsAt: 'SETTLED' });
const askedAgain: ReadonlyMap<string, Step> = new Map([...new Set(ladder.map(({ debt }) => debt))].map((kind) => [againStep(kind).rule, againStep(kind)]));

/** Asked for by somebody, not called for by a day: planning again leaves it alone. */
export const isAskedAgain = (rule: string): boolean => askedAgain.has(rule);

/** The one mail that carries several reminders of a person in a partnership. */
export const digestRule = 'DIGEST';

/** The row of a rule's name; `undefined` for a notice told at once. */
export const stepOf = (rule: string): Step | undefined => ladder.find((step) => step.rule === rule) ?? askedAgain.get(rule);

/** Does this step still have a reason to leave, the debt standing there? Asked again just before sending. */
export function isStillDue(step: Step, standing: Standing): boolean {
  if (step.onlyAt) return standing === step.onlyAt;
  return standings.indexOf(standing) < standings.indexOf(step.endsAt);
}

/** The days of a debt that rows are counted from. */
export interface Days {
  readonly base: CivilDate;
  readonly end?: CivilDate | undefined;
  readonly lastNotice?: CivilDate | null | undefined;
}

/** The civil day of a step, before it moves off non-working days; `null` when the debt has no such day. */
export function dayOf({ offset, months = 0, from }: Pick<Step, 'offset' | 'months' | 'from'>, { base, end, lastNotice }: Days): CivilDate | null {
  const day = from === 'END' ? end : from === 'LAST_NOTICE' ? lastNotice : base;
  return day ? addDays(addMonths(day, months), offset) : null;
}

/** How far the debt has climbed by that day; `null` while nobody has been told, and for news, which nobody owes. */
export function levelReached(debt: Days & { readonly kind: DebtKind; readonly standing: Standing }, today: CivilDate): Level | null {
  if (['CONTROL', 'TACIT'].includes(debt.kind) || debt.standing === 'SETTLED') return null;
  const told = ladder.filter((step) => step.debt === debt.kind && !step.onlyAt).filter((step) => (dayOf(step, debt) ?? '9999') <= today);
  return told.reduce<Level | null>((highest, { level }) => (highest === null || level > highest ? level : highest), null);
}
