import { allow, BigIntScalar, CivilDateScalar, perRequest, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';

@ObjectType()
export class BenchPerson {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) office: string;
}

@ObjectType()
export class BenchAction {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => String) title: string;
  @Field(() => String) axis: string;
  @Field(() => Int) target: number;
  @Field(() => BigIntScalar) amountMinor: string;
  @Field(() => BenchPerson) lead: BenchPerson;
  planId: string;
  leadId: string;
}

@ObjectType()
export class BenchPlan {
  @Field(() => ID) id: string;
  @Field(() => Int) year: number;
  @Field(() => String) title: string;
  @Field(() => String) status: string;
  @Field(() => CivilDateScalar) dueOn: string;
  @Field(() => [BenchAction]) actions: BenchAction[];
}

const actionsOf = perRequest(
  (request) =>
    new DataLoader<string, BenchAction[]>(async (planIds) => {
      const tx = await request.read();
      const rows = await tx.query<BenchAction>(
        `select id, plan_id as "planId", lead_id as "leadId", number, title, axis, target, amount_minor as "amountMinor" from bench_action where plan_id = any($1) order by number`,
        [planIds],
      );
      const byPlan = new Map<string, BenchAction[]>(planIds.map((id) => [id, []]));
      for (const row of rows) byPlan.get(row.planId)?.push(row);
      return planIds.map((id) => byPlan.get(id) ?? []);
    }),
);
const peopleOf = perRequest(
  (request) =>
    new DataLoader<string, BenchPerson>(async (ids) => {
      const tx = await request.read();
      const rows = await tx.query<BenchPerson>('select id, name, office from bench_person where id = any($1)', [ids]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? new Error('no such person'));
    }),
);

allow('Query.benchPlans', ['TECHNICIAN'], { partnershipOf: (args) => args['partnershipId'] });

@Resolver(() => BenchPlan)
export class BenchPlans {
  @Query(() => [BenchPlan])
  async benchPlans(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<Partial<BenchPlan>[]> {
    const tx = await request.read();
    return tx.query<BenchPlan>('select id, year, title, status, due_on::text as "dueOn" from bench_plan where partnership_id = $1 order by year', [partnershipId]);
  }

  @ResolveField(() => [BenchAction])
  actions(@Parent() plan: BenchPlan, @Context() request: GraphqlRequest): Promise<BenchAction[]> {
    return actionsOf(request).load(plan.id);
  }
}

@Resolver(() => BenchAction)
export class BenchActions {
  @ResolveField(() => BenchPerson)
  lead(@Parent() action: BenchAction, @Context() request: GraphqlRequest): Promise<BenchPerson> {
    return peopleOf(request).load(action.leadId);
  }
}
