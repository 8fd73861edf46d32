import { DecisionType } from '#deliberation';
import { accepted } from '#kernel';
import { seatView, SeatType } from '#parties';
import { say } from '#phrases';
import { allow, mayView, MayType, perRequest, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { mayComplete, mayDecide, mayFollow, mayOpen, mayStart } from '../domain/action-life.js';
import type { Entry } from '../domain/followed-action.js';
import { writesFor } from '../domain/hand.js';
import { linesOf } from '../store/action.store.js';
import { handOf } from '../store/hand.store.js';
import { answers } from './action-seats.js';
import { ActionReader, dayIn, isolated } from './action.reader.js';
import { ActionDecisionType, ActionEntryType, FollowedActionMayType, FollowedActionsType, FollowedActionType } from './action.types.js';
import { localMoment } from './local-moment.js';
import { ProjectSheetType } from './sheet.types.js';

allow('Query.followedAction', 'SIGNED_IN');
allow('Query.followedActions', 'SIGNED_IN');

type Values = Record<string, string>;

/** What an entry's sentence needs besides its kind. */
function valuesOf(entry: Entry, { around: { programme, seats, language }, held }: FollowedActionType): Values {
  const day = (date: Parameters<typeof dayIn>[1]): string => dayIn(language, date);
  const own = (text: string | undefined): string => isolated(text ?? '', language);
  const party = (id: string | null): string => own(programme.parties.find((one) => one.id === id)?.shortName);
  const milestone = (place: number): string => own(held.milestones.find((line) => line.place === place)?.label);
  switch (entry.kind) {
    case 'OWNER': {
      const seat = seats.find(({ seatId }) => seatId === entry.content.seatId);
      return { party: party(entry.content.partyId), office: own(language === 'ar' ? seat?.officeAr : seat?.office) };
    }
    case 'MILESTONE':
      return { day: day(entry.content.dueOn) };
    case 'MILESTONE_DONE':
      return { label: milestone(entry.content.milestone), day: day(entry.content.doneOn) };
    case 'MILESTONE_DROPPED':
      return { label: milestone(entry.content.milestone) };
    case 'STARTED':
      return { day: day(entry.content.startedOn), early: entry.content.early ? 'YES' : 'NO' };
    case 'REPORT':
      return { state: entry.content.state ?? 'NONE', percent: entry.content.percent === null ? 'NONE' : String(entry.content.percent) };
    case 'BLOCKER':
      return { day: day(entry.content.since), party: party(entry.content.partyId) || 'NONE' };
    case 'BLOCKER_LIFTED':
      return { day: day(entry.content.liftedOn), what: own(held.blockers.find(({ place }) => place === entry.content.blocker)?.what) };
    case 'COMPLETED':
      return { day: day(entry.content.completedOn) };
    case 'MOVED':
    case 'RESCHEDULED':
      return { day: day(entry.content.endsOn) };
    default:
      return {};
  }
}

/** A decision or a fiche, in its partnership: asked so, its actions are found by their index however many partnerships there are. */
interface Subject {
  readonly partnershipId: string;
  readonly id: string;
}

/** Actions of many decisions, or of many fiches, in a few statements. */
const actionsBy = (column: 'decision' | 'sheet') => (reader: ActionReader) =>
  perRequest(
    (request) =>
      new DataLoader<Subject, FollowedActionType[], string>(
        async (subjects) => {
          const tx = await request.read();
          const found: FollowedActionType[] = [];
          for (const partnershipId of new Set(subjects.map((one) => one.partnershipId))) {
            const ids = subjects.filter((one) => one.partnershipId === partnershipId).map(({ id }) => id);
            found.push(...(await reader.shown(tx, partnershipId, column === 'decision' ? { decisionIds: ids } : { sheetIds: ids })));
          }
          return subjects.map(({ id }) => found.filter(({ held }) => (column === 'decision' ? held.decisionId : held.sheetId) === id));
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );

@Resolver(() => FollowedActionType)
export class ActionView {
  constructor(private readonly reader: ActionReader) {}

  @Query(() => FollowedActionType, { nullable: true })
  async followedAction(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<FollowedActionType | null> {
    return this.reader.actionOf(await request.read(), id);
  }

  @Query(() => FollowedActionsType, { nullable: true })
  async followedActions(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('year', { type: () => Int, nullable: true }) year: number | null,
    @Context() request: GraphqlRequest,
  ): Promise<FollowedActionsType | null> {
    return this.reader.yearOf(await request.read(), { partnershipId, year: year ?? null });
  }

  @ResolveField(() => [ActionEntryType], { description: 'Toute l’histoire de l’action, la ligne la plus récente d’abord.' })
  async history(@Parent() action: FollowedActionType, @Context() request: GraphqlRequest): Promise<ActionEntryType[]> {
    const { around: { programme: { parties }, zones, language }, held } = action;
    const lines = linesOf(held);
    const tx = await request.read();
    const people = lines.length === 0 ? [] : await tx.query<{ id: string; displayName: string }>('select id, display_name as "displayName" from person where id = any ($1::uuid[])', [lines.map(({ personId }) => personId)]);
    return lines.toReversed().map((line) => {
      const party = parties.find(({ id }) => id === line.partyId) ?? null;
      const author = people.find(({ id }) => id === line.personId)?.displayName ?? '';
      return { place: line.place, kind: line.kind, note: line.note, author, party, sentence: say(language, `actions.history.${line.kind}`, valuesOf(line, action)), moment: localMoment(zones, party ?? parties[0]!, line.occurredAt) };
    });
  }

  @ResolveField(() => [SeatType], { description: 'Les sièges que le lecteur peut désigner pour répondre de l’action.' })
  ownerChoices(@Parent() { around: { seats, programme, language }, partnershipId }: FollowedActionType, @Context() request: GraphqlRequest): SeatType[] {
    const mine = writesFor(handOf(request.ctx, partnershipId));
    return seats.filter((seat) => seat.holder && answers(seat) && mine.includes(seat.partyId)).map((seat) => seatView(seat, programme.parties, language));
  }

  @ResolveField(() => [ActionDecisionType], { description: 'Les décisions exécutoires qui peuvent annuler ou reporter l’action.' })
  decisionChoices(@Parent() { around: { decisions }, held }: FollowedActionType): ActionDecisionType[] {
    return decisions.filter(({ id, executoryAt }) => executoryAt !== null && id !== held.decisionId).map((decision) => ({ ...decision }));
  }

  @ResolveField(() => FollowedActionMayType)
  viewerMay(@Parent() { held, around: { programme } }: FollowedActionType, @Context() request: GraphqlRequest): FollowedActionMayType {
    const hand = handOf(request.ctx, held.partnershipId);
    const start = mayStart(held, { hand, sources: programme.world.sources });
    const decide = mayDecide(held, { hand });
    const early = start.refused && start.code === 'ACTION_NOT_EXECUTORY' && !decide.refused;
    return { follow: mayView(mayFollow(held, { hand })), start: mayView(start), startEarly: mayView(early ? accepted(true) : start.refused ? start : decide), complete: mayView(mayComplete(held, { hand })), decide: mayView(decide) };
  }
}

const partnershipOfDecision = perRequest(
  (request) =>
    new DataLoader<string, string>(async (ids) => {
      const lines = await (await request.read()).query<{ id: string; partnershipId: string }>('select id, partnership_id as "partnershipId" from decision where id = any ($1::uuid[])', [[...ids]]);
      return ids.map((id) => lines.find((line) => line.id === id)?.partnershipId ?? '');
    }),
);

/** A decision shows what follows it (F42). */
@Resolver(() => DecisionType)
export class DecisionActionsView {
  private readonly actions: (request: GraphqlRequest) => DataLoader<Subject, FollowedActionType[], string>;

  constructor(reader: ActionReader) {
    this.actions = actionsBy('decision')(reader);
  }

  @ResolveField('followUps', () => [FollowedActionType], { description: 'Les actions qui mettent cette décision en œuvre.' })
  async followUps(@Parent() { id }: DecisionType, @Context() request: GraphqlRequest): Promise<FollowedActionType[]> {
    const partnershipId = await partnershipOfDecision(request).load(id);
    return partnershipId === '' ? [] : this.actions(request).load({ partnershipId, id });
  }

  @ResolveField('viewerMayFollowUp', () => MayType, { description: 'Ouvrir une suite à cette décision.' })
  async viewerMayFollowUp(@Parent() { id, state }: DecisionType, @Context() request: GraphqlRequest): Promise<MayType> {
    return mayView(mayOpen({ state }, handOf(request.ctx, await partnershipOfDecision(request).load(id))));
  }
}

/** A fiche shows the action it became. */
@Resolver(() => ProjectSheetType)
export class SheetActionView {
  private readonly actions: (request: GraphqlRequest) => DataLoader<Subject, FollowedActionType[], string>;

  constructor(reader: ActionReader) {
    this.actions = actionsBy('sheet')(reader);
  }

  @ResolveField('followedAction', () => FollowedActionType, { nullable: true, description: 'L’action suivie, une fois le plan adopté.' })
  async followedAction(@Parent() { partnershipId, id }: ProjectSheetType, @Context() request: GraphqlRequest): Promise<FollowedActionType | null> {
    return (await this.actions(request).load({ partnershipId, id }))[0] ?? null;
  }
}
