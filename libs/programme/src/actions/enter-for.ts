import { accepted, addDays, Zones, type Answer, type CivilDate } from '#kernel';
import { keepAttachment } from '#parties';
import { allow, answered, answerUnion, CivilDateScalar, sha256Hex, Work, type CheckedFile, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { enteredTold, enteringBounds, mayEnter, pensOf, type Channel, type EnteredAct, type EnteredKind, type Entering } from '../domain/entered.js';
import { coordinatesFor, type Hand } from '../domain/hand.js';
import { actionsText, validate, type PlanCase } from '../domain/plan.js';
import { notFound } from '../domain/refusals.js';
import { coValidate, returnToAuthor, submit, type SheetCase } from '../domain/sheet-life.js';
import { sheetSaidBy } from '../domain/said-sheet.js';
import { readText } from '../domain/text.js';
import { keepEntered } from '../store/entered.store.js';
import { handOf } from '../store/hand.store.js';
import { keepPlan, keepPlanValidationOf, lockPlanCase } from '../store/plan.store.js';
import { freezeVersion, keepSheet, keepValidationOf, lockSheetCase } from '../store/sheet.store.js';
import { ChannelEnum, EnteredKindEnum } from '../views/programme.enums.js';
import { EnteredActType } from '../views/entered.types.js';
import { enteredOf } from '../views/entered.reader.js';
import { groundOf, type Ground } from '../views/entering.reader.js';

@InputType()
export class EnterForInput {
  @Field(() => EnteredKindEnum) act: EnteredKind;
  @Field(() => ID, { description: 'La fiche, ou le plan.' }) subjectId: string;
  @Field(() => ID, { description: 'La personne dont c’est la parole.' }) personId: string;
  @Field(() => ChannelEnum) channel: Channel;
  @Field(() => CivilDateScalar, { description: 'Le jour où elle l’a dit ou écrit, chez elle.' }) saidOn: CivilDate;
  @Field(() => Int, { nullable: true, description: 'La version lue de la fiche : une autre entre-temps est refusée.' }) version?: number | null;
  @Field(() => String, { nullable: true, description: 'ActionPlan.actionsHash tel que lu.' }) actionsHash?: string | null;
  @Field(() => String, { nullable: true, description: 'Le motif, pour un renvoi.' }) reason?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const EnterForAnswer = answerUnion('EnterForAnswer', () => EnteredActType);
allow('Mutation.enterFor', ['COORDINATOR']);

/** What an act leaves behind: the state before, and which version it spoke of. */
type Done = Pick<EnteredAct, 'subjectKind' | 'stateBefore' | 'version'>;

/** « Saisi pour X par Y »: somebody's word on paper or by telephone becomes her act in the chain, told to her at once. */
@Resolver()
export class EnterFor {
  constructor(
    private readonly work: Work,
    private readonly zones: Zones,
  ) {}

  @Mutation(() => EnterForAnswer)
  async enterFor(@Args('input') input: EnterForInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => enteredOf(await request.read(), id, this.zones));
  }

  /** Answers the entry's id; `file` is the paper itself, looked into already. */
  run(ctx: Ctx, input: EnterForInput, file: CheckedFile | null = null): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const plan = input.act === 'VALIDATE_PLAN' ? await lockPlanCase(tx, input.subjectId) : null;
      const sheet = input.act === 'VALIDATE_PLAN' ? null : await lockSheetCase(tx, input.subjectId);
      const held = plan?.plan ?? sheet?.sheet;
      if (!held) return notFound();
      const note = readText('note', input.note ?? '', enteringBounds.note);
      if (note.refused) return note;
      const ground = await groundOf(tx, { partnershipId: held.partnershipId, act: input.act, personId: input.personId, saidOn: input.saidOn, sheet: sheet?.sheet ?? null }, this.zones);
      const hand = handOf(ctx, held.partnershipId);
      const may = mayEnter(this.enteringOf(input, { ground, hand, validations: (plan ?? sheet)?.validations ?? [], proof: file !== null }));
      if (may.refused) return may;
      // One instant for the act and for what it leaves: by it a validation is known as entered.
      const at = tx.now();
      const done = plan ? await this.onPlan(tx, plan, { input, ground, at }) : await this.onSheet(tx, sheet as SheetCase, { input, ground, hand, partyId: may.value, at });
      if (done.refused) return done;
      const byPartyId = coordinatesFor(hand).find((id) => id === may.value) ?? coordinatesFor(hand)[0] ?? '';
      return this.keep(tx, { at, input, ground, partyId: may.value, byPartyId, note: note.value, partnershipId: held.partnershipId, ...done.value }, file);
    });
  }

  private enteringOf({ act, saidOn }: EnterForInput, of: { ground: Ground; hand: Hand; validations: SheetCase['validations'] | PlanCase['validations']; proof: boolean }): Entering {
    const { ground, hand, validations, proof } = of;
    const { sayer, partyId, today, since, answers, world } = ground;
    return { act, by: hand, sayer, partyId, saidOn, today, since, proof, answers, pens: act === 'RETURN_SHEET' ? [] : pensOf(validations, partyId), parties: world.parties };
  }

  private async onPlan(tx: Tx, held: PlanCase, { input, ground, at: validatedAt }: { input: EnterForInput; ground: Ground; at: Date }): Promise<Answer<Done>> {
    const { plan } = held;
    const decided = validate(held, { hand: ground.sayer, read: input.actionsHash ?? null, current: sha256Hex(actionsText(held.actions)) }, ground.world);
    if (decided.refused) return decided;
    const { state, facts, validatedFor } = decided.value;
    await keepPlanValidationOf(tx, state, { partyId: validatedFor, personId: input.personId, validatedAt });
    await keepPlan(tx, state);
    tx.tell(...facts);
    return accepted({ subjectKind: 'actionPlan', stateBefore: plan.state, version: plan.version });
  }

  private async onSheet(tx: Tx, held: SheetCase, { input, ground, hand, partyId, at }: { input: EnterForInput; ground: Ground; hand: Hand; partyId: string; at: Date }): Promise<Answer<Done>> {
    const { sayer, world } = ground;
    const { sheet } = held;
    const said = input.act === 'SUBMIT_SHEET' ? sheetSaidBy(sheet, { by: hand, personId: input.personId, partyId }, world) : accepted(sheet);
    if (said.refused) return said;
    const [now, version] = [{ ...held, sheet: said.value }, input.version ?? null];
    const decided =
      input.act === 'SUBMIT_SHEET' ? submit(now, { hand: sayer, version, at }, world)
      : input.act === 'CO_VALIDATE_SHEET' ? coValidate(now, { hand: sayer, version: version ?? sheet.version }, world)
      : returnToAuthor(now, { hand: sayer, reason: input.reason ?? '' });
    if (decided.refused) return decided;
    const { state, facts, validatedFor } = decided.value;
    await keepSheet(tx, state);
    if (input.act === 'SUBMIT_SHEET') await freezeVersion(tx, state, input.personId);
    if (validatedFor) await keepValidationOf(tx, state, { partyId: validatedFor, personId: input.personId, validatedAt: at });
    tx.tell(...facts);
    return accepted({ subjectKind: 'projectSheet', stateBefore: sheet.state, version: sheet.version });
  }

  private async keep(tx: Tx, of: Done & { at: Date; input: EnterForInput; ground: Ground; partyId: string; byPartyId: string; note: string; partnershipId: string }, file: CheckedFile | null): Promise<Answer<string>> {
    const { at, input, ground, partyId, byPartyId, note, partnershipId, ...done } = of;
    const id = tx.newId();
    const proof = file && (await keepAttachment(tx, { partnershipId, subject: { kind: 'enteredAct', id }, partyId: byPartyId }, file));
    const { act, subjectId, personId, channel, saidOn } = input;
    const contested = { contestUntil: addDays(ground.today, enteringBounds.contestDays), contestedAt: null, contestedBy: null, contestReason: null, undone: null };
    const entered: EnteredAct = {
      id, partnershipId, act, subjectId, partyId, personId, byPartyId, channel, saidOn, note, ...done, ...ground.capacity, ...contested,
      byPersonId: tx.ctx.actor?.personId ?? '', proofSha256: proof?.sha256 ?? null, enteredAt: at,
    };
    await keepEntered(tx, entered);
    tx.tell(enteredTold(entered));
    return accepted(id);
  }
}
