import { daysBetween, type CivilDate, type Language } from '#kernel';
import { stepOf } from '../domain/ladder.js';
import { dueOn, isLate, isOwed, lateFrom } from '../domain/lateness.js';
import type { Debt } from '../domain/planning.js';
import { sourceIn } from '../domain/source-in.js';
import type { ToldLine } from '../store/timeline.store.js';
import { matterNamed, matterOf, placeOf, rowOf } from './matter.js';
import type { TimelineMatterType, ToldLineType, ToldPersonType } from './timeline.types.js';

/** What the timeline is told from. */
export interface TimelineFacts {
  readonly debts: readonly Debt[];
  readonly lines: readonly ToldLine[];
  readonly today: CivilDate;
  readonly language: Language;
  /** Who holds a seat today. */
  readonly people: ReadonlyMap<string, { readonly displayName: string; readonly party: string | null }>;
}

interface Matter {
  readonly debt: Debt | null;
  readonly lines: ToldLine[];
}

/** A plan is its year's, an empty office its party's and its day's; everything else is itself, whatever repeats. */
const byPeriod: readonly string[] = ['actionPlan', 'emptyOffice'];
const keyOf = ({ objectKind, objectId, period }: Pick<Debt, 'objectKind' | 'objectId' | 'period'>): string => [objectKind, objectId, ...(byPeriod.includes(objectKind) ? [period] : [])].join(':');

export function lineShown(line: ToldLine, language: Language): ToldLineType {
  const { id, rule, state, sentAt, problem, details } = line;
  const silenced = details['silencedUntil'];
  return { id, row: rowOf(rule, details), matter: matterOf(rule, details, language), state, day: line.dueOn, sentAt, problem, silencedUntil: typeof silenced === 'string' && state === 'PLANNED' ? silenced : null };
}

function standingOf(debt: Debt | null, personId: string, lines: readonly ToldLine[]): ToldPersonType['standing'] {
  const open = debt !== null && debt.standing !== 'SETTLED' && isOwed(debt);
  const asked = lines.some(({ rule }) => stepOf(rule) !== undefined || rule === 'SIGNATURE_REQUESTED');
  if (open && (debt.debtors.includes(personId) || (debt.debtors.length === 0 && asked))) return 'OWES';
  const isDebtors = open && debt.debtors.length > 0 && debt.kind !== 'MINUTES';
  return asked && !isDebtors && lines.some(({ state }) => state === 'SENT') ? 'ANSWERED' : 'TOLD';
}

function peopleOf({ debt, lines }: Matter, facts: TimelineFacts): ToldPersonType[] {
  const ids = [...new Set([...(debt?.debtors ?? []), ...lines.map(({ personId }) => personId)])];
  return ids.map((personId) => {
    const own = lines.filter((line) => line.personId === personId);
    const known = facts.people.get(personId);
    const displayName = known?.displayName ?? own.find(({ recipientName }) => recipientName !== null)?.recipientName ?? '';
    return { personId, displayName, party: known?.party ?? null, standing: standingOf(debt, personId, own), failed: own.some(({ state }) => state === 'FAILED'), lines: own.map((line) => lineShown(line, facts.language)) };
  });
}

function matterShown(id: string, matter: Matter, facts: TimelineFacts): TimelineMatterType {
  const { debt, lines } = matter;
  const { today, language } = facts;
  const about = debt ?? lines.at(-1)!;
  const due = debt ? dueOn(debt) : null;
  const open = debt !== null && debt.standing !== 'SETTLED';
  return {
    id,
    title: debt ? matterNamed(debt.kind, debt.details, language) : matterOf(lines.at(-1)!.rule, about.details, language),
    state: !open ? 'DONE' : isLate(debt, today) ? 'LATE' : 'OPEN',
    dueOn: due,
    lateSince: open && isLate(debt, today) ? lateFrom(debt) : null,
    daysLeft: open && due ? daysBetween(today, due) : null,
    source: sourceIn(about.details),
    href: placeOf(about),
    people: peopleOf(matter, facts),
  };
}

const order: Readonly<Record<string, number>> = { LATE: 0, OPEN: 1, DONE: 2 };

/** Each thing once: the late first, then what is due by date, then what was done. A settled debt that nobody was told of is not shown. */
export function mattersOf(facts: TimelineFacts): TimelineMatterType[] {
  const matters = new Map<string, Matter>(facts.debts.map((debt) => [keyOf(debt), { debt, lines: [] }]));
  for (const line of facts.lines) {
    const key = keyOf(line);
    const matter = matters.get(key) ?? { debt: null, lines: [] };
    matter.lines.push(line);
    matters.set(key, matter);
  }
  return [...matters]
    .filter(([, { debt, lines }]) => lines.length > 0 || (debt !== null && debt.standing !== 'SETTLED'))
    .map(([id, matter]) => matterShown(id, matter, facts))
    .sort((one, other) => order[one.state]! - order[other.state]! || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || one.id.localeCompare(other.id));
}
