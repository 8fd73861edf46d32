import { dateInWords, MachineClock, Zones, type CivilDate } from '#kernel';
import { attachmentsOf, attachmentView, AttachmentType, type AttachmentLine } from '#parties';
import { say } from '#phrases';
import { allow, mayView, perRequest, type GraphqlRequest } from '#platform';
import DataLoader from 'dataloader';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayContest } from '../domain/contest.js';
import { handOf } from '../store/hand.store.js';
import { deskOf } from './entering-desk.reader.js';
import { enteredIn, enteredLoaders, enteredOf } from './entered.reader.js';
import { EnteredActMayType, EnteredActType, EnteredStandingType, EnteringDeskType } from './entered.types.js';
import { ActionPlanType } from './plan.types.js';
import { ProjectSheetType } from './sheet.types.js';

allow('Query.enteredActs', 'SIGNED_IN');
allow('Query.enteredAct', 'SIGNED_IN');
allow('Query.enteringDesk', 'SIGNED_IN');

/** The papers of many entered acts in one statement. */
const proofsOf = perRequest(
  (request) =>
    new DataLoader<string, readonly AttachmentLine[]>(async (ids) => {
      const lines = await attachmentsOf(await request.read(), 'enteredAct', ids);
      return ids.map((id) => lines.filter(({ subjectId }) => subjectId === id));
    }),
);

/** Acts entered for somebody: the list of both coordinations, and each as its person sees it. */
@Resolver(() => EnteredActType)
export class EnteredView {
  constructor(
    private readonly zones: Zones,
    private readonly machine: MachineClock,
  ) {}

  @Query(() => [EnteredActType], { description: 'Les plus récents d’abord.' })
  async enteredActs(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<EnteredActType[]> {
    return enteredIn(await request.read(), partnershipId, this.zones);
  }

  @Query(() => EnteredActType, { nullable: true })
  async enteredAct(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<EnteredActType | null> {
    return enteredOf(await request.read(), id, this.zones);
  }

  @Query(() => EnteringDeskType, { nullable: true })
  async enteringDesk(@Args('subjectId', { type: () => ID }) subjectId: string, @Context() request: GraphqlRequest): Promise<EnteringDeskType | null> {
    return deskOf(await request.read(), { subjectId, hand: (partnershipId) => handOf(request.ctx, partnershipId), machineNow: this.machine.now() }, this.zones);
  }

  @ResolveField(() => [AttachmentType], { description: 'Le papier, quand il est joint.' })
  async proofs(@Parent() { held, parties }: EnteredActType, @Context() request: GraphqlRequest): Promise<AttachmentType[]> {
    const [tx, lines] = [await request.read(), await proofsOf(request).load(held.id)];
    return lines.map((line) => attachmentView(tx, line, { parties, sharedAt: held.enteredAt }));
  }

  @ResolveField(() => EnteredStandingType)
  async standing(@Parent() entered: EnteredActType, @Context() request: GraphqlRequest): Promise<EnteredStandingType> {
    const { held, readAt } = entered;
    const { language } = request.ctx;
    const over = (await this.todayAt(entered, request)) > held.contestUntil;
    const state = held.contestedAt ? 'CONTESTED' : over ? 'ELAPSED' : readAt ? 'READ' : 'WAITING';
    return { state, sentence: say(language, `entered.state.${state}`, { day: dateInWords(held.contestUntil, language, 'FULL') }) };
  }

  @ResolveField(() => EnteredActMayType)
  async viewerMay(@Parent() entered: EnteredActType, @Context() request: GraphqlRequest): Promise<EnteredActMayType> {
    const { held } = entered;
    return { contest: mayView(mayContest(held, handOf(request.ctx, held.partnershipId), await this.todayAt(entered, request))) };
  }

  private async todayAt({ party }: EnteredActType, request: GraphqlRequest): Promise<CivilDate> {
    const tx = await request.read();
    return this.zones.civilAt(tx.now(), party.territory.zone).date;
  }
}

/** What was entered for somebody on a fiche. */
@Resolver(() => ProjectSheetType)
export class EnteredOnSheet {
  private readonly loaders: ReturnType<typeof enteredLoaders>;

  constructor(zones: Zones) {
    this.loaders = enteredLoaders(zones);
  }

  @ResolveField(() => [EnteredActType], { description: 'Ce qui y a été saisi pour quelqu’un, dans l’ordre.' })
  async enteredActs(@Parent() { held }: ProjectSheetType, @Context() request: GraphqlRequest): Promise<EnteredActType[]> {
    return [...(await this.loaders.ofSubject(request).load(held.sheet.id))];
  }
}

/** What was entered for somebody on a plan. */
@Resolver(() => ActionPlanType)
export class EnteredOnPlan {
  private readonly loaders: ReturnType<typeof enteredLoaders>;

  constructor(zones: Zones) {
    this.loaders = enteredLoaders(zones);
  }

  @ResolveField(() => [EnteredActType], { description: 'Ce qui y a été saisi pour quelqu’un, dans l’ordre.' })
  async enteredActs(@Parent() { held }: ActionPlanType, @Context() request: GraphqlRequest): Promise<EnteredActType[]> {
    return [...(await this.loaders.ofSubject(request).load(held.plan.id))];
  }
}
