import type { Deed, Form } from '../../base/act.ts';
import { mayFields, type May } from '../../base/may.ts';

/** An amount in minor units, as text. */
export interface Amount {
  readonly currency: string;
  readonly amountMinor: string;
}

/** Exact totals by currency, then the same in each currency that everything converts into. */
export interface BudgetSums {
  readonly cash: readonly Amount[];
  readonly inKind: readonly Amount[];
  readonly totals: readonly Amount[];
  readonly converted: readonly Amount[];
}

/** A dated rate as the server says it. */
export interface Rate {
  readonly id: string;
  readonly equation: string;
  readonly sentence: string;
  readonly withdraw: May;
}

/** Who pays how much, and what it comes to in each currency. */
export interface BudgetTable {
  readonly rows: readonly { readonly name: string; readonly sums: BudgetSums }[];
  readonly whole: BudgetSums;
  readonly conversions: readonly { readonly currency: string; readonly total: Amount | null; readonly sentence: string }[];
  readonly rates: readonly Rate[];
  readonly rounding: string | null;
  readonly recordRate: May;
}

const amount = '{ currency amountMinor }';
const sums = `{ cash ${amount} inKind ${amount} totals ${amount} converted ${amount} }`;

/** A budget as its table shows it. */
export const budgetFields = `budgetTable { rows { name sums ${sums} } whole ${sums} conversions { currency total ${amount} sentence } rates { id equation sentence withdraw { ${mayFields} } } rounding recordRate { ${mayFields} } }`;

const toBudget = (_rate: unknown, form: Form): string => `/plans/${form.text('year')}#totals`;
const rated = (form: Form) => ({ partnershipId: form.text('partnershipId'), from: form.text('from'), to: form.text('to'), value: form.text('value'), day: form.text('day'), source: form.text('source') });

/** The rate of a day, with where it was read. */
export const recordExchangeRate: Deed<{ readonly id: string }> = {
  document: 'mutation recordExchangeRate($input: RecordExchangeRateInput!) { recordExchangeRate(input: $input) { ...refused ... on ExchangeRate { id } } }',
  variables: (form) => ({ input: rated(form) }),
  done: toBudget,
};
export const withdrawExchangeRate: Deed<{ readonly id: string }> = {
  document: 'mutation withdrawExchangeRate($input: WithdrawExchangeRateInput!) { withdrawExchangeRate(input: $input) { ...refused ... on ExchangeRate { id } } }',
  variables: (form) => ({ input: { rateId: form.text('rateId') } }),
  done: toBudget,
};
