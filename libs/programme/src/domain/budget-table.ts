import { convertMoney, money, totalsOf, type Currency, type Money } from '#kernel';
import type { PartyName } from './hand.js';
import { latestRates, pairOf, type KeptRate } from './rate.js';
import type { BudgetLine } from './sheet.js';

/** Who pays: a party, a funder beside them, or nobody named yet. */
export const payerKinds = ['PARTY', 'FUNDER', 'UNSAID'] as const;
/** One row of the table. */
export interface Payer {
  readonly kind: (typeof payerKinds)[number];
  readonly partyId: string | null;
  readonly name: string;
}

/** Sums of some lines: exact in each currency, and in each currency that all lines could be converted into. */
export interface BudgetSums {
  readonly cash: readonly Money[];
  readonly inKind: readonly Money[];
  readonly totals: readonly Money[];
  readonly converted: readonly Money[];
}

/** One currency in which the whole can be said: with which rates, or for want of which. */
export interface Conversion {
  readonly currency: Currency;
  /** Null when a rate is missing. */
  readonly total: Money | null;
  readonly cash: Money | null;
  readonly inKind: Money | null;
  readonly rates: readonly KeptRate[];
  /** Currencies of lines for which no rate into `currency` is written. */
  readonly missing: readonly Currency[];
}

/** A budget by who pays; every row and every column adds up. */
export interface BudgetTable {
  readonly rows: readonly (BudgetSums & { readonly payer: Payer })[];
  readonly whole: BudgetSums;
  readonly conversions: readonly Conversion[];
}

/** What a budget is read with. `rates`: those in force, or those a plan was frozen with. */
export interface BudgetWorld {
  readonly parties: readonly (PartyName & { readonly currency: Currency | null })[];
  readonly rates: readonly KeptRate[];
}

const moneyOf = ({ amountMinor, currency }: BudgetLine): Money => money(BigInt(amountMinor), currency);
const ofKind = (lines: readonly BudgetLine[], wanted: BudgetLine['kind']): readonly BudgetLine[] => lines.filter(({ kind }) => kind === wanted);
/** Totals in one order, whatever the order of the lines. */
const totals = (lines: readonly BudgetLine[]): readonly Money[] => [...totalsOf(lines.map(moneyOf))].sort((one, other) => (one.currency < other.currency ? -1 : 1));

/**
 * A line in another currency, rounded by itself. Every total is the sum of its lines so rounded: a fiche, a party, a funder, cash and in kind,
 * the plan and its page in a spreadsheet add up to the minor unit whichever way they are cut, and no total moves when another fiche does.
 * `null` without a rate.
 */
export function convertLine(line: BudgetLine, currency: Currency, rates: readonly KeptRate[]): Money | null {
  const amount = moneyOf(line);
  if (amount.currency === currency) return amount;
  const rate = rates.find((one) => pairOf(one) === pairOf({ from: amount.currency, to: currency }));
  return rate ? convertMoney(amount, currency, rate) : null;
}

/** The rates that take an amount of that currency into each of the others, in their order. */
export const ratesUsed = (currency: Currency, into: readonly Currency[], rates: readonly KeptRate[]): readonly KeptRate[] =>
  into.flatMap((other) => (other === currency ? [] : (rates.find((rate) => pairOf(rate) === pairOf({ from: currency, to: other })) ?? [])));

/** The sum of lines that can all be converted. */
const sumIn = (lines: readonly BudgetLine[], currency: Currency, rates: readonly KeptRate[]): Money =>
  money(lines.reduce((sum, line) => sum + (convertLine(line, currency, rates)?.amountMinor ?? 0n), 0n), currency);

/** The currencies a budget may be said in: each party's own, none before the other; but for the one that every line already is in. */
export function currenciesShown(lines: readonly BudgetLine[], { parties }: BudgetWorld): readonly Currency[] {
  const own = [...new Set(parties.flatMap(({ currency }) => currency ?? []))];
  return own.filter((currency) => lines.some((line) => line.currency !== currency));
}

function conversionInto(currency: Currency, lines: readonly BudgetLine[], rates: readonly KeptRate[]): Conversion {
  const foreign = [...new Set(lines.map((line) => line.currency))].filter((one) => one !== currency).sort();
  const rateOf = (one: Currency): KeptRate | undefined => rates.find((rate) => pairOf(rate) === pairOf({ from: one, to: currency }));
  const missing = foreign.filter((one) => !rateOf(one));
  const used = foreign.flatMap((one) => rateOf(one) ?? []);
  if (missing.length > 0) return { currency, total: null, cash: null, inKind: null, rates: used, missing };
  // More than 64 bits hold is said by nobody: the exact totals stand alone.
  const total = sumIn(lines, currency, rates);
  if (total.amountMinor >= 2n ** 63n) return { currency, total: null, cash: null, inKind: null, rates: used, missing };
  const [cash, inKind] = [sumIn(ofKind(lines, 'CASH'), currency, rates), sumIn(ofKind(lines, 'IN_KIND'), currency, rates)];
  return { currency, total, cash, inKind, rates: used, missing };
}

const payerKey = ({ partyId, funder }: BudgetLine): string => (partyId !== null ? `0 ${partyId}` : funder !== null ? `1 ${funder}` : '2');

/** Parties in their order, then funders by name, then what nobody is named for. */
function payersOf(lines: readonly BudgetLine[], { parties }: BudgetWorld): readonly { readonly key: string; readonly payer: Payer }[] {
  const ofParties = parties.map(({ id, shortName }) => ({ key: `0 ${id}`, payer: { kind: 'PARTY' as const, partyId: id, name: shortName } }));
  const funders = [...new Set(lines.flatMap(({ partyId, funder }) => (partyId === null && funder !== null ? [funder] : [])))].sort();
  const keys = new Set(lines.map(payerKey));
  return [
    ...ofParties,
    ...funders.map((name) => ({ key: `1 ${name}`, payer: { kind: 'FUNDER' as const, partyId: null, name } })),
    { key: '2', payer: { kind: 'UNSAID' as const, partyId: null, name: '' } },
  ].filter(({ key }) => keys.has(key));
}

/** Who pays how much, in cash and in kind: exact in every currency, and converted wherever the rates allow. */
export function budgetTable(lines: readonly BudgetLine[], world: BudgetWorld): BudgetTable {
  const rates = latestRates(world.rates);
  const conversions = currenciesShown(lines, world).map((currency) => conversionInto(currency, lines, rates));
  const full = conversions.filter(({ total }) => total !== null);
  const sums = (some: readonly BudgetLine[]): BudgetSums => ({
    cash: totals(ofKind(some, 'CASH')),
    inKind: totals(ofKind(some, 'IN_KIND')),
    totals: totals(some),
    converted: full.map(({ currency }) => sumIn(some, currency, rates)),
  });
  const rows = payersOf(lines, world).map(({ key, payer }) => ({ payer, ...sums(lines.filter((line) => payerKey(line) === key)) }));
  return { rows, whole: sums(lines), conversions };
}
