import type { LocalMoment } from '../../base/dates.tsx';
import { mayFields, type May } from '../../base/may.ts';
import type { ActionLine } from './actions.graphql.ts';
import type { Source } from '../../ui/source.tsx';
import { markFields, type EnteredMark } from './entered.graphql.ts';
import { budgetFields, type Amount, type BudgetTable } from './budget.graphql.ts';

/** Proposée, instruite, retenue, validée. */
export type ColumnName = 'PROPOSED' | 'EXAMINED' | 'RETAINED' | 'VALIDATED';
export type SheetState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'CO_VALIDATED' | 'ADOPTED' | 'REJECTED' | 'POSTPONED' | 'WITHDRAWN';
export type SheetKind = 'INITIATIVE' | 'PROJECT' | 'MISSION';
export type PlanColour = 'GREEN' | 'AMBER' | 'RED';

export interface Validation {
  /** Set when it was entered for her. */
  readonly entered?: EnteredMark | null;
  readonly party: { readonly id: string; readonly shortName: string };
  readonly person: { readonly displayName: string };
  /** In the city of the party that gave it. */
  readonly moment: LocalMoment;
}

/** A fiche as a card of the board. */
export interface SheetOnBoard {
  readonly id: string;
  readonly title: string;
  readonly state: SheetState;
  readonly kind: SheetKind;
  readonly axis: { readonly number: string; readonly title: string } | null;
  readonly authorParty: { readonly shortName: string };
  readonly validations: readonly { readonly party: { readonly id: string; readonly shortName: string } }[];
  readonly budgetTotals: readonly Amount[];
  /** The action it became, once the plan is adopted. */
  readonly followedAction: Pick<ActionLine, 'id' | 'state' | 'stateWords' | 'late' | 'lateSentence' | 'percent'> | null;
}

export interface Plan {
  /** Adopted on paper before Passerelle: by which PV, entered by whom. */
  readonly takenUp: { readonly sentence: string; readonly paperMinutesId: string } | null;
  readonly id: string;
  readonly version: number;
  readonly state: 'DRAFT' | 'CO_VALIDATED' | 'FROZEN' | 'ADOPTED';
  readonly actionsHash: string;
  readonly onTimeSentence: string | null;
  readonly onTimeSource: Source | null;
  readonly validations: readonly Validation[];
  readonly budgetTable: BudgetTable;
  readonly viewerMay: { readonly addSheet: May; readonly validate: May; readonly freeze: May; readonly reopen: May };
}

/** A way out of a card's column; `act` none: only the committee's decision leads there. */
export interface Move {
  readonly sheetId: string;
  readonly to: ColumnName;
  readonly act: 'ADD_TO_PLAN' | 'REMOVE_FROM_PLAN' | 'SUBMIT' | 'CO_VALIDATE' | 'RETURN' | null;
  readonly label: string;
  readonly may: May;
  /** Where it is done, when it asks to read the fiche first. */
  readonly href: string | null;
}

export interface Milestone {
  readonly name: string;
  readonly title: string;
  readonly day: string;
  /** Nothing for the last, which the rule sets. */
  readonly daysBefore: number | null;
  readonly state: 'DONE' | 'DUE' | 'LATE';
  readonly stateSentence: string;
  readonly owes: string | null;
  readonly note: string | null;
  readonly source: Source;
  readonly href: string;
}

export interface BackPlan {
  readonly milestones: readonly Milestone[];
  readonly mayMove: May;
}

export interface Blocker {
  readonly code: string;
  readonly sentence: string;
  readonly href: string;
  readonly subjectId: string;
}

export interface Coverage {
  readonly axis: { readonly id: string; readonly number: string; readonly title: string; readonly active: boolean };
  readonly covered: number;
  readonly leads: number;
  readonly uncovered: boolean;
  readonly sentence: string;
}

export interface Board {
  readonly year: number;
  readonly colour: PlanColour;
  readonly colourSentence: string;
  readonly deadline: { readonly lastDay: string; readonly daysLeft: number; readonly workingDaysLeft: number; readonly sentence: string; readonly source: Source } | null;
  readonly backPlan: BackPlan | null;
  readonly plan: Plan | null;
  readonly moves: readonly Move[];
  readonly uncoveredSentence: string | null;
  readonly columns: readonly { readonly state: ColumnName; readonly title: string; readonly sheets: readonly SheetOnBoard[] }[];
  readonly coverage: readonly Coverage[];
  readonly blockers: readonly Blocker[];
  readonly totals: readonly Amount[];
}

export interface BoardAnswer {
  readonly planBoard: Board | null;
}

const source = 'source { kind reference quote }';

/** The board of a year, in one question. */
export const planBoard = `query PlanBoard($partnershipId: ID!, $year: Int!) {
  planBoard(partnershipId: $partnershipId, year: $year) {
    year colour colourSentence
    deadline { lastDay daysLeft workingDaysLeft sentence ${source} }
    plan {
      id version state actionsHash onTimeSentence onTimeSource { kind reference quote } takenUp { sentence paperMinutesId }
      validations { party { id shortName } person { displayName } moment { city civilDate time } entered { ${markFields} } }
      ${budgetFields}
      viewerMay { addSheet { ${mayFields} } validate { ${mayFields} } freeze { ${mayFields} } reopen { ${mayFields} } }
    }
    columns {
      state title
      sheets { id title state kind axis { number title } authorParty { shortName } validations { party { id shortName } } budgetTotals { currency amountMinor } followedAction { id state stateWords late lateSentence percent } }
    }
    moves { sheetId to act label href may { ${mayFields} } }
    backPlan { milestones { name title day daysBefore state stateSentence owes note href ${source} } mayMove { ${mayFields} } }
    uncoveredSentence coverage { axis { id number title active } covered leads uncovered sentence }
    blockers { code sentence href subjectId }
    totals { currency amountMinor }
  }
}`;
