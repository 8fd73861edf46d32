import { accepted, type Answer } from '#kernel';
import { allow, answered, answerUnion, sha256Hex, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { told } from '../domain/facts.js';
import { coordinatesFor } from '../domain/hand.js';
import { wholePastTable } from '../domain/past-table.js';
import { longest, readText } from '../domain/text.js';
import { handOf } from '../store/hand.store.js';
import { addPastImport, lockPast } from '../store/joining.store.js';
import { pastTableOf } from '../views/past-table.reader.js';

@InputType()
export class ImportPastProjectsInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String, { description: 'Le tableau, une ligne par projet ; la première nomme les colonnes.' }) table: string;
  @Field(() => String, { nullable: true, description: 'Le nom du fichier dont il vient.' }) fileName?: string | null;
}

@ObjectType('PastProjectsTaken', { description: 'Un tableau de projets passés, repris d’un bloc.' })
export class PastProjectsTaken {
  @Field(() => Int) count: number;
}

export const ImportPastProjectsAnswer = answerUnion('ImportPastProjectsAnswer', () => PastProjectsTaken);
allow('Mutation.importPastProjects', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as ImportPastProjectsInput | undefined)?.partnershipId });

/** A table becomes past projects, all of them or none: one line that cannot be read, and nothing is written. Lines known already are left alone. */
@Resolver()
export class ImportPastProjects {
  constructor(private readonly work: Work) {}

  @Mutation(() => ImportPastProjectsAnswer)
  async importPastProjects(@Args('input') input: ImportPastProjectsInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), (count): PastProjectsTaken => Object.assign(new PastProjectsTaken(), { count: Number(count) }));
  }

  /** Answers how many projects were taken, in figures: the idempotency ledger keeps texts. */
  run(ctx: Ctx, { partnershipId, table, fileName: rawName }: ImportPastProjectsInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const fileName = readText('fileName', rawName ?? '', longest.title);
      if (fileName.refused) return fileName;
      await lockPast(tx, partnershipId);
      const judged = await pastTableOf(tx, { partnershipId, table });
      if (judged.refused) return judged;
      const lines = wholePastTable(judged.value);
      if (lines.refused) return lines;
      const { personId, ...hand } = handOf(ctx, partnershipId);
      const [partyId = ''] = coordinatesFor({ personId, ...hand });
      const id = tx.newId();
      const sha256 = sha256Hex(table);
      await addPastImport(tx, { partnershipId, id, partyId, personId, sha256, fileName: fileName.value === '' ? null : fileName.value }, lines.value);
      tx.tell(told('PastProjectsTaken', { partnershipId, subject: { kind: 'pastImport', id } }, { partyId, sha256, count: lines.value.length }));
      return accepted(String(lines.value.length));
    });
  }
}
