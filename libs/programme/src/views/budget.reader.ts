import { dateInWords, isCurrency, type Language, type Money } from '#kernel';
import type { PartyType } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import type { BudgetSums, BudgetTable, BudgetWorld, Conversion } from '../domain/budget-table.js';
import type { Hand } from '../domain/hand.js';
import { mayWithdrawRate, type KeptRate } from '../domain/rate.js';
import { handOf } from '../store/hand.store.js';
import { standingRate, type StandingRate } from '../store/rate.store.js';
import type { BudgetConversionType, BudgetRowType, BudgetSumsType, ExchangeRateType } from './budget.types.js';

/** Who a budget is cut among, and the currency each counts in. */
export const budgetParties = (parties: readonly PartyType[]): BudgetWorld['parties'] =>
  parties.map(({ id, shortName, territory }) => ({ id, shortName, currency: isCurrency(territory.currency) ? territory.currency : null }));

const numberLocales: Readonly<Record<Language, string>> = { fr: 'fr-FR', ar: 'ar-MA', zgh: 'fr-FR', en: 'en-GB' };
/** « 1 EUR = 10,8534 MAD », every figure kept. */
export const equationOf = ({ from, to, value }: KeptRate, language: Language): string =>
  `1 ${from} = ${new Intl.NumberFormat(numberLocales[language], { maximumFractionDigits: 10 }).format(value as `${number}`)} ${to}`;

/** How a rate is shown; `usedIn` is the year of a plan frozen with it. */
export function rateView(rate: KeptRate & Partial<Pick<StandingRate, 'withdrawnAt'>>, { hand, usedIn, language }: { hand: Hand; usedIn: number | null; language: Language }): ExchangeRateType {
  const { id, from, to, value, day, source } = rate;
  return {
    ...{ id, from, to, value, day, source },
    equation: equationOf(rate, language),
    sentence: say(language, 'programme.rate.sentence', { day: dateInWords(day, language, 'LONG'), source }),
    withdraw: mayView(mayWithdrawRate({ withdrawnAt: rate.withdrawnAt ?? null }, hand, usedIn)),
  };
}

/** One rate; `null` when absent or foreign. */
export async function rateOf(tx: ReadTx, id: string): Promise<ExchangeRateType | null> {
  const rate = await standingRate(tx, id);
  return rate && rateView(rate, { hand: handOf(tx.ctx, rate.partnershipId), usedIn: rate.usedIn, language: tx.ctx.language });
}

const shown = (amounts: readonly Money[]) => amounts.map((amount) => ({ ...amount }));
export const sumsView = ({ cash, inKind, totals, converted }: BudgetSums): BudgetSumsType => ({ cash: shown(cash), inKind: shown(inKind), totals: shown(totals), converted: shown(converted) });

export const rowsView = ({ rows }: BudgetTable, language: Language): BudgetRowType[] =>
  rows.map(({ payer, ...sums }) => ({ kind: payer.kind, partyId: payer.partyId, name: payer.kind === 'UNSAID' ? say(language, 'programme.budget.unsaid') : payer.name, sums: sumsView(sums) }));

/** What a conversion says of itself; `frozen`: its plan is, and no rate will come any more. */
export function conversionView({ currency, total, cash, inKind, missing }: Conversion, frozen: boolean, language: Language): BudgetConversionType {
  const why = total ? 'DONE' : missing.length === 0 ? 'TOO_LARGE' : frozen ? 'FROZEN' : 'MISSING';
  return { currency, total, cash, inKind, sentence: say(language, 'programme.budget.conversion', { currency, why, missing: missing.join(', ') }) };
}
