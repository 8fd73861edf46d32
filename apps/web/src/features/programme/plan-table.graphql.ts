import type { Deed, RefusalShown } from '../../base/act.ts';
import type { Source } from '../../ui/source.tsx';
import type { Amount } from './budget.graphql.ts';
import type { SheetKind } from './plan-board.graphql.ts';

/** A fiche that a line would become. */
export interface TableLine {
  readonly line: number;
  readonly title: string;
  readonly kind: SheetKind;
  readonly axisNumber: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly indicators: number;
  readonly budgetTotals: readonly Amount[];
}

/** What cannot be read, where, and what to do. */
export interface TableFault {
  readonly line: number | null;
  readonly column: string | null;
  readonly refusal: { readonly sentence: string; readonly source: Source | null };
}

export interface ReadTable {
  readonly __typename: 'PlanTable';
  readonly lines: readonly TableLine[];
  readonly faults: readonly TableFault[];
  /** Lines that repeat a fiche of the year. */
  readonly unchanged: number;
}

export interface PlanTableAnswer {
  readonly planTable: ReadTable | (RefusalShown & { readonly __typename: 'Refused' });
}

/** A table read, not taken. */
export const planTable = `query PlanTable($partnershipId: ID!, $year: Int!, $table: String!) {
  planTable(partnershipId: $partnershipId, year: $year, table: $table) {
    __typename
    ... on PlanTable {
      unchanged
      lines { line title kind axisNumber startsOn endsOn indicators budgetTotals { currency amountMinor } }
      faults { line column refusal { sentence source { kind reference quote } } }
    }
    ... on Refused { code sentence source { kind reference quote } }
  }
}`;

/** Takes the table that was shown: all its fiches, or none. */
export const importPlanTable: Deed<{ readonly year: number; readonly count: number }> = {
  document: `mutation importPlanTable($input: ImportPlanTableInput!) { importPlanTable(input: $input) { ...refused ... on PlanTableImport { year count } } }`,
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), year: Number(form.text('year')), table: form.text('table').replace(/\r\n?/g, '\n') } }),
  done: ({ year, count }) => `/plans/${year}?imported=${count}#imported`,
};
