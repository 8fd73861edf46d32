import type { CivilDate, RuleSource, SendingKind } from '#kernel';
import { addDays } from '#kernel';

/** What kind of thing is owed: a plan adopted and executory in time, or minutes signed. */
export type DebtKind = 'PLAN' | 'MINUTES';

/** Where a debt stands now. Each step says which of these ends it. */
export type Standing = 'OPEN' | 'ADOPTED' | 'SETTLED';

/** Whom a step tells: an office of every party, or the person who owes. */
export type Audience = 'CO_PRESIDENTS' | 'COORDINATORS' | 'MEMBERS' | 'DEBTOR';

/** One row of the calendar (design C2, C3): when, to whom, until when it has a reason to leave. */
export interface Step {
  /** `PLAN_J-30`, `MINUTES_P+7`: part of the ledger's unique key. */
  readonly rule: string;
  readonly debt: DebtKind;
  /** Civil days from the base: the deadline's day D for a plan, the day P of the final minutes. */
  readonly offset: number;
  readonly to: readonly Audience[];
  readonly sending: SendingKind;
  /** The step is pointless once the debt stands here (or further). */
  readonly endsAt: 'ADOPTED' | 'SETTLED';
  /** Only while the debt stands exactly here: « adopted but unsigned » (J-10). */
  readonly onlyAt?: Standing;
  readonly source: RuleSource;
}

const planSource: RuleSource = { kind: 'ARTICLE', reference: 'Art. 3', quote: 'un programme d’actions annuel sera validé par le comité de pilotage […], avant le 31 décembre de l’année n-1' };
const signatureSource: RuleSource = {
  kind: 'ARTICLE',
  reference: 'Art. 5',
  quote: 'Les PV de délibérations du Comité de Pilotage ne sont exécutoires qu’après signature respective du Président de Tiznit et du Maire de Villeneuve-la-Garenne.',
};

const planStep = (offset: number, to: readonly Audience[], more: Partial<Step> = {}): Step => ({
  rule: offset === 0 ? 'PLAN_J' : `PLAN_J${offset > 0 ? '+' : ''}${offset}`,
  debt: 'PLAN',
  offset,
  to,
  sending: offset > 0 ? 'INFORMATION' : 'DEADLINE',
  endsAt: 'ADOPTED',
  source: planSource,
  ...more,
});
const minutesStep = (offset: number, to: readonly Audience[]): Step => ({
  rule: `MINUTES_P+${offset}`,
  debt: 'MINUTES',
  offset,
  to,
  sending: 'DEADLINE',
  endsAt: 'SETTLED',
  source: signatureSource,
});

const both = ['CO_PRESIDENTS', 'COORDINATORS'] as const;

/** The calendar of reminders, as data: the first rows of C2 (plan of year n, D = 31 December n-1) and of C3 (minutes). */
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
];

/** After the last row the debt is told again every 30 days: never silent while it exists (design F14). */
export const monthly = 30;

export const stepOf = (rule: string): Step | undefined => ladder.find((step) => step.rule === rule);

/** Does this step still have a reason to leave, the debt standing there? Asked again just before sending. */
export function isStillDue(step: Step, standing: Standing): boolean {
  if (standing === 'SETTLED') return false;
  if (step.onlyAt) return standing === step.onlyAt;
  return step.endsAt === 'SETTLED' || standing === 'OPEN';
}

/** The civil day of a step, before it moves off non-working days. */
export const dayOf = (step: Step, base: CivilDate): CivilDate => addDays(base, step.offset);
