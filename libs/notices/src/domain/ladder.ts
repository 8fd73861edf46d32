import { addDays, addMonths, type CivilDate } from '#kernel';
import { ladder } from './rows.js';
import { standings, type DebtKind, type Level, type Standing, type Step } from './step.js';

export { ladder } from './rows.js';
export type { Audience, DebtKind, Level, Office, Standing, Step } from './step.js';

/** After the last row a debt that goes on is told again every 30 days: never silent while it exists (design F14). */
export const monthly = 30;

/** What ends with its day, or is news rather than a debt. All the others are owed until they are settled. */
const ending: readonly DebtKind[] = ['PROPOSALS', 'MEETING', 'ANSWER', 'RENEWAL', 'SHEETS', 'FREEZE', 'CONTROL', 'TACIT', 'WIND_DOWN'];
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
  /** The days that its partners gave to rows of ours. */
  readonly rowDays?: ReadonlyMap<string, number>;
}

type Counted = Pick<Step, 'rule' | 'offset' | 'months' | 'from' | 'onceCome'>;
const originOf = ({ from }: Counted, { base, end, lastNotice }: Days): CivilDate | null | undefined => (from === 'END' ? end : from === 'LAST_NOTICE' ? lastNotice : base);

/** The civil day of a step, before it moves off non-working days; `null` when the debt has no such day. */
export function dayOf(step: Counted, debt: Days): CivilDate | null {
  const day = originOf(step, debt);
  return day ? addDays(addMonths(day, step.months ?? 0), debt.rowDays?.get(step.rule) ?? step.offset) : null;
}

/** The day that a step follows: « T+2: no receipt » says nothing at T, nor before; what has come to pass on its day follows the eve. `undefined` for a step on its day, or that leads up to it. */
export function countedOnFrom(step: Counted, debt: Days): CivilDate | undefined {
  const [origin, day] = [originOf(step, debt), dayOf(step, debt)];
  if (!origin || !day) return undefined;
  return day > origin ? origin : step.onceCome && addDays(origin, -1);
}

/** How far the debt has climbed by that day; `null` while nobody has been told, and for news, which nobody owes. */
export function levelReached(debt: Days & { readonly kind: DebtKind; readonly standing: Standing }, today: CivilDate): Level | null {
  if (['PROPOSALS', 'CONTROL', 'TACIT'].includes(debt.kind) || debt.standing === 'SETTLED') return null;
  const told = ladder.filter((step) => step.debt === debt.kind && !step.onlyAt).filter((step) => (dayOf(step, debt) ?? '9999') <= today);
  return told.reduce<Level | null>((highest, { level }) => (highest === null || level > highest ? level : highest), null);
}
