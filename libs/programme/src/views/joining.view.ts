import { civilDate, dateInWords, Zones } from '#kernel';
import { agreementIdOf } from '#agreement';
import { paperDecisions } from '#deliberation';
import type { PartyType } from '#parties';
import { say } from '#phrases';
import { allow, mayView, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayTakeUp, takeable } from '../domain/take-up.js';
import { handOf } from '../store/hand.store.js';
import { takenDecisions, takenUpPlans, takenUpWith, waitingTakeUps } from '../store/take-up.store.js';
import { lastPlanOf } from '../store/plan.store.js';
import { isUuid } from '../store/uuid.js';
import { historyOf } from './history.reader.js';
import { HistoryType, TakenUpPlanType, TakeUpOfferType } from './joining.types.js';
import { ActionPlanType } from './plan.types.js';
import { ProjectSheetType } from './sheet.types.js';
import { programmeOf } from './programme.reader.js';
import { sheetsOfYear } from './sheet.reader.js';
import { takeUpView } from './take-up.reader.js';

allow('Query.history', 'SIGNED_IN');
allow('Query.takeUpOffer', 'SIGNED_IN');

/** What existed before Passerelle, as it is shown and offered. */
@Resolver()
export class JoiningView {
  constructor(private readonly zones: Zones) {}

  @Query(() => HistoryType, { nullable: true, description: 'Le fil de la coopération, d’avant Passerelle jusqu’à aujourd’hui.' })
  async history(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<HistoryType | null> {
    return isUuid(partnershipId) ? historyOf(await request.read(), partnershipId, this.zones) : null;
  }

  @Query(() => TakeUpOfferType, { nullable: true, description: 'De quoi reprendre le plan d’une année, adopté sur papier.' })
  async takeUpOffer(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Args('year', { type: () => Int }) year: number, @Context() request: GraphqlRequest): Promise<TakeUpOfferType | null> {
    const tx = await request.read();
    const programme = isUuid(partnershipId) && year >= 1900 && year <= 2200 ? await programmeOf(tx, partnershipId) : null;
    const agreementId = programme && (await agreementIdOf(tx, partnershipId));
    if (!programme || !agreementId) return null;
    const taken = await takenDecisions(tx, partnershipId);
    const decisions = (await paperDecisions(tx, partnershipId)).filter(({ decisionId }) => !taken.has(decisionId));
    const sheets = (await sheetsOfYear(tx, partnershipId, year)).filter(({ state, inPlan }) => takeable.includes(state) && !inPlan);
    const last = await lastPlanOf(tx, partnershipId, { agreementId, year });
    const waiting = (await waitingTakeUps(tx, [partnershipId])).find((line) => line.year === year);
    return {
      year,
      decisions: decisions.map(({ decisionId: id, title, number, heldOn }) => ({ id, title, number, heldOn })),
      sheets: sheets.flatMap(({ id, title, authorPartyId }) => programme.parties.filter((party) => party.id === authorPartyId).map((authorParty) => ({ id, title, authorParty }))),
      waiting: waiting ? await takeUpView(tx, waiting, this.zones) : null,
      viewerMay: mayView(mayTakeUp(handOf(request.ctx, partnershipId), year, last)),
    };
  }
}

/** Adds where it comes from to a plan that was taken up from a paper: `actionPlan { takenUp { … } }`. */
@Resolver(() => ActionPlanType)
export class TakenUpPlanView {
  constructor(private readonly zones: Zones) {}

  @ResolveField('takenUp', () => TakenUpPlanType, { nullable: true, description: 'Repris : adopté sur papier avant Passerelle. Nul pour un plan adopté ici.' })
  async takenUp(@Parent() { id, partnershipId }: ActionPlanType, @Context() request: GraphqlRequest): Promise<TakenUpPlanType | null> {
    const tx = await request.read();
    const [line] = await takenUpPlans(tx, [id]);
    const programme = line && (await programmeOf(tx, partnershipId));
    const [party, other] = [line?.partyId, line?.confirmedParty].map((partyId) => programme?.parties.find(({ id }) => id === partyId));
    if (!line || !party || !other) return null;
    const { language } = tx.ctx;
    const { number, heldOn, personName, confirmerName, takenAt, confirmedAt, paperId: paperMinutesId } = line;
    const dayOf = (instant: Date, { territory }: PartyType): string => dateInWords(this.zones.civilAt(instant, territory.zone).date, language, 'LONG');
    const days = { day: dateInWords(civilDate(heldOn), language, 'LONG'), takenOn: dayOf(takenAt, party), confirmedOn: dayOf(confirmedAt, other) };
    const people = { person: personName ?? '', party: party.shortName, confirmer: confirmerName ?? '', confirmedFor: other.shortName };
    return { paperMinutesId, takenAt, sentence: say(language, 'history.takenUpPlan', { number, ...days, ...people }) };
  }
}

/** The same of a fiche that such a plan holds: `projectSheet { takenUp }`. */
@Resolver(() => ProjectSheetType)
export class TakenUpSheetView {
  @ResolveField('takenUp', () => String, { nullable: true, description: 'Reprise : adoptée sur papier avant Passerelle, ou proposée comme telle, et par quel procès-verbal.' })
  async takenUp(@Parent() { id }: ProjectSheetType, @Context() request: GraphqlRequest): Promise<string | null> {
    const tx = await request.read();
    const line = await takenUpWith(tx, id);
    return line && say(tx.ctx.language, line.waits ? 'history.takeUpWaits' : 'history.takenUpSheet', { year: String(line.year), number: line.number, day: dateInWords(civilDate(line.heldOn), tx.ctx.language, 'LONG') });
  }
}
