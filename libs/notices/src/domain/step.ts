import type { SendingKind } from '#kernel';

/**
 * What kind of thing is owed, or told: a plan adopted and executory in time, a meeting on the calendar, fiches, a plan frozen, an agenda that takes proposals, a meeting convened, its convocation answered, minutes
 * drafted, minutes signed, an act received and published, the end of its review, a visa, a renewal chosen, a period renewed by itself, an agreement that ends,
 * a mandate that ends, a day that an action promised, a meeting or a PV that waits for an office nobody holds.
 */
export type DebtKind =
  | 'PLAN' | 'SESSION' | 'SHEETS' | 'FREEZE' | 'PROPOSALS' | 'MEETING' | 'ANSWER' | 'DRAFTING' | 'MINUTES'
  | 'RECEIPT' | 'PUBLICATION' | 'CONTROL' | 'VISA' | 'RENEWAL' | 'TACIT' | 'WIND_DOWN' | 'MANDATE' | 'ACTION' | 'CHAIN';

/** Where a debt stands now, in order. Each step says which of these ends it. */
export const standings = ['OPEN', 'IN_REVIEW', 'ADOPTED', 'SETTLED'] as const;
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
  /** Civil days from the base: D for a plan, the days set for fiches and for freezing, S for a meeting, P for the final minutes, T, AR and V for acts of State, the end of a mandate, the day an action promised, the day a chain stopped. */
  readonly offset: number;
  /** Calendar months counted first (C1.6). */
  readonly months?: number;
  /** Another day of the debt than its base: the end of its period, the last day for a notice, the day of the plan that a meeting must adopt. The row is not there when the debt names none. */
  readonly from?: 'END' | 'LAST_NOTICE';
  /** On its very day something has come to pass: never told before that day, on the next one worked when it is off. */
  readonly onceCome?: true;
  readonly to: readonly Audience[];
  readonly level: Level;
  readonly sending: SendingKind;
  /** The step is pointless once the debt stands here (or further). */
  readonly endsAt: Standing;
  /** Only while the debt stands exactly here: « adopted but unsigned » (J-10). */
  readonly onlyAt?: Standing;
}
