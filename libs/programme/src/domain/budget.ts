import { accepted, isCurrency, money, totalsOf, type Answer, type Money } from '#kernel';
import { amountOutOfRange, currencyUnknown, notFound, tooMany } from './refusals.js';
import type { BudgetLine } from './sheet.js';
import { longest, readFilledText, readText } from './text.js';

/** A line as typed: its amount in minor units, its currency as text. */
export interface TypedLine {
  readonly label: string;
  readonly partyId: string | null;
  readonly funder: string | null;
  readonly kind: BudgetLine['kind'];
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** One line has fifteen figures at most, in every currency: a typed amount of more is refused, and a thousand such lines still fit a 64-bit total. */
export const mostMinor = 10n ** 15n - 1n;
const mostLines = 200;

function readLine(typed: TypedLine, partyIds: readonly string[]): Answer<BudgetLine> {
  const label = readFilledText('budget', typed.label, longest.line);
  if (label.refused) return label;
  const funder = readText('funder', typed.funder ?? '', longest.line);
  if (funder.refused) return funder;
  if (typed.partyId !== null && !partyIds.includes(typed.partyId)) return notFound();
  if (typed.amountMinor < 0n || typed.amountMinor > mostMinor) return amountOutOfRange(label.value);
  if (!isCurrency(typed.currency)) return currencyUnknown(typed.currency.slice(0, 10).toWellFormed());
  const { partyId, kind, currency, amountMinor } = typed;
  return accepted({ label: label.value, partyId, funder: funder.value || null, kind, amountMinor: amountMinor.toString(), currency });
}

/** Reads the budget lines typed: amounts from zero, currencies we know, parties of this partnership only. */
export function readBudget(typed: readonly TypedLine[], partyIds: readonly string[]): Answer<readonly BudgetLine[]> {
  if (typed.length > mostLines) return tooMany('budget', typed.length, mostLines);
  const read: BudgetLine[] = [];
  for (const line of typed) {
    const answer = readLine(line, partyIds);
    if (answer.refused) return answer;
    read.push(answer.value);
  }
  return accepted(read);
}

/** One exact total per currency over all lines: nothing is converted. */
export const budgetTotals = (budgets: readonly (readonly BudgetLine[])[]): readonly Money[] =>
  totalsOf(budgets.flat().map(({ amountMinor, currency }) => money(BigInt(amountMinor), currency)));
