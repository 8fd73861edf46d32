import type { CivilDate, RuleSource } from '#kernel';

/** What a year asks the committee to look at. */
export type DueItemKind = 'PLAN' | 'EVALUATION' | 'RENEWAL';

/** A point the texts call for at this meeting, and the article that does. */
export interface DueItem {
  readonly kind: DueItemKind;
  /** Of the plan, or of the actions evaluated; of the renewal for RENEWAL. */
  readonly year: number;
  readonly source: RuleSource;
}

/** What is known when an agenda is prepared. A source is `null` where the partners' text has no such rule. */
export interface AgendaCalls {
  /** Civil day of the meeting, at its host's. */
  readonly day: CivilDate;
  readonly planSource: RuleSource | null;
  readonly evaluationSource: RuleSource | null;
  /** The choice owed before a renewal: from when, and the day it renews by itself. */
  readonly renewal: { readonly from: CivilDate; readonly on: CivilDate; readonly source: RuleSource } | null;
}

/**
 * The points this meeting's year calls for: the next year's plan (Art. 3: adopted before 31 December), the evaluation of last year's actions (Art. 3:
 * « présentée au comité de pilotage »), and the choice before a tacit renewal, from six months before it (C3).
 */
export function itemsDue({ day, planSource, evaluationSource, renewal }: AgendaCalls): DueItem[] {
  const year = Number(day.slice(0, 4));
  return [
    ...(planSource ? [{ kind: 'PLAN' as const, year: year + 1, source: planSource }] : []),
    ...(evaluationSource ? [{ kind: 'EVALUATION' as const, year: year - 1, source: evaluationSource }] : []),
    ...(renewal && renewal.from <= day && day < renewal.on ? [{ kind: 'RENEWAL' as const, year: Number(renewal.on.slice(0, 4)), source: renewal.source }] : []),
  ];
}
