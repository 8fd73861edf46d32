import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { told } from '../domain/facts.js';
import { wholeTable } from '../domain/plan-drafts.js';
import { aboutSheet } from '../domain/sheet.js';
import { planTableDrafts } from '../views/plan-table.reader.js';
import { keepRevision } from '../store/revision.store.js';
import { insertSheet } from '../store/sheet.store.js';
import { PlanTableImportType } from '../views/plan-table.types.js';

@InputType()
export class ImportPlanTableInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => String, { description: 'Un tableau copié d’un tableur : une ligne par fiche, la première nomme les colonnes.' }) table: string;
}

export const ImportPlanTableAnswer = answerUnion('ImportPlanTableAnswer', () => PlanTableImportType);
allow('Mutation.importPlanTable', ['TECHNICIAN', 'COORDINATOR'], { partnershipOf: ({ input }) => (input as ImportPlanTableInput | undefined)?.partnershipId });

/** A table becomes drafts of the year, all of them or none: one line that cannot be read, and nothing is written. */
@Resolver()
export class ImportPlanTable {
  constructor(private readonly work: Work) {}

  @Mutation(() => ImportPlanTableAnswer)
  async importPlanTable(@Args('input') input: ImportPlanTableInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (count): PlanTableImportType => ({ year: input.year, count: Number(count) }));
  }

  /** Answers how many fiches were made, in figures: the idempotency ledger keeps texts. */
  run(ctx: Ctx, { partnershipId, year, table }: ImportPlanTableInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const judged = await planTableDrafts(tx, { partnershipId, year, table, newId: () => tx.newId() });
      if (judged.refused) return judged;
      const sheets = wholeTable(judged.value);
      if (sheets.refused) return sheets;
      for (const sheet of sheets.value) {
        await insertSheet(tx, sheet);
        await keepRevision(tx, { before: null, after: sheet }, { kind: 'FIRST' });
        const { kind, authorPartyId } = sheet;
        tx.tell(told('SheetDrafted', aboutSheet(sheet), { year: sheet.year, kind, authorPartyId }));
      }
      return accepted(String(sheets.value.length));
    });
  }
}
