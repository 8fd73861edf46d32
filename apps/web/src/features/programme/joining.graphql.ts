import type { Deed } from '../../base/act.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Amount } from './budget.graphql.ts';
import type { TableFault } from './plan-table.graphql.ts';

/** A table of past projects that was taken. */
export interface PastImport {
  readonly id: string;
  readonly count: number;
  readonly sentence: string;
  readonly viewerMayWithdraw: { readonly allowed: boolean };
}

export interface HistoryMoment {
  readonly id: string;
  readonly kind: 'PAST_PROJECT' | 'PAPER_MINUTES' | 'MINUTES' | 'PLAN' | 'AGREEMENT';
  readonly title: string;
  readonly on: string | null;
  readonly takenUp: boolean;
  readonly detail: string;
  readonly href: string | null;
}

export interface HistoryAnswer {
  readonly history: { readonly years: readonly { readonly year: number; readonly moments: readonly HistoryMoment[] }[] } | null;
}
export const historyPath = '/history';
export const historyPage = 'query History($partnershipId: ID!) { history(partnershipId: $partnershipId) { years { year moments { id kind title on takenUp detail href } } } }';

/** A project that a line would become. */
export interface PastLine {
  readonly line: number;
  readonly title: string;
  readonly startsYear: number;
  readonly endsYear: number;
  readonly place: string;
  readonly domain: string;
  readonly amount: Amount | null;
}

export interface ReadPast {
  readonly __typename: 'PastTable';
  readonly lines: readonly PastLine[];
  readonly faults: readonly TableFault[];
  readonly unchanged: number;
}

export const projectsPath = '/joining/projects';
export const pastTable = `query PastTable($partnershipId: ID!, $table: String!) {
  pastTable(partnershipId: $partnershipId, table: $table) {
    __typename
    ... on PastTable {
      unchanged
      lines { line title startsYear endsYear place domain amount { currency amountMinor } }
      faults { line column refusal { sentence source { kind reference quote } } }
    }
    ... on Refused { code sentence source { kind reference quote } }
  }
}`;

export const importPastProjects: Deed<{ readonly count: number }> = {
  document: 'mutation importPastProjects($input: ImportPastProjectsInput!) { importPastProjects(input: $input) { ...refused ... on PastProjectsTaken { count } } }',
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), table: form.text('table').replace(/\r\n?/g, '\n') } }),
  done: ({ count }) => `/joining?taken=${count}#projects`,
};

export const withdrawPastImport: Deed<object> = {
  document: 'mutation withdrawPastImport($input: WithdrawPastImportInput!) { withdrawPastImport(input: $input) { ...refused ... on PastImportWithdrawn { id } } }',
  variables: (form) => ({ input: { importId: form.text('importId') } }),
  done: () => '/joining#projects',
};

interface TakeUpSheet {
  readonly id: string;
  readonly title: string;
  readonly authorParty: { readonly shortName: string };
}

/** A plan proposed from its paper, that another party confirms. */
export interface TakeUpProposal {
  readonly id: string;
  readonly year: number;
  readonly sentence: string;
  readonly sheets: readonly TakeUpSheet[];
  readonly viewerMayConfirm: May;
  readonly viewerMayWithdraw: May;
}

export interface TakeUpOffer {
  readonly year: number;
  readonly waiting: TakeUpProposal | null;
  readonly decisions: readonly { readonly id: string; readonly title: string; readonly number: string; readonly heldOn: string }[];
  readonly sheets: readonly TakeUpSheet[];
  readonly viewerMay: May;
}
export const takeUpPage = `query TakeUpOffer($partnershipId: ID!, $year: Int!) {
  takeUpOffer(partnershipId: $partnershipId, year: $year) { year decisions { id title number heldOn } sheets { id title authorParty { shortName } } viewerMay { ${mayFields} }
    waiting { id year sentence sheets { id title authorParty { shortName } } viewerMayConfirm { ${mayFields} } viewerMayWithdraw { ${mayFields} } } }
}`;

export const takeUpPlan: Deed<{ readonly year: number }> = {
  document: 'mutation takeUpPlan($input: TakeUpPlanInput!) { takeUpPlan(input: $input) { ...refused ... on TakeUpProposal { year } } }',
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), year: Number(form.text('year')), decisionId: form.text('decisionId'), sheetIds: form.values['sheetIds'] ?? [] } }),
  done: ({ year }) => `/joining/plan/${year}`,
};

export const confirmTakenUpPlan: Deed<{ readonly year: number }> = {
  document: 'mutation confirmTakenUpPlan($input: ConfirmTakenUpPlanInput!) { confirmTakenUpPlan(input: $input) { ...refused ... on ActionPlan { year } } }',
  variables: (form) => ({ input: { id: form.text('id') } }),
  done: ({ year }) => `/plans/${year}`,
};

export const withdrawTakeUp: Deed<{ readonly year: number }> = {
  document: 'mutation withdrawTakeUp($input: WithdrawTakeUpInput!) { withdrawTakeUp(input: $input) { ...refused ... on TakeUpProposal { year } } }',
  variables: (form) => ({ input: { id: form.text('id') } }),
  done: ({ year }) => `/joining/plan/${year}`,
};

/** What the page of what existed asks of this room. */
export const joiningFields = `history(partnershipId: $partnershipId) { pastProjects imports { id count sentence viewerMayWithdraw { allowed } } }
  partnership(id: $partnershipId) { agreement { displayName } }
  setUp(partnershipId: $partnershipId) { inServiceAt }
  planBoard(partnershipId: $partnershipId) { year }
  actionPlans(partnershipId: $partnershipId) { id year takenUp { sentence } }`;
