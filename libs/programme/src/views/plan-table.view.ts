import { allow, answered, answerUnion, Refused, type GraphqlRequest } from '#platform';
import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { budgetTotals } from '../domain/budget.js';
import type { PlanDrafts } from '../domain/plan-drafts.js';
import { planTableDrafts } from './plan-table.reader.js';
import { PlanTableType, type PlanTableLineType } from './plan-table.types.js';
import type { Programme } from './programme.reader.js';

export const PlanTableAnswer = answerUnion('PlanTableAnswer', () => PlanTableType);
allow('Query.planTable', ['TECHNICIAN', 'COORDINATOR'], { partnershipOf: ({ partnershipId }) => partnershipId });

@ArgsType()
export class PlanTableArgs {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => String) table: string;
}

const lineOf = ({ line, sheet }: PlanDrafts['drafts'][number], { axes }: Programme): PlanTableLineType => ({
  line,
  title: sheet.title,
  kind: sheet.kind,
  axisNumber: axes.find(({ id }) => id === sheet.axisId)?.number ?? null,
  startsOn: sheet.startsOn,
  endsOn: sheet.endsOn,
  indicators: sheet.indicators.length,
  budgetTotals: budgetTotals([sheet.budget]).map((total) => ({ ...total })),
});

/** A table, before it is taken: what each line would become, or everything that is wrong with it. Writes nothing. */
@Resolver()
export class PlanTableView {
  @Query(() => PlanTableAnswer, { description: 'Un tableau copié d’un tableur, lu comme les fiches d’une année. Rien n’est écrit.' })
  async planTable(@Args() { partnershipId, year, table }: PlanTableArgs, @Context() request: GraphqlRequest) {
    const judged = await planTableDrafts(await request.read(), { partnershipId, year, table, newId: () => '' });
    return answered(judged, ({ drafts, faults, unchanged, programme }): PlanTableType => ({
      ...{ year, unchanged },
      lines: drafts.map((draft) => lineOf(draft, programme)),
      faults: faults.map(({ line, column, refusal }) => ({ line, column, refusal: new Refused(refusal) })),
    }));
  }
}
