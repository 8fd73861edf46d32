import { dateInWords, Zones, type CivilDate, type Language } from '#kernel';
import { seatView, type PartyType } from '#parties';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import { overdueOf, type FollowedAction, type Promised } from '../domain/followed-action.js';
import { actionsOf, partnershipOfAction, type ActionsAsked } from '../store/action.store.js';
import { isUuid } from '../store/uuid.js';
import { actionPlace, dayOfReader, type ActionPlace } from './action-place.reader.js';
import type { ActionDecisionType, ActionOwnerType, FollowedActionsType, FollowedActionType } from './action.types.js';
import { programmeOf } from './programme.reader.js';

/** A name or somebody's words inside an Arabic sentence keep their own direction (UAX 9, isolates). */
export const isolated = (text: string, language: Language): string => (language === 'ar' && text !== '' ? `\u2068${text}\u2069` : text);

/** What is past and not done, in words. */
const lateWords = ({ place, label, dueOn }: Promised, language: Language): string => say(language, place === 0 ? 'actions.late.end' : 'actions.late.milestone', { label: isolated(label, language), day: dateInWords(dueOn, language, 'LONG') });

const partyIn = (parties: readonly PartyType[], id: string | null): PartyType | null => parties.find((party) => party.id === id) ?? null;

function ownersOf({ owners }: FollowedAction, { programme, seats, language }: ActionPlace): ActionOwnerType[] {
  return programme.parties.map((party) => {
    const seat = seats.find(({ seatId }) => seatId === owners.get(party.id));
    return { party, seat: seat ? seatView(seat, programme.parties, language) : null };
  });
}

/** « Exécutoire depuis le … » at the last signature's day in the first party's city, or what is still awaited. */
function executoryWords({ executoryAt, sheetId }: FollowedAction, { programme, zones, language }: ActionPlace): string {
  if (!executoryAt) return say(language, 'actions.notExecutory', { origin: sheetId === null ? 'DECISION' : 'PLAN' });
  const zone = programme.parties[0]?.territory.zone ?? 'UTC';
  return say(language, 'actions.executory', { day: dateInWords(zones.civilAt(executoryAt, zone).date, language, 'LONG') });
}

const decisionIn = ({ decisions }: ActionPlace, id: string | null): ActionDecisionType | null => {
  const decision = decisions.find((line) => line.id === id);
  return decision ? { ...decision } : null;
};

/** An action as shown to one reader. @throws Error when its decision is out of reach: a foreign key and one policy hold them together. */
export function actionView(action: FollowedAction, around: ActionPlace, actorSeats: readonly string[]): FollowedActionType {
  const { programme, today, language } = around;
  const decision = decisionIn(around, action.decisionId);
  if (!decision) throw new Error(`decision ${action.decisionId} is out of reach`);
  const overdue = overdueOf(action, today);
  const [first] = overdue;
  const { earlyReason, sheetId, state } = action;
  return {
    ...action,
    held: action,
    around,
    stateWords: say(language, `actions.state.${state}`),
    executorySentence: executoryWords(action, around),
    executorySource: { ...programme.world.sources.executory },
    earlySentence: earlyReason === null ? null : say(language, 'actions.early', { reason: isolated(earlyReason, language) }),
    late: overdue.length > 0,
    lateSentence: first ? lateWords(first, language) : null,
    axisNumber: sheetId === null ? null : (around.axisOfSheet.get(sheetId) ?? null),
    decision,
    endedBy: decisionIn(around, action.endedByDecisionId),
    owners: ownersOf(action, around),
    mine: [...action.owners.values()].some((seatId) => actorSeats.includes(seatId)),
    milestones: action.milestones.map((milestone) => ({ ...milestone, late: overdue.some(({ place }) => place === milestone.place) })),
    blockers: action.blockers.map(({ partyId, ...blocker }) => ({ ...blocker, party: partyIn(programme.parties, partyId) })),
  };
}

/** Late ones first, the oldest delay before the others; then by their end. */
const byUrgency = (one: FollowedActionType, other: FollowedActionType): number => {
  const day = ({ held, around }: FollowedActionType): string => overdueOf(held, around.today)[0]?.dueOn ?? '9999';
  return day(one).localeCompare(day(other)) || (one.endsOn ?? '9999').localeCompare(other.endsOn ?? '9999') || one.id.localeCompare(other.id);
};

/** Actions as their pages show them. */
@Injectable()
export class ActionReader {
  constructor(private readonly zones: Zones) {}

  /** `null` when absent or not the reader's to see. */
  async actionOf(tx: ReadTx, id: string): Promise<FollowedActionType | null> {
    const partnershipId = await partnershipOfAction(tx, id);
    return partnershipId ? ((await this.shown(tx, partnershipId, { ids: [id] }))[0] ?? null) : null;
  }

  /** The actions that answer, late ones first; none when the partnership is absent or not the reader's. */
  async shown(tx: ReadTx, partnershipId: string, asked: ActionsAsked): Promise<FollowedActionType[]> {
    const actions = isUuid(partnershipId) ? await actionsOf(tx, partnershipId, asked) : [];
    const around = actions.length > 0 ? await actionPlace(tx, partnershipId, { actions, zones: this.zones }) : null;
    const mySeats = (tx.ctx.actor?.seats ?? []).map(({ seatId }) => seatId);
    return around ? actions.map((action) => actionView(action, around, mySeats)).sort(byUrgency) : [];
  }

  /** A year's actions; without a year, this year's, or the newest there is. `null` when the partnership is not the reader's. */
  async yearOf(tx: ReadTx, { partnershipId, year }: { partnershipId: string; year: number | null }): Promise<FollowedActionsType | null> {
    const programme = isUuid(partnershipId) ? await programmeOf(tx, partnershipId) : null;
    if (!programme) return null;
    const lines = await tx.query<{ year: number }>('select distinct year from followed_action where partnership_id = $1 order by year desc', [partnershipId]);
    const years = lines.map((line) => line.year);
    const thisYear = Number(dayOfReader(tx, programme.parties, this.zones).slice(0, 4));
    const shownYear = year ?? (years.includes(thisYear) ? thisYear : (years[0] ?? thisYear));
    return { year: shownYear, years, actions: years.includes(shownYear) ? await this.shown(tx, partnershipId, { year: shownYear }) : [] };
  }
}

/** A day as a sentence says it. */
export const dayIn = (language: Language, day: CivilDate): string => dateInWords(day, language, 'LONG');
