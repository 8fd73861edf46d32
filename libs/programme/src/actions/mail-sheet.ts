import { accepted, Zones, type Answer } from '#kernel';
import { allow, answered, answerUnion, Work, type Ctx, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { mail } from '../domain/mail-sheet.js';
import { notFound } from '../domain/refusals.js';
import { handOf } from '../store/hand.store.js';
import { lockSheet } from '../store/sheet.store.js';
import { addresseesOf } from '../views/mailed-sheet.reader.js';
import { worldOf } from '../views/programme.reader.js';
import { sheetOf } from '../views/sheet.reader.js';
import { ProjectSheetType } from '../views/sheet.types.js';

@InputType()
export class MailSheetInput {
  @Field(() => ID) sheetId: string;
  @Field(() => ID, { description: 'À qui : une personne qui siège dans l’une des administrations.' }) personId: string;
}

export const MailSheetAnswer = answerUnion('MailSheetAnswer', () => ProjectSheetType);
allow('Mutation.mailSheet', ['TECHNICIAN', 'COORDINATOR']);

/** Sends a fiche as a Word file to somebody who works on paper: one letter, in her language, through the ledger. */
@Resolver()
export class MailSheet {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => MailSheetAnswer)
  async mailSheet(@Args('input') input: MailSheetInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => sheetOf(await request.read(), id));
  }

  run(ctx: Ctx, { sheetId, personId }: MailSheetInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const sheet = await lockSheet(tx, sheetId);
      if (!sheet) return notFound();
      const people = await addresseesOf(tx, sheet.partnershipId, this.zones);
      const told = mail(sheet, { hand: handOf(ctx, sheet.partnershipId), to: people.find((one) => one.personId === personId), at: tx.now() }, await worldOf(tx, sheet.partnershipId));
      if (told.refused) return told;
      tx.tell(told.value);
      return accepted(sheetId);
    });
  }
}
