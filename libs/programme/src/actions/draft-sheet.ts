import { agreementIdOf, whyLacking } from '#agreement';
import { accepted, type Answer } from '#kernel';
import { say } from '#phrases';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { draft, readYear } from '../domain/draft.js';
import { told } from '../domain/facts.js';
import { noAgreement, notFound } from '../domain/refusals.js';
import { aboutSheet } from '../domain/sheet.js';
import { handOf } from '../store/hand.store.js';
import { keepRevision } from '../store/revision.store.js';
import { insertSheet, sheetById } from '../store/sheet.store.js';
import { isUuid } from '../store/uuid.js';
import { SheetKindEnum } from '../views/programme.enums.js';
import { programmeOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class DraftSheetInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => Int) year: number;
  @Field(() => SheetKindEnum) kind: keyof typeof SheetKindEnum;
  @Field(() => ID, { nullable: true }) axisId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Une piste de l’Annexe II : elle donne le titre, l’axe et les cibles.' }) actionLeadId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Une fiche à reprendre : ses textes, ses cibles, son budget, ses jours à l’année voulue.' }) fromSheetId?: string | null;
  @Field(() => String, { nullable: true, description: 'Sans titre, celui de la piste.' }) title?: string | null;
}

export const DraftSheetAnswer = answerUnion('DraftSheetAnswer', () => ProjectSheetType);
allow('Mutation.draftSheet', ['TECHNICIAN', 'COORDINATOR'], { partnershipOf: ({ input }) => (input as DraftSheetInput | undefined)?.partnershipId });

/** A new fiche, empty or started from a lead of Annexe II; open to its author's party only until it is submitted. */
@Resolver()
export class DraftSheet {
  constructor(private readonly work: Work) {}

  @Mutation(() => DraftSheetAnswer)
  async draftSheet(@Args('input') input: DraftSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, input: DraftSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const { partnershipId, kind, axisId = null, actionLeadId = null, title = null, fromSheetId = null } = input;
      const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
      if (!programme) return notFound();
      const agreementId = await agreementIdOf(tx, partnershipId);
      if (!agreementId) return noAgreement();
      const lacking = await whyLacking(tx, partnershipId, 'PLAN');
      if (lacking) return lacking;
      const year = readYear(input.year, tx.now().getUTCFullYear());
      if (year.refused) return year;
      const from = fromSheetId === null ? null : await sheetById(tx, fromSheetId);
      if (fromSheetId !== null && from?.partnershipId !== partnershipId) return notFound();
      const place = { partnershipId, agreementId, kind, axisId, actionLeadId, title, from, year: year.value };
      const peopleLabel = say('fr', 'programme.draftSheet.peopleIndicator');
      const drafted = draft({ ...place, id: tx.newId(), hand: handOf(ctx, partnershipId), peopleLabel }, programme.world);
      if (drafted.refused) return drafted;
      const sheet = drafted.value;
      await insertSheet(tx, sheet);
      await keepRevision(tx, { before: null, after: sheet }, { kind: 'FIRST' });
      tx.tell(told('SheetDrafted', aboutSheet(sheet), { year: sheet.year, kind: sheet.kind, authorPartyId: sheet.authorPartyId }));
      return accepted(sheet.id);
    });
  }
}
