import type { ColumnName } from './plan-board.graphql.ts';

export type EntryKind = 'HOLIDAY' | 'MEETING' | 'MILESTONE' | 'DEADLINE' | 'START' | 'END';

export interface CalendarEntry {
  readonly day: string;
  readonly kind: EntryKind;
  readonly sentence: string;
  readonly warning: string | null;
  readonly href: string | null;
}

export interface CalendarAction {
  readonly id: string;
  readonly title: string;
  readonly state: ColumnName;
  readonly stateTitle: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly sentence: string;
  readonly hints: readonly string[];
}

export interface CalendarMonth {
  readonly month: number;
  readonly title: string;
  readonly firstWeekday: number;
  readonly days: number;
  readonly daysOff: readonly number[];
  readonly entries: readonly CalendarEntry[];
}

export interface PlanCalendar {
  readonly year: number;
  readonly axes: readonly { readonly title: string; readonly actions: readonly CalendarAction[] }[];
  readonly months: readonly CalendarMonth[];
  readonly notes: readonly string[];
}

export interface CalendarAnswer {
  readonly planCalendar: PlanCalendar | null;
}

/** The year of a plan, in one question. */
export const planCalendar = `query PlanCalendar($partnershipId: ID!, $year: Int!) {
  planCalendar(partnershipId: $partnershipId, year: $year) {
    year notes
    axes { title actions { id title state stateTitle startsOn endsOn sentence hints } }
    months { month title firstWeekday days daysOff entries { day kind sentence warning href } }
  }
}`;
