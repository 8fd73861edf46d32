import type { CivilDate, SendingKind } from '#kernel';
import { addDays } from '#kernel';

/** What kind of thing is owed: a plan adopted and executory in time, minutes signed, a meeting convened, an act published, a renewal chosen, a day that an action promised. */
export type DebtKind = 'PLAN' | 'MINUTES' | 'MEETING' | 'PUBLICATION' | 'RENEWAL' | 'ACTION';

/** Where a debt stands now. Each step says which of these ends it. */
export type Standing = 'OPEN' | 'ADOPTED' | 'SETTLED';

/** Whom a step tells: an office of every party, or the person who owes. */
export type Audience = 'CO_PRESIDENTS' | 'COORDINATORS' | 'MEMBERS' | 'DEBTOR';

/** One row of the calendar (design C2, C3): when, to whom, until when it has a reason to leave. Why is the debt's affair: its rule in force. */
export interface Step {
  /** `PLAN_J-30`, `MINUTES_P+7`, `MEETING_S-20`: part of the ledger's unique key. */
  readonly rule: string;
  readonly debt: DebtKind;
  /** Civil days from the base: the deadline's day D for a plan, the day P of the final minutes, the day S of the meeting, the day AR of the prefecture's receipt, six months before a renewal, the day M that an action promised. */
  readonly offset: number;
  readonly to: readonly Audience[];
  readonly sending: SendingKind;
  /** The step is pointless once the debt stands here (or further). */
  readonly endsAt: 'ADOPTED' | 'SETTLED';
  /** Only while the debt stands exactly here: « adopted but unsigned » (J-10). */
  readonly onlyAt?: Standing;
}

const signed = (offset: number): string => (offset === 0 ? '' : `${offset > 0 ? '+' : ''}${offset}`);

const planStep = (offset: number, to: readonly Audience[], more: Partial<Step> = {}): Step => ({
  rule: `PLAN_J${signed(offset)}`,
  debt: 'PLAN',
  offset,
  to,
  sending: offset > 0 ? 'INFORMATION' : 'DEADLINE',
  endsAt: 'ADOPTED',
  ...more,
});
const minutesStep = (offset: number, to: readonly Audience[]): Step => ({
  rule: `MINUTES_P${signed(offset)}`,
  debt: 'MINUTES',
  offset,
  to,
  sending: 'DEADLINE',
  endsAt: 'SETTLED',
});
const meetingStep = (offset: number, to: readonly Audience[]): Step => ({ rule: `MEETING_S${signed(offset)}`, debt: 'MEETING', offset, to, sending: 'DEADLINE', endsAt: 'SETTLED' });

const publicationStep = (offset: number): Step => ({ rule: `PUBLICATION_AR${signed(offset)}`, debt: 'PUBLICATION', offset, to: ['DEBTOR'], sending: 'DEADLINE', endsAt: 'SETTLED' });
const renewalStep = (name: string, offset: number): Step => ({ rule: `RENEWAL_E-${name}`, debt: 'RENEWAL', offset, to: both, sending: 'DEADLINE', endsAt: 'SETTLED' });

/** Once the day has passed: who answers for the action, then her coordination too (C2: +1, L1 at +7). */
const actionStep = (offset: number, to: readonly Audience[]): Step => ({ rule: `ACTION_M${signed(offset)}`, debt: 'ACTION', offset, to, sending: 'DEADLINE', endsAt: 'SETTLED' });

const both = ['CO_PRESIDENTS', 'COORDINATORS'] as const;

/** The calendar of reminders, as data: rows of C2 (plan of year n, D = 31 December n-1) and of C3 (minutes, convocation, publication, renewal). */
export const ladder: readonly Step[] = [
  planStep(-90, ['COORDINATORS']),
  planStep(-60, both),
  planStep(-30, both),
  planStep(-15, both),
  planStep(-10, ['CO_PRESIDENTS'], { endsAt: 'SETTLED', onlyAt: 'ADOPTED' }),
  planStep(-7, both, { endsAt: 'SETTLED' }),
  planStep(-3, both, { endsAt: 'SETTLED' }),
  planStep(-1, both, { endsAt: 'SETTLED' }),
  planStep(0, ['MEMBERS', 'COORDINATORS'], { endsAt: 'SETTLED' }),
  planStep(1, ['COORDINATORS']),
  planStep(7, ['COORDINATORS']),
  planStep(15, both),
  planStep(30, both),
  minutesStep(3, ['DEBTOR']),
  minutesStep(7, ['DEBTOR']),
  minutesStep(14, ['DEBTOR', 'COORDINATORS']),
  minutesStep(21, both),
  minutesStep(30, both),
  meetingStep(-30, ['DEBTOR']),
  meetingStep(-20, ['DEBTOR', 'COORDINATORS']),
  meetingStep(-10, both),
  publicationStep(1),
  publicationStep(7),
  publicationStep(15),
  renewalStep('6M', 0),
  renewalStep('5M', 30),
  actionStep(1, ['DEBTOR']),
  actionStep(7, ['DEBTOR', 'COORDINATORS']),
];

/** After the last row a debt that goes on is told again every 30 days: never silent while it exists (design F14). */
export const monthly = 30;

/** A meeting not convened ends with its day, a renewal not chosen comes by itself; plans, minutes and publications are owed until they are settled. */
export const goesOn = (kind: DebtKind): boolean => kind !== 'MEETING' && kind !== 'RENEWAL';

/** The row of a rule's name; `undefined` for a notice told at once. */
export const stepOf = (rule: string): Step | undefined => ladder.find((step) => step.rule === rule);

/** Does this step still have a reason to leave, the debt standing there? Asked again just before sending. */
export function isStillDue(step: Step, standing: Standing): boolean {
  if (standing === 'SETTLED') return false;
  if (step.onlyAt) return standing === step.onlyAt;
  return step.endsAt === 'SETTLED' || standing === 'OPEN';
}

/** The civil day of a step, before it moves off non-working days. */
export const dayOf = (step: Step, base: CivilDate): CivilDate => addDays(base, step.offset);
