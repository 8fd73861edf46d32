import { isGathered, ladder, stepOf, type DebtKind } from './ladder.js';

type Ruled = { readonly rule: string };

/** What has come to pass, which nobody owes. */
const isNews = (kind: DebtKind): boolean => kind === 'CONTROL' || kind === 'TACIT';

const debtOf = ({ rule }: Ruled) => stepOf(rule)?.debt;

/** May it leave in one letter with others? A reminder may; never a notice, a code, or a request to sign. */
export function mayBeCarried(line: Ruled): boolean {
  const kind = debtOf(line);
  return kind !== undefined && isGathered(kind);
}

/** Nobody owes anything for it: it says what has come to pass. */
export function isNewsLine(line: Ruled): boolean {
  const kind = debtOf(line);
  return kind !== undefined && isNews(kind);
}

/** The rows that news waits for. */
export const companyRules: readonly string[] = ladder.filter(({ debt }) => isGathered(debt) && !isNews(debt)).map(({ rule }) => rule);

/** The rows that are news. */
export const newsRules: readonly string[] = ladder.filter(({ debt }) => isNews(debt)).map(({ rule }) => rule);

/** Days (product default; C1.2 lets news come later, C2 and C3 name no day on which somebody must act on it). */
const longestWait = 14;

/** News whose hour has come waits until then, at the latest, for a reminder that leaves for the same reader; otherwise it leaves alone. */
export const companyUntil = (plannedFor: Date): Date => new Date(plannedFor.getTime() + longestWait * 86_400_000);

/**
 * Which of the lines due beside this one leave in its letter. Where she chose a daily or a weekly mail: all of them. Otherwise a letter
 * speaks of one thing that is owed, and takes the news along.
 */
export function carriedTogether<L extends Ruled>(line: L, beside: readonly L[], rhythm: 'IMMEDIATE' | 'DAILY' | 'WEEKLY'): L[] {
  if (rhythm !== 'IMMEDIATE') return [...beside];
  const news = beside.filter(isNewsLine);
  const owed = isNewsLine(line) ? beside.filter((one) => !isNewsLine(one)).slice(0, 1) : [];
  return [...owed, ...news];
}
