import { allow, answered, answerUnion, Refused, type GraphqlRequest } from '#platform';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import type { PastLine, PastTable } from '../domain/past-table.js';
import { PastTableType, type PastTableLineType } from './joining.types.js';
import { pastTableOf } from './past-table.reader.js';

export const PastTableAnswer = answerUnion('PastTableAnswer', () => PastTableType);
allow('Query.pastTable', ['COORDINATOR'], { partnershipOf: ({ partnershipId }) => partnershipId });

@ArgsType()
export class PastTableArgs {
  @Field(() => ID) partnershipId: string;
  @Field(() => String) table: string;
}

const lineOf = ({ line, project: { title, startsYear, endsYear, place, domain, amountMinor, currency } }: PastLine): PastTableLineType => ({
  line, title, startsYear, endsYear, place, domain,
  amount: amountMinor !== null && currency ? { amountMinor: BigInt(amountMinor), currency } : null,
});

const tableView = ({ lines, faults, unchanged }: PastTable): PastTableType => ({
  unchanged,
  lines: lines.map(lineOf),
  faults: faults.map(({ line, column, refusal }) => ({ line, column, refusal: new Refused(refusal) })),
});

/** A table of past projects, before it is taken. Writes nothing. */
@Resolver()
export class PastTableView {
  @Query(() => PastTableAnswer, { description: 'Un tableau lu comme des projets passés. Rien n’est écrit.' })
  async pastTable(@Args() args: PastTableArgs, @Context() request: GraphqlRequest) {
    return answered(await pastTableOf(await request.read(), args), tableView);
  }
}
