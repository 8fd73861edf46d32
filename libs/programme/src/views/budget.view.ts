import type { PartyType } from '#parties';
import { say } from '#phrases';
import { mayView, perRequest, type GraphqlRequest } from '#platform';
import DataLoader from 'dataloader';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { budgetTable } from '../domain/budget-table.js';
import { coordinates } from '../domain/hand.js';
import { planStateForbids } from '../domain/refusals.js';
import { latestRates, type KeptRate } from '../domain/rate.js';
import type { BudgetLine } from '../domain/sheet.js';
import { handOf } from '../store/hand.store.js';
import { ratesInForce, ratesOfPlans, ratesOfSheets, type StandingRate } from '../store/rate.store.js';
import { budgetParties, conversionView, rateView, rowsView, sumsView } from './budget.reader.js';
import { BudgetTableType } from './budget.types.js';
import { ActionPlanType } from './plan.types.js';
import { ProjectSheetType } from './sheet.types.js';

/** Rates in force of many partnerships, in one statement. */
const standing = perRequest(
  (request) =>
    new DataLoader<string, readonly StandingRate[]>(async (ids) => {
      const rates = await ratesInForce(await request.read(), ids);
      return ids.map((id) => rates.filter(({ partnershipId }) => partnershipId === id));
    }),
);

interface HeldSheet {
  readonly partnershipId: string;
  readonly id: string;
}
/** What the plans of many sheets were frozen with, in one statement; `null` for a sheet of no frozen plan. */
const frozenOfSheets = perRequest(
  (request) =>
    new DataLoader<HeldSheet, readonly KeptRate[] | null, string>(
      async (sheets) => {
        const found = await ratesOfSheets(await request.read(), [...new Set(sheets.map(({ partnershipId }) => partnershipId))], sheets.map(({ id }) => id));
        return sheets.map(({ id }) => found.find((one) => one.id === id)?.rates ?? null);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
);
const frozenOfPlans = perRequest(
  (request) =>
    new DataLoader<string, readonly KeptRate[]>(async (ids) => {
      const found = await ratesOfPlans(await request.read(), ids);
      return ids.map((id) => found.find((one) => one.id === id)?.rates ?? []);
    }),
);

interface Shown {
  readonly partnershipId: string;
  readonly parties: readonly PartyType[];
  readonly lines: readonly BudgetLine[];
  /** With which rates the plan was frozen; `null` while those in force count. */
  readonly frozen: readonly KeptRate[] | null;
}

/** A budget with the rates that count for it: those its plan was frozen with, else the latest in force. */
async function tableView(request: GraphqlRequest, { partnershipId, parties, lines, frozen }: Shown): Promise<BudgetTableType> {
  const { language } = request.ctx;
  const hand = handOf(request.ctx, partnershipId);
  const inForce = frozen ? [] : await standing(request).load(partnershipId);
  const rates = latestRates(frozen ?? inForce);
  const table = budgetTable(lines, { parties: budgetParties(parties), rates });
  const used = new Set(table.conversions.flatMap((conversion) => conversion.rates.map(({ id }) => id)));
  const usedIn = (id: string): number | null => inForce.find((rate) => rate.id === id)?.usedIn ?? null;
  const withdrawal = (rate: KeptRate) => (frozen ? { ...rateView(rate, { hand, usedIn: null, language }), withdraw: mayView(planStateForbids('FROZEN', 'RATE')) } : rateView(rate, { hand, usedIn: usedIn(rate.id), language }));
  return {
    rows: rowsView(table, language),
    whole: sumsView(table.whole),
    conversions: table.conversions.map((conversion) => conversionView(conversion, frozen !== null, language)),
    rates: rates.filter(({ id }) => used.has(id)).map(withdrawal),
    rounding: table.conversions.some(({ total }) => total) ? say(language, 'programme.budget.rounding') : null,
    recordRate: mayView(frozen ? planStateForbids('FROZEN', 'RATE') : coordinates(hand)),
  };
}

/** The budget of a fiche, by who pays. */
@Resolver(() => ProjectSheetType)
export class SheetBudgetView {
  @ResolveField(() => BudgetTableType)
  async budgetTable(@Parent() { held, parties }: ProjectSheetType, @Context() request: GraphqlRequest): Promise<BudgetTableType> {
    const { partnershipId, id, budget: lines } = held.sheet;
    const frozen = held.inPlan ? await frozenOfSheets(request).load({ partnershipId, id }) : null;
    return tableView(request, { partnershipId, parties, lines, frozen });
  }
}

/** The budget of a plan: of every action it retains. */
@Resolver(() => ActionPlanType)
export class PlanBudgetView {
  @ResolveField(() => BudgetTableType)
  async budgetTable(@Parent() { held: { plan, actions }, parties }: ActionPlanType, @Context() request: GraphqlRequest): Promise<BudgetTableType> {
    const frozen = plan.state === 'FROZEN' || plan.state === 'ADOPTED' ? await frozenOfPlans(request).load(plan.id) : null;
    return tableView(request, { partnershipId: plan.partnershipId, parties, lines: actions.flatMap(({ budget }) => budget), frozen });
  }
}
